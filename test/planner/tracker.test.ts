/**
 * The tracker's formulas, in both editions, against the ledger: worked out by the embedded engine and by LibreOffice, neither of
 * which is ours. Each table holds the years of many persons, with what a person may type: nothing, cents, dates on either side of
 * the year end, losses, full conversions.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Decimal } from '../../src/engine/decimal';
import { Host, openUniver } from '../../src/host';
import { loadCustomFunctions } from '../../src/host/functions';
import { ledger, type FilledYear } from '../../src/ledger/ledger';
import { dueDateOf } from '../../src/law/dueDates';
import { patchWorkbook, readWorkbook, type CellValue } from '../../src/package';
import { columnIds, type ColumnId, type Edition } from '../../src/planner/tracker/columns';
import type { Place } from '../../src/planner/tracker/formulas';
import { looksAt, type LookCode } from '../../src/planner/tracker/words';
import { tracker, type TrackerRow } from '../../src/planner/tracker/tracker';
import { changes, newSheet } from '../package/support/changes';
import { workbookFile } from '../package/support/fixture';
import { recalculateWithLibreOffice } from '../support/libreoffice';
import { Numbers } from '../support/returns';
import { dollars } from './support/madeUpPlans';
import { at } from '../../src/planner/place';

const dist = (name: string): string => readFileSync(path.resolve(__dirname, '../../dist', name), 'utf8');
const placeOf = (edition: Edition, sheet: number): Place => ({ edition, namespace: 'BASIS', table: `IRA_Tracker${sheet}`, left: 1, top: 1 });
const SERIAL_OF_2000 = 36526;
const serial = (year: number, month: number, day: number): number => SERIAL_OF_2000 + Math.round((Date.UTC(year, month - 1, day) - Date.UTC(2000, 0, 1)) / 86_400_000);

interface Person {
  readonly person: string;
  readonly opening: number;
  readonly years: readonly { readonly row: TrackerRow; readonly inYear: number; readonly late: number; readonly converted: number; readonly distributed: number; readonly value: number }[];
}

const PERSONS = 56;
const YEARS = 9;

const madeUp = (): readonly Person[] => {
  const numbers = new Numbers(20260);
  return Array.from({ length: PERSONS }, (_, index) => {
    const opening = numbers.chance(50) ? 0 : dollars(numbers, 40_000);
    const first = Number(numbers.between(1998n, BigInt(2026 - YEARS + 1)));
    const pretax = numbers.oneOf([0, 0, 1, 90_000, 150_000]);
    return {
      person: `P${index + 1}`,
      opening,
      years: Array.from({ length: YEARS }, (__, at) => {
        const year = first + at;
        const contributed = numbers.chance(20) ? 0 : dollars(numbers, 8_600);
        const when = numbers.oneOf(['in', 'in', 'split', 'none', 'part'] as const);
        const [due] = [dueDateOf(year).date.split('-').map(Number)];
        const lastDay = serial(due![0]!, due![1]!, due![2]!);
        const late = contributed === 0 ? 0 : when === 'split' ? contributed : when === 'part' ? Math.round(contributed * 40) / 100 : 0;
        const converted = numbers.chance(25) ? 0 : dollars(numbers, numbers.oneOf([1, 7_000, 7_001, 60_000]));
        const distributed = numbers.chance(80) ? 0 : dollars(numbers, 9_000);
        const value = numbers.chance(40) ? 0 : dollars(numbers, pretax || 3);
        const some = (amount: number): { amount?: number } => (amount === 0 && numbers.chance(50) ? {} : { amount });
        const known = {
          ...(contributed === 0 && numbers.chance(50) ? {} : { contributed }),
          ...(when === 'in' ? { madeOn: numbers.oneOf([serial(year, 1, 1), serial(year, 7, 4), serial(year, 12, 31)]) } : {}),
          ...(when === 'split' ? { madeOn: numbers.oneOf([serial(year + 1, 1, 1), lastDay]) } : {}),
          ...(when === 'part' ? { late } : {}),
          ...(some(converted).amount === undefined ? {} : { converted, convertedOn: serial(year, 1, 9) }),
          ...(some(distributed).amount === undefined ? {} : { distributed }),
          ...(converted + distributed === 0 && numbers.chance(50) ? {} : { value }),
        };
        return { row: { year, person: `P${index + 1}`, ...(at === 0 ? { before: opening } : {}), known }, inYear: contributed - late, late, converted, distributed, value };
      }),
    };
  });
};

const persons = madeUp();

/** A table each for a quarter of the persons: in turn, year by year, so that a row's year before is never the row above it. */
const TABLES = 4;
const tables: readonly (readonly TrackerRow[])[] = Array.from({ length: TABLES }, (_, table) => {
  const ofTable = persons.filter((__, index) => index % TABLES === table);
  return Array.from({ length: YEARS }, (__, at) => ofTable.map(({ years }) => years[at]!.row)).flat();
});

const dec = (amount: number): Decimal => new Decimal(amount.toPrecision(15));

const workedOut = new Map(persons.map(({ person, opening, years }) => [person, ledger(years.map(({ row, inYear, late, converted, distributed, value }, at) => ({
  year: row.year,
  inputs: {
    contributionsInYear: dec(inYear), contributionsAfterYearEnd: dec(late), accountValues: dec(value), distributions: dec(distributed), conversions: dec(converted),
    ...(at === 0 ? { priorBasis: dec(opening) } : {}),
  },
})), { unit: 'cents', ratioPlaces: 'exact' })]));

const allTables = (): readonly (readonly TrackerRow[])[] => [...tables, uncountedRows];

/** The trackers in a file, as an add-in saves them: with their tables, since formulas name the columns. */
const fileOf = (edition: Edition): Uint8Array => {
  const made = allTables().map((rows, index) => ({ place: placeOf(edition, index + 1), ...tracker(placeOf(edition, index + 1), rows) }));
  return patchWorkbook(workbookFile({ sheets: { Mine: '<sheetData/>' } }), changes({
    newSheets: made.map(({ place, headings, rows }) => newSheet({
      name: place.table,
      cells: [headings, ...rows].flatMap((row, r) => row.flatMap((content, c) => {
        if (content === '' || content === null) return [];
        const isFormula = typeof content === 'string' && content.startsWith('=');
        return [{ address: at(c + 1, r + 1), value: isFormula ? 0 : content, ...(isFormula ? { formula: content } : {}) }];
      })),
    })),
    tablesAdded: made.map(({ place, headings, range }) => ({ name: place.table, sheet: place.table, ref: range, columns: headings, bandedRows: false, filterButton: false })),
  }));
};

/** What a program shows in a column of a row of a table. */
type ShownAt = (table: number, column: ColumnId, index: number) => CellValue;

const addressOf = (column: ColumnId, index: number): string => at(columnIds.indexOf(column) + 1, index + 2);

const inTheEngine = async (file: Uint8Array): Promise<ShownAt> => {
  const { functions } = loadCustomFunctions({ script: dist('functions.js'), metadata: dist('functions.json'), namespace: 'BASIS' });
  const host = new Host({ content: readWorkbook(file), openBackend: openUniver, functions });
  try {
    await host.book.backend.calculate('all');
    const shown = allTables().map((_, table) => new Map(host.book.backend.filledCells(host.book.findSheet(`IRA_Tracker${table + 1}`)!.id)
      .map(({ row, column, content }) => [at(column + 1, row + 1), content.value])));
    return (table, column, index) => shown[table]!.get(addressOf(column, index)) ?? '';
  } finally {
    host.dispose();
  }
};

const inLibreOffice = async (file: Uint8Array): Promise<ShownAt> => {
  const { sheets } = readWorkbook(await recalculateWithLibreOffice(file));
  const shown = allTables().map((_, table) => sheets.find(({ name }) => name === `IRA_Tracker${table + 1}`)!.cells);
  return (table, column, index) => shown[table]!.get(addressOf(column, index))?.value ?? '';
};

const expectedOf = ({ form }: FilledYear): Readonly<Partial<Record<ColumnId, number>>> => ({
  before: form.inputs.priorBasis.toNumber(),
  taxableConversion: Decimal.max(0, form.line('18') ?? 0).toNumber(),
  taxableDistribution: (form.line('15c') ?? form.inputs.distributions).toNumber(),
  carried: form.carry.toNumber(),
});

/** Every figure of every row equals the ledger's; returns how many rows were compared. */
const compare = (shownAt: ShownAt): number => {
  tables.forEach((rows, table) => rows.forEach(({ year, person }, index) => {
    const shown = (column: ColumnId): CellValue => shownAt(table, column, index);
    const filled = workedOut.get(person)!.find((one) => one.year === year)!;
    const what = `${person} ${year}`;
    const look = shown('look');
    expect([what, look]).toEqual([what, '']);
    for (const [column, amount] of Object.entries(expectedOf(filled))) {
      const there = shown(column as ColumnId);
      if (typeof there !== 'number' || Math.abs(there - amount) > 0.00001) throw new Error(`${what}, ${column}: the sheet shows ${JSON.stringify(there)}, the ledger has ${amount}.`);
    }
    const due = dueDateOf(year).date.split('-').map(Number);
    expect([what, shown('contributeBy'), shown('convertBy')]).toEqual([what, serial(due[0]!, due[1]!, due[2]!), serial(year, 12, 31)]);
    const isDue = filled.form.answer('Part I completed') || filled.form.answer('Converted');
    expect([what, String(shown('form')).startsWith(isDue ? `Form 8606 due for ${year}.` : `No Form 8606 for ${year}.`)]).toEqual([what, true]);
  }));
  return tables.flat().length;
};

/** Rows that cannot be counted, each of a person of its own, after rows that can; what Look says of the last of them. */
const uncounted: readonly (readonly [LookCode, readonly TrackerRow['known'][], Partial<TrackerRow>?])[] = [
  ['year?', [{}], { year: 1997 }], ['year?', [{}], { year: 2027 }], ['basis?', [{}], { before: '' }], ['amount?', [{ contributed: -0.01 }]], ['amount?', [{ value: 'a lot' }]],
  ['date?', [{ madeOn: 'March' }]], ['early?', [{ madeOn: serial(2022, 12, 31) }]], ['late?', [{ madeOn: serial(2024, 4, 16) }]], ['next year?', [{ contributed: 1, madeOn: serial(2024, 1, 1), late: 0 }]],
  ['converted?', [{ convertedOn: serial(2024, 1, 1) }]], ['value?', [{ converted: 1 }]], ['before?', [{ converted: 1 }, {}]], ['order?', [{}, {}], { year: 2023 }],
  ['too large', [{ contributed: 8_600, converted: 10_000_000, value: 0 }]],
];
const uncountedRows: readonly TrackerRow[] = uncounted.flatMap(([code, known, change], index) => known.map((one, at): TrackerRow => ({
  year: 2023 + at, person: `${code}${index}`, ...(at === 0 ? { before: 0 } : {}), ...(one ? { known: one } : {}), ...(at === known.length - 1 ? change : {}),
})));

/** What Look says of the last row of each person, and that it stands where the figures would. */
const looksShown = (shownAt: ShownAt): readonly unknown[] => uncounted.map(([code], index) => {
  const at = uncountedRows.map(({ person }) => person).lastIndexOf(`${code}${index}`);
  const [look, taxable, carried] = (['look', 'taxableConversion', 'carried'] as const).map((column) => shownAt(TABLES, column, at));
  return [look, taxable === look, carried === look, shownAt(TABLES, 'form', at)];
});
const looksExpected = uncounted.map(([code]) => [code, true, true, looksAt[code]]);

describe('Trackers of 504 years', () => {
  it('with plain formulas shows what the ledger has, and says what is the matter with other rows, in the embedded engine and in LibreOffice', async () => {
    const file = fileOf('plain');
    for (const shownAt of [await inTheEngine(file), await inLibreOffice(file)]) {
      expect(compare(shownAt)).toBe(PERSONS * YEARS);
      expect(looksShown(shownAt)).toEqual(looksExpected);
    }
  });

  it('with the functions shows the same', async () => {
    expect(compare(await inTheEngine(fileOf('functions')))).toBe(PERSONS * YEARS);
  });
});
