/**
 * A build fails at one action, and taking it back fails at another: for every such pair the user's own sheets are as they were,
 * and after the clean-up of the next build everything is.
 *
 * Every pair of actions that change the workbook is tried, with small tabs that have everything that a tab can have: an action
 * that reads, and fails, leaves what the next one that changes something would have found. Of taking back, its first action is
 * tried besides. The real tab has a thousand actions; of it pairs are tried at each turn of the build.
 */
import { HostFault } from '../../src/host';
import { readWorkbook as readState, type TabWanted } from '../../src/office/readWorkbook';
import { leftOverOf, sweep, writeTabs, type TabToWrite } from '../../src/office/writeTabs';
import { at, columns, head } from '../../src/worksheet/positions';
import type { Layout } from '../../src/worksheet/layout';
import { carryName, lineName, sourceName, tabTitle } from '../../src/worksheet/names';
import { accountList, accountListPlan, openSample, type Workpaper } from '../support/addIn';
import { aSheet, aWorkbook, closeHosts, hosted, stateOf, type Hosted } from '../support/hostedWorkbook';

afterEach(closeHosts);

/** A tab with one or two of everything: texts and formulas, looks, sizes, names here and on the user's sheet, a page, a chart. */
const smallTab = ({ year, person }: TabWanted, isPlain: boolean): TabToWrite => {
  const layout: Layout = {
    title: tabTitle(year, person),
    statusCell: at(columns.thisYear, head.status),
    cells: Array.from({ length: 9 }, (_, row) => ['Small tab', `Row ${row + 1}`, row === head.status - 1 ? 'READY' : `=Mine!A1*${row}`]),
    looks: isPlain ? [] : [{ range: 'A1:C9', look: { size: 10 } }, { range: 'A1', look: { bold: true, bottom: 'Thin' } }],
    names: [{ name: lineName(year, person, '1'), cell: 'C7' }, { name: carryName(year, person), cell: 'C8' }],
    sourceNames: [{ name: sourceName(year, person, 1), range: 'Mine!A1:A2' }],
    preparersColumns: [columns.tick, columns.note],
    columnWidths: isPlain ? [] : [20, 12, 12],
    rowHeights: isPlain ? [] : [{ row: 1, height: 30 }],
    orientation: 'Portrait', printArea: 'A:C', printTitleRows: '$1:$1', pageBreaks: [8], footer: { left: '&F', center: '', right: '' },
    charts: isPlain ? [] : [{
      name: 'Pool', kind: 'stackedColumns', title: 'Pool', categories: 'B7:B8', series: [{ name: 'x', values: 'C7:C8' }, { name: 'y', values: 'C8:C9' }], covers: 'A11:C20',
    }],
  };
  return { layout, existing: null, title: layout.title, newNames: layout.names, newSourceNames: layout.sourceNames };
};

const open = (): Hosted => hosted(aWorkbook([aSheet('Mine', { A1: 10, A2: 'mine', B2: ['=A1*2', 20] })]));

const state = ({ host }: Hosted): string => JSON.stringify(stateOf(host));
const sheetsBut = ({ host }: Hosted, ours: RegExp): string =>
  JSON.stringify((stateOf(host) as { sheets: readonly { name: string }[] }).sheets.filter(({ name }) => !ours.test(name)));

const cleanUpOfNextBuild = (book: Hosted, wanted: readonly TabWanted[]): Promise<void> => book.Excel.run(async (context) => {
  await sweep(context, leftOverOf(await readState(context, [], wanted, () => undefined), wanted));
});

const changesSomething = ({ action, path }: { readonly action: string; readonly path: string }): boolean =>
  /^(set|update)\b/.test(action) || (action.startsWith('method') && action !== 'method _KeepReference') || (action === 'instantiate' && path.endsWith('.add()'));

interface Sent {
  /** The numbers of the actions that change the workbook, in their order. */
  readonly changing: readonly number[];
  /** What each of them is, by its number. */
  readonly says: ReadonlyMap<number, string>;
}

/** Does it with faults at these actions, counted from 1. */
const withFaults = async (book: Hosted, faults: readonly number[], deed: () => Promise<unknown>): Promise<Sent> => {
  const changing: number[] = [];
  const says = new Map<number, string>();
  let actions = 0;
  book.host.onAction = (info) => {
    actions += 1;
    if (changesSomething(info)) changing.push(actions);
    says.set(actions, `${info.action} ${info.path}`);
    if (faults.includes(actions)) throw new HostFault('GeneralException', `The fault injected at action ${actions}.`);
  };
  await deed().catch(() => undefined);
  book.host.onAction = null;
  return { changing, says };
};

describe('A fault at an action of a build, and one in taking it back, leave the user\'s sheet alone, and nothing after the next clean-up:', () => {
  for (const { wanted, isPlain } of [
    { wanted: [{ year: 2025, person: 'T' }], isPlain: false },
    { wanted: [{ year: 2025, person: 'T' }, { year: 2025, person: 'S' }], isPlain: true },
  ] as const) {
    it(`every pair, ${wanted.length} new tab(s)`, async () => {
      const build = (book: Hosted) => () => book.Excel.run((context) => writeTabs(context, wanted.map((tab) => smallTab(tab, isPlain)), 'build'));
      const undisturbed = open();
      const { changing } = await withFaults(undisturbed, [], build(undisturbed));
      closeHosts();

      const book = open();
      const before = state(book);
      const mine = sheetsBut(book, /^8606/);
      const wrong: unknown[] = [];
      const wholeFirst = open();
      await wholeFirst.Excel.run((context) => writeTabs(context, [smallTab(wanted[0], isPlain)], 'build'));
      for (const k of changing) {
        const alone = await withFaults(book, [k], build(book));
        expect({ k, equal: state(book) === before }).toEqual({ k, equal: true });
        for (const j of [k + 1, ...alone.changing.filter((action) => action > k)]) {
          await withFaults(book, [k, j], build(book));
          if (sheetsBut(book, /^8606/) !== mine) wrong.push({ k, j, says: 'the user\'s sheet was changed' });
          await cleanUpOfNextBuild(book, wanted);
          if (state(book) === before) continue;
          // Only where the last tab could not be finished and nothing was taken back: the first is whole, with all its names, and stands.
          wrong.push({ k, j, leftWhole: state(book) === state(wholeFirst) });
        }
      }
      const last = changing.at(-1)!;
      expect(wrong).toEqual(wanted.length === 1 ? [] : [{ k: last, j: last + 1, leftWhole: true }]);
    });
  }
});

describe('A fault at an action of a build of a tab that stands, and one in taking it back,', () => {
  const [ROWS, COLUMNS] = [168, 9];
  const wanted: TabWanted = { year: 2025, person: 'T' };
  const filled = (word: string, rows: number): Layout['cells'] => Array.from({ length: rows }, (_, row) => Array.from({ length: COLUMNS }, (__, column) =>
    at(column + 1, row + 1) === at(columns.thisYear, head.status) ? `${word}: READY` : [columns.tick, columns.note].includes(column as 6) ? null : `${word} ${row} ${column}`));
  /** More cells than the client sends at once, a row more than before, and a range more. */
  const tab = (word: string, rows: number, existing: TabToWrite['existing']): TabToWrite => {
    const { layout, ...rest } = smallTab(wanted, true);
    const sources = existing ? [{ name: sourceName(2025, 'T', 2), range: 'Mine!B2' }] : layout.sourceNames;
    return { ...rest, existing, layout: { ...layout, cells: filled(word, rows), looks: [{ range: `A1:C${rows}`, look: { bold: true } }] }, newNames: existing ? [] : layout.names, newSourceNames: sources };
  };
  const write = (book: Hosted, one: TabToWrite): Promise<void> => book.Excel.run((context) => writeTabs(context, [one], 'build'));
  const standing = async (): Promise<Hosted> => {
    const book = open();
    await write(book, tab('old', ROWS, null));
    await book.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('8606 2025 T').getRange('G20').values = [['a note']];
      await context.sync();
    });
    return book;
  };
  /** As the next build reads it; the range that has its name already needs none. */
  const again = async (book: Hosted): Promise<void> => book.Excel.run(async (context) => {
    const { existing: [existing], names } = await readState(context, [], [wanted], () => undefined);
    const one = tab('new', ROWS + 1, { sheet: existing!.sheet, formulas: existing!.formulas, owned: { rows: ROWS, columns: COLUMNS } });
    await writeTabs(context, [{ ...one, newSourceNames: one.newSourceNames.filter(({ name }) => !names.has(name.toLowerCase())) }], 'build');
  });
  /** The names of the workbook are a set. */
  const inOrder = (book: Hosted): string => JSON.stringify(stateOf(book.host), (key, value: unknown) => (key === 'names' ? [...value as string[][]].sort() : value));

  it('leave the user\'s sheet and the preparer\'s cells alone, and the tab either as it was, or said to be updated and whole after the next build: every pair', async () => {
    const undisturbed = await standing();
    const { changing } = await withFaults(undisturbed, [], () => again(undisturbed));
    const after = inOrder(undisturbed);
    closeHosts();
    const wrong: unknown[] = [];
    for (const k of changing) {
      const alone = await standing();
      const before = state(alone);
      const { changing: sent } = await withFaults(alone, [k], () => again(alone));
      expect({ k, equal: state(alone) === before }).toEqual({ k, equal: true });
      for (const j of [k + 1, ...sent.filter((action) => action > k)]) {
        closeHosts();
        const book = await standing();
        const mine = sheetsBut(book, /^8606/);
        await withFaults(book, [k, j], () => again(book));
        if (sheetsBut(book, /^8606/) !== mine) wrong.push({ k, j, says: 'the user\'s sheet was changed' });
        const status = String(book.host.book.backend.cell({ sheet: book.host.book.findSheet('8606 2025 T')!.id, row: head.status - 1, column: columns.thisYear - 1 }).value);
        const cells = JSON.stringify((stateOf(book.host) as { sheets: readonly { cells: unknown }[] }).sheets.map((sheet) => sheet.cells));
        const asBefore = cells === JSON.stringify((JSON.parse(before) as { sheets: readonly { cells: unknown }[] }).sheets.map((sheet) => sheet.cells));
        if (!asBefore && !status.startsWith('BEING UPDATED')) wrong.push({ k, j, says: `half a tab says ${status}` });
        await again(book);
        if (inOrder(book) !== after) wrong.push({ k, j, says: 'the next build did not make it whole' });
      }
    }
    expect(changing.length).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });
});

describe('The real tab, at each turn of its build,', () => {
  const wanted: readonly TabWanted[] = [{ year: 2025, person: 'T' }];
  const turns = [
    /^instantiate workbook\.worksheets\.add\(\)$/, /^set values workbook\.worksheets\.add/, /^method delete workbook\.names/, /^set formulas/, /^instantiate .*charts\.add\(\)$/,
    /^method setPosition/,
  ];

  it('and when taking it back fails at its first or its last change, leaves nothing after the next clean-up', async () => {
    const undisturbed = await openSample(accountList);
    const { changing, says } = await withFaults(undisturbed, [], () => failingReport(undisturbed));
    closeHosts();
    const book = await openSample(accountList);
    const before = book.state();
    for (const turn of [...turns.map((which) => changing.find((action) => which.test(says.get(action)!))!), changing.at(-1)!]) {
      const alone = await withFaults(book, [turn], () => failingReport(book));
      expect({ turn, equal: book.state() === before }).toEqual({ turn, equal: true });
      const takingBack = alone.changing.filter((action) => action > turn);
      for (const j of new Set([takingBack[0], takingBack.at(-1)])) {
        if (j === undefined) continue;
        await withFaults(book, [turn, j], () => failingReport(book));
        expect(book.state()).not.toBe(before);
        await cleanUpOfNextBuild(book, wanted);
        expect({ turn: says.get(turn), j, equal: book.state() === before }).toEqual({ turn: says.get(turn), j, equal: true });
      }
    }
    expect((await book.actions.build(accountListPlan)).ok).toBe(true);
  });
});

const failingReport = (book: Workpaper): Promise<unknown> => book.actions.build(accountListPlan);
