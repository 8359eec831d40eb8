/**
 * One build of a Form 8606 tab from an account list of so many rows, through Microsoft's own client and the emulated Excel:
 * how many round trips it takes, and how long. Compiled by `bench.mjs`; no test.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Host, loadClient, openUniver } from '../../src/host';
import type { StoredCell } from '../../src/package/content';

export interface BuildFigures {
  readonly rows: number;
  readonly roundTrips: number;
  readonly seconds: number;
}

/** An account list as a custodian exports it: ten accounts belong to line 6, the others are Roth IRAs. */
function accountList(rows: number): Map<string, StoredCell> {
  const cells = new Map<string, StoredCell>();
  const put = (address: string, value: string | number): void => { cells.set(address, { value, numberFormat: 'General' }); };
  ['Account', 'Type', 'Value 12/31/2025'].forEach((title, at) => put(`${'ABC'[at]}1`, title));
  for (let row = 2; row <= rows + 1; row += 1) {
    put(`A${row}`, `X-${row}`);
    put(`B${row}`, (row - 2) % Math.max(1, Math.floor(rows / 10)) === 0 && row - 2 < rows ? 'Traditional IRA' : 'Roth IRA');
    put(`C${row}`, 1000 + row);
  }
  return cells;
}

/** The engine without its calculation: what is left is the add-in, the client and the host. */
const withoutCalculation: typeof openUniver = (...given) => Object.assign(openUniver(...given), { calculate: () => Promise.resolve() });

/** `calculating`: whether the engine works the tab out too; its time grows with the square of the rows, and is none of the add-in's. */
export async function build(rows: number, project: string, calculating: boolean): Promise<BuildFigures> {
  const sheet = { name: 'Accounts', visibility: 'Visible' as const, protected: false, cells: accountList(rows), merges: [], hiddenRows: new Set<number>() };
  const content = {
    sheets: [sheet], names: [], tables: [], date1904: false, precisionAsDisplayed: false, structureProtected: false, calculation: 'automatic' as const,
  };
  const host = new Host({ content, openBackend: calculating ? openUniver : withoutCalculation });
  const client = loadClient({ host, path: path.join(project, 'node_modules/@microsoft/office-js/dist/excel-win32-16.01.debug.js') });
  client.run(readFileSync(path.join(project, 'dist/actions.js'), 'utf8'), 'actions.js');
  const plan = { person: 'T', year: 2025, sources: [{ role: 'accounts', range: `Accounts!A1:C${rows + 1}` }] };
  const before = host.batches;
  const began = performance.now();
  const report = JSON.parse(await (client.run(`IraBasis.build(${JSON.stringify(plan)}).then(JSON.stringify)`, 'bench') as Promise<string>)) as {
    readonly ok: boolean; readonly errors: readonly { readonly text: string }[];
  };
  const seconds = (performance.now() - began) / 1000;
  const roundTrips = host.batches - before;
  host.dispose();
  if (!report.ok) throw new Error(report.errors.map(({ text }) => text).join(' '));
  return { rows, roundTrips, seconds };
}
