import { fork } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseCommandLine, UsageError, type Command } from './commandLine';
import { failed, type Job, type WorkbookResult } from './result';

/**
 * The command line: workbooks in, workbooks and one JSON object out. Each workbook is handled by a process of its own with a
 * time limit, since a formula in a client's file may keep a spreadsheet engine busy for ever. A workbook is written beside
 * its destination and renamed, so that OUT is whole or not there; IN is only read.
 *
 * @returns the exit status: 0 when all went well, questions included; 1 otherwise.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const result = await run(argv);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  return result.ok ? 0 : 1;
}

async function run(argv: readonly string[]): Promise<WorkbookResult | { ok: boolean; files: readonly unknown[] }> {
  try {
    const command = parseCommandLine(argv);
    const plan = command.plan === null ? null : readPlan(command.plan);
    if ('each' in command.work) return await runEach(command, command.work.each, command.work.out, plan);
    return await runOne(command, command.work.input, command.work.output, plan);
  } catch (error) {
    if (error instanceof UsageError) return failed(error.code, error.message);
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return failed('FAULT', `The command ended without a result: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function readPlan(file: string): unknown {
  const text = readText(file, '--plan');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`The plan ${file} is not JSON: ${(error as Error).message}.`);
  }
}

function readText(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${what} ${file} cannot be read: ${(error as Error).message}.`);
  }
}

/** Every .xlsx file of a folder, one after the other; Excel's lock files (~$...) are no workbooks. */
async function runEach(command: Command, each: string, out: string | null, plan: unknown): Promise<{ ok: boolean; files: readonly unknown[] }> {
  if (!isFolder(each)) throw new UsageError(`--each ${each} is no folder.`);
  if (out !== null && !isFolder(out)) throw new UsageError(`--out ${out} is no folder; make it first.`);
  const files: { file: string; ok: boolean }[] = [];
  for (const file of readdirSync(each).filter((name) => /\.xlsx$/i.test(name) && !name.startsWith('~$')).sort()) {
    const result = await runOne(command, path.join(each, file), out === null ? null : path.join(out, file), plan);
    files.push({ file, ...result });
  }
  return { ok: files.every(({ ok }) => ok), files };
}

const isFolder = (folder: string): boolean => existsSync(folder) && statSync(folder).isDirectory();

async function runOne({ action, seconds }: Command, input: string, output: string | null, plan: unknown): Promise<WorkbookResult> {
  if (!existsSync(input)) return failed('NO_FILE', `${input} does not exist.`);
  if (output !== null && isSameFile(output, input)) {
    return failed('USAGE', `OUT is the same file as IN (${input}); IN is never written. Name another file.`);
  }
  if (output !== null && isFolder(output)) return failed('USAGE', `OUT is a folder (${output}); name the file that is to be written, or use --each.`);
  if (output !== null && !isFolder(path.dirname(output))) return failed('NO_FOLDER', `The folder of ${output} does not exist; make it first.`);
  const draft = output === null ? null : path.join(path.dirname(output), `.${path.basename(output)}.${process.pid}.part`);
  try {
    const result = await inChild({ action, input, draft, plan }, seconds);
    if (result.ok && draft !== null && output !== null) renameSync(draft, output);
    return result;
  } finally {
    if (draft !== null) rmSync(draft, { force: true });
  }
}

const isSameFile = (output: string, input: string): boolean =>
  path.resolve(output) === path.resolve(input) || (existsSync(output) && realpathSync(output) === realpathSync(input));

/** One workbook in a process of its own. A child that dies or takes too long is an error with a sentence, never a hang. */
function inChild(job: Job, seconds: number): Promise<WorkbookResult> {
  return new Promise((resolve) => {
    const child = fork(path.join(__dirname, 'job.js'), [], { stdio: ['ignore', 2, 2, 'ipc'] });
    let answer: WorkbookResult | null = null;
    const limit = setTimeout(() => {
      answer = failed('TIME_LIMIT', `${job.input} took longer than ${seconds} seconds and was given up; nothing was written. `
        + 'A formula in it may never end; --seconds N allows more time.');
      child.kill('SIGKILL');
    }, seconds * 1000);
    child.on('message', (message) => { answer ??= message as WorkbookResult; });
    child.on('exit', (status, signal) => {
      clearTimeout(limit);
      resolve(answer ?? failed('CRASHED', `${job.input}: the process that handled it ended (${signal ?? `status ${status}`}) without a result; nothing was written.`));
    });
    child.send(job);
  });
}
