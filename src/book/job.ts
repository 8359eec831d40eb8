import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changesOf, functionErrorsIn, Host, loadClient, loadCustomFunctions, openUniver, type Saving } from '../host';
import { PackageError, patchWorkbook, readWorkbook } from '../package';
import { failed, type Job, type WorkbookResult } from './result';

/**
 * One workbook, in a process of its own: opened behind the host, with the built add-in in front of it, and patched in place.
 * What the child answers is one message; what it writes is a draft that the parent puts in place.
 */

const dist = path.join(__dirname, '..', 'dist');
const officeClient = path.join(__dirname, '..', 'node_modules', '@microsoft', 'office-js', 'dist', 'excel-win32-16.01.debug.js');
const built = (file: string): string => readFileSync(path.join(dist, file), 'utf8');

/** Where the functions stand in formulas; the development edition of the add-in has another. */
const NAMESPACE = 'BASIS';

process.once('message', (job: Job) => {
  void handle(job).then((result) => {
    process.send?.(result, () => process.exit(0));
  });
});

async function handle(job: Job): Promise<WorkbookResult> {
  try {
    return await work(job);
  } catch (error) {
    if (error instanceof PackageError) return failed(error.code, error.text);
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return failed('FAULT', `${job.input} could not be handled: ${error instanceof Error ? error.message : String(error)} Nothing was written.`);
  }
}

async function work({ action, input, draft, plan }: Job): Promise<WorkbookResult> {
  const original = new Uint8Array(readFileSync(input));
  const content = readWorkbook(original);
  const custom = loadCustomFunctions({ script: built('functions.js'), metadata: built('functions.json'), namespace: NAMESPACE });
  const host = new Host({ content, openBackend: openUniver, functions: custom.functions });
  const report = action === 'recalc' ? null : await runAddIn(host, action, plan);
  if (report && !report.ok) return { ...report, cells: [], disagreements: [] };
  if (draft === null) return { ok: true, tabs: report?.tabs ?? [], errors: [], cells: [], disagreements: [] };
  await host.recalculate();
  const saving = changesOf(host.book, NAMESPACE);
  refuseUnsaved(saving);
  const outOfDate = saving.outOfDate.map(({ cell, text }) => ({ code: 'NOT_CALCULATED', cell, text }));
  // A file in which some figures are new and some that depend on them are old would be worse than none.
  if (outOfDate.length > 0) return { ok: false, tabs: [], cells: [], disagreements: [], errors: outOfDate };
  writeFileSync(draft, patchWorkbook(original, saving.changes));
  return {
    ok: true,
    tabs: report?.tabs ?? [],
    cells: saving.cells,
    disagreements: saving.disagreements,
    // Cells in which one of our functions refuses: the error stands in the cell, its sentence here.
    errors: [...functionErrorsIn(host.book, custom)].map(([cell, { code, text }]) => ({ code, cell, text })),
  };
}

type AddInReport = Pick<WorkbookResult, 'ok' | 'tabs' | 'errors'>;

/** The same script that the task pane runs, over Microsoft's own client library. */
async function runAddIn(host: Host, action: 'form8606' | 'read', plan: unknown): Promise<AddInReport> {
  const client = loadClient({ host, path: officeClient });
  client.run(built('actions.js'), 'actions.js');
  // Handed over as text, as everything that crosses from one script's world into another's should be.
  const call = `IraBasis.${action === 'read' ? 'read' : 'build'}(${JSON.stringify(plan)}).then(JSON.stringify)`;
  return JSON.parse(await (client.run(call, 'book') as Promise<string>)) as AddInReport;
}

function refuseUnsaved({ unsaved }: Saving): void {
  if (unsaved.length > 0) throw new PackageError('VALUE', unsaved.join(' '));
}
