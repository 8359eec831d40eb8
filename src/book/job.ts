import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { changesOf, functionErrorsIn, Host, loadClient, loadCustomFunctions, openUniver, type AlsoNew, type CustomFunctions, type Saving } from '../host';
import { calculateOwnFormulas } from '../host/ownFormulas';
import { ReadAtWork } from '../host/readAtWork';
import { PackageError, patchWorkbook, readWorkbook, type WorkbookContent } from '../package';
import { linesThatDiffer, type TabLines } from './linesThatDiffer';
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
  if (action === 'recalc') return recalculated(original, draft);
  const start = await withOwnValues(original);
  if (start.failure !== null) return start.failure;
  const { host, custom } = opened(start.content);
  const readAtWork = await ReadAtWork.of(host.book);
  const report = await runAddIn(host, action, plan);
  if (!report.ok) return { ...report, cells: [], disagreements: [] };
  const unused = answersUnused(report);
  if (unused.length > 0) return { ok: false, tabs: [], cells: [], disagreements: [], errors: unused };
  if (draft === null) return { ok: true, tabs: report.tabs, errors: [], cells: [], disagreements: [] };
  const errors = errorsOf(host, custom);
  const saving = await compared(host, { written: report.tabs.flatMap(({ sheet, ledger }) => (ledger === null ? [sheet] : [sheet, ledger])), moved: await readAtWork.moved() });
  refuseUnsaved(saving);
  if (saving.outOfDate.length > 0) return notCalculated(saving);
  const written = patchWorkbook(start.bytes, saving.changes);
  const differing = linesThatDiffer(readWorkbook(written), report.tabs, saving.disagreements);
  if (differing.length > 0) return { ok: false, tabs: [], cells: [], disagreements: saving.disagreements, errors: differing };
  writeFileSync(draft, written);
  return {
    ok: true, tabs: report.tabs, cells: [...new Set([...start.cells, ...saving.cells])], disagreements: saving.disagreements, errors,
  };
}

async function recalculated(original: Uint8Array, draft: string | null): Promise<WorkbookResult> {
  const { host, custom } = opened(readWorkbook(original));
  const alsoNew = await withOwnFormulasCalculated(host);
  const errors = errorsOf(host, custom);
  const saving = await compared(host, alsoNew);
  refuseUnsaved(saving);
  if (saving.outOfDate.length > 0) return notCalculated(saving);
  if (draft !== null) writeFileSync(draft, patchWorkbook(original, saving.changes));
  return { ok: true, tabs: [], cells: saving.cells, disagreements: saving.disagreements, errors };
}

/**
 * The workbook as it would stand in Excel, where the add-in's functions are calculated before anybody reads their cells: a
 * value that another program saved may be old, or none.
 */
async function withOwnValues(original: Uint8Array): Promise<Start> {
  const content = readWorkbook(original);
  const asItIs: Start = { bytes: original, content, cells: [], failure: null };
  const formulas = [...content.names.map(({ formula }) => formula), ...content.sheets.flatMap(({ cells }) => [...cells.values()].map(({ formula }) => formula ?? ''))];
  if (!formulas.some((formula) => formula.toUpperCase().includes(NAMESPACE))) return asItIs;
  const { host } = opened(content);
  const saving = changesOf(host.book, NAMESPACE, await withOwnFormulasCalculated(host));
  if (saving.outOfDate.length > 0) return { ...asItIs, failure: notCalculated(saving) };
  if (saving.cells.length === 0) return asItIs;
  const bytes = patchWorkbook(original, saving.changes);
  return { bytes, content: readWorkbook(bytes), cells: saving.cells, failure: null };
}

/** A workbook as the add-in finds it: its file, what that says, and which cells of it are new. */
interface Start {
  readonly bytes: Uint8Array;
  readonly content: WorkbookContent;
  readonly cells: readonly string[];
  readonly failure: WorkbookResult | null;
}

/**
 * What to write: own formulas and what depends on them, worked out from the values that Excel saved for all others, so that
 * a figure and what it was worked out from stand in the file together. Only then is everything calculated, to tell where
 * this engine and Excel differ.
 */
async function compared(host: Host, alsoNew: AlsoNew): Promise<Saving> {
  const saving = changesOf(host.book, NAMESPACE, alsoNew);
  await host.recalculate();
  return { ...saving, disagreements: changesOf(host.book, NAMESPACE, alsoNew).disagreements };
}

/** Gives what `changesOf` cannot see by itself. */
async function withOwnFormulasCalculated({ book }: Host): Promise<AlsoNew> {
  return { moved: await calculateOwnFormulas(book, NAMESPACE, await ReadAtWork.of(book)) };
}

function opened(content: WorkbookContent): { readonly host: Host; readonly custom: CustomFunctions } {
  const custom = loadCustomFunctions({ script: built('functions.js'), metadata: built('functions.json'), namespace: NAMESPACE });
  return { host: new Host({ content, openBackend: openUniver, functions: custom.functions }), custom };
}

/** A file in which some figures are new and some that depend on them are old would be worse than none. */
const notCalculated = ({ outOfDate }: Saving): WorkbookResult =>
  ({ ok: false, tabs: [], cells: [], disagreements: [], errors: outOfDate.map(({ cell, text }) => ({ code: 'NOT_CALCULATED', cell, text })) });

/** Cells in which one of our functions refuses: the error stands in the cell, its sentence here. */
const errorsOf = (host: Host, custom: CustomFunctions): WorkbookResult['errors'] =>
  [...functionErrorsIn(host.book, custom)].map(([cell, { code, text }]) => ({ code, cell, text }));

type AddInReport = Pick<WorkbookResult, 'ok' | 'errors'> & { readonly tabs: readonly (TabLines & { readonly warnings: WorkbookResult['errors'] })[] };

/**
 * Answers that nothing in the workbook asks for. In the pane somebody reads the warning and takes the answer back; nobody
 * looks on here, and a tab would be handed over as if the answer had been followed. Tabs of one plan say it alike: told once.
 */
const answersUnused = ({ tabs }: AddInReport): WorkbookResult['errors'] => [...new Map(tabs.flatMap(({ warnings }) => warnings)
  .filter(({ code }) => code === 'ANSWER_UNUSED').map((warning) => [warning.text, warning])).values()];

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
