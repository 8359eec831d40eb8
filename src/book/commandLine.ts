/** What a person typed after `npm run book --`, understood or refused with a sentence. */

export type Action = 'recalc' | 'form8606' | 'read';

export interface Command {
  readonly action: Action;
  /** Path of plan.json; every action but recalc needs one. */
  readonly plan: string | null;
  readonly work: { readonly input: string; readonly output: string | null } | { readonly each: string; readonly out: string | null };
  readonly seconds: number;
}

export class UsageError extends Error {
  readonly code = 'USAGE';
}

export const usage = `usage: npm run --silent book -- recalc IN.xlsx OUT.xlsx
       npm run --silent book -- form8606 IN.xlsx OUT.xlsx --plan plan.json
       npm run --silent book -- read IN.xlsx --plan plan.json
       each also as: ACTION --each DIR --out DIR [--plan plan.json]   (read needs no --out)
       --seconds N   time limit for one workbook (default 120)`;

const actions: readonly string[] = ['recalc', 'form8606', 'read'] satisfies readonly Action[];
const options: readonly string[] = ['--plan', '--each', '--out', '--seconds'];
const DEFAULT_SECONDS = 120;

const isAction = (word: string): word is Action => actions.includes(word);

/** @throws UsageError naming what is missing, unknown or too much. */
export function parseCommandLine(argv: readonly string[]): Command {
  const [action = '', ...rest] = argv;
  if (!isAction(action)) throw new UsageError(`"${action}" is no action; the actions are ${actions.join(', ')}.\n${usage}`);
  const { files, values } = parted(rest);
  const plan = values.get('--plan') ?? null;
  if (action === 'recalc' && plan !== null) throw new UsageError(`recalc takes no --plan.\n${usage}`);
  if (action !== 'recalc' && plan === null) throw new UsageError(`${action} needs --plan plan.json: who, which year, which ranges.\n${usage}`);
  return { action, plan, work: workOf(action, files, values), seconds: secondsOf(values.get('--seconds')) };
}

function parted(words: readonly string[]): { files: readonly string[]; values: ReadonlyMap<string, string> } {
  const files: string[] = [];
  const values = new Map<string, string>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (!word.startsWith('--')) {
      files.push(word);
      continue;
    }
    const value = words[index + 1];
    if (!options.includes(word)) throw new UsageError(`"${word}" is no option; the options are ${options.join(', ')}.\n${usage}`);
    if (values.has(word)) throw new UsageError(`${word} is given twice.\n${usage}`);
    if (value === undefined) throw new UsageError(`${word} needs a value after it.\n${usage}`);
    values.set(word, value);
    index += 1;
  }
  return { files, values };
}

function workOf(action: Action, files: readonly string[], values: ReadonlyMap<string, string>): Command['work'] {
  const each = values.get('--each');
  const out = values.get('--out') ?? null;
  const writes = action !== 'read';
  if (each !== undefined) {
    if (files.length > 0) throw new UsageError(`With --each no files are named (${files.join(', ')}).\n${usage}`);
    if (writes && out === null) throw new UsageError(`--each needs --out DIR for ${action}.\n${usage}`);
    return { each, out: writes ? out : null };
  }
  if (out !== null) throw new UsageError(`--out goes with --each.\n${usage}`);
  const wanted = writes ? 2 : 1;
  if (files.length !== wanted) throw new UsageError(`${action} takes ${wanted === 2 ? 'IN.xlsx and OUT.xlsx' : 'IN.xlsx'}; given: ${files.join(', ') || 'none'}.\n${usage}`);
  return { input: files[0]!, output: writes ? files[1]! : null };
}

function secondsOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_SECONDS;
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3600) throw new UsageError(`--seconds is "${text}"; it takes a whole number from 1 to 3600.`);
  return seconds;
}
