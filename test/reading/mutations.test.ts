/**
 * Every sample workbook, changed in ways that leave what it says as it was, and in ways that do not: the first change no
 * line, the second are told. What is expected is what the sample itself gives, whose lines its note works out by hand.
 */
import { columnName, columnNumber, formatCell, formatRange, parseCell, parseRange, type CellAddress } from '../../src/cells/address';
import { validatePlan, type Answer, type Plan, type Role, type Source } from '../../src/plan/plan';
import type { Reading } from '../../src/reading/facts';
import { read } from '../../src/reading/read';
import { headerWords, vocabulary } from '../../src/reading/vocabulary';
import { ownSamples, type OwnSample } from '../support/ownSamples';
import { selectedCells, type Sheet, type Sheets, type Written } from './sheet';

interface Book {
  readonly sheets: Sheets;
  readonly plan: Plan;
}

const readingOf = ({ sheets, plan }: Book, { hiddenRows, date1904 }: OwnSample): Reading => read(plan, selectedCells(sheets, plan, hiddenRows, date1904));

const codes = (reading: Reading): string => reading.asked.map(({ cell, code }) => `${code} ${formatCell(cell)}`).join(', ');

/** What the lines come from: the cents of every input of every year, and how many questions are open. */
const linesOf = (reading: Reading): unknown => ({
  years: reading.years.map(({ year, used }) => {
    const sums = new Map<string, number>();
    for (const { input, amount } of used) sums.set(input, (sums.get(input) ?? 0) + amount.times(100).toNumber());
    return [year, Object.fromEntries([...sums].filter(([, cents]) => cents !== 0).sort())];
  }),
  asked: codes(reading),
  stops: reading.stops.length,
});

/** What keeps a tab from being finished. */
const open = (reading: Reading): number => reading.asked.length + reading.stops.length;

/** Cells moved on a sheet, with the ranges, the answers and the formulas that speak of them. */
type Move = (row: number, column: number) => { readonly row: number; readonly column: number };

/** References follow their cells; a range goes on holding the rows that it held, in whatever order they stand. */
const movedFormula = (formula: string, move: Move): string => formula.replace(/([A-Z]{1,2})(\d+)(?::[A-Z]{1,2}(\d+))?/gu, (_, letters: string, top: string, bottom?: string) => {
  const [first, last] = [Number(top), Number(bottom ?? top)];
  const rows = Array.from({ length: last - first + 1 }, (__, index) => move(first + index, columnNumber(letters)!).row);
  const column = columnName(move(first, columnNumber(letters)!).column);
  return bottom === undefined ? `${column}${rows[0]}` : `${column}${Math.min(...rows)}:${column}${Math.max(...rows)}`;
});

const moveOn = ({ sheets, plan }: Book, sheet: string, move: Move, more: (cells: Map<string, Written>) => void = () => undefined, rangeOf: (range: ReturnType<typeof parseRange>) => string = moved(move)): Book => {
  const cells = new Map<string, Written>();
  sheets[sheet]!.forEach((row, r) => row.forEach((written, c) => {
    if (written === null) return;
    const to = move(r + 1, c + 1);
    cells.set(`${to.row},${to.column}`, typeof written === 'object' && 'f' in written ? { ...written, f: movedFormula(written.f, move) } : written);
  }));
  more(cells);
  const answers = Object.fromEntries(Object.entries(plan.answers).map(([address, answer]): [string, Answer] => {
    const cell = parseCell(address);
    return [formatCell(cell.sheet === sheet ? { sheet, ...move(cell.row, cell.column) } : cell), answer];
  }));
  const sources = plan.sources.map((source): Source => (parseRange(source.range).sheet !== sheet ? source : {
    ...source,
    range: rangeOf(parseRange(source.range)),
    ...(source.ownerColumn === undefined ? {} : { ownerColumn: columnName(move(1, columnNumber(source.ownerColumn)!).column) }),
  }));
  return { sheets: { ...sheets, [sheet]: sheetOf(cells) }, plan: validatePlan({ ...plan, answers, sources })[0]! };
};

const moved = (move: Move) => (range: ReturnType<typeof parseRange>): string => {
  const [first, last] = [move(range.top, range.left), move(range.bottom, range.right)];
  return formatRange({ ...range, top: first.row, left: first.column, bottom: last.row, right: last.column });
};

const sheetOf = (cells: ReadonlyMap<string, Written>): Sheet => {
  const places = [...cells.keys()].map((key) => key.split(',').map(Number) as [number, number]);
  const rows = Math.max(...places.map(([row]) => row));
  const columns = Math.max(...places.map(([, column]) => column));
  return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => cells.get(`${r + 1},${c + 1}`) ?? null));
};

const written = ({ sheets }: Book, { sheet, row, column }: CellAddress): Written => sheets[sheet]?.[row - 1]?.[column - 1] ?? null;

const withCell = (book: Book, { sheet, row, column }: CellAddress, value: Written): Book => ({
  ...book,
  sheets: { ...book.sheets, [sheet]: book.sheets[sheet]!.map((cells, r) => (r !== row - 1 ? cells : Object.assign([...cells], { [column - 1]: value }))) },
});

const isIn = ({ range }: Pick<Source, 'range'>, cell: CellAddress): boolean => {
  const area = parseRange(range);
  return area.sheet === cell.sheet && cell.row >= area.top && cell.row <= area.bottom && cell.column >= area.left && cell.column <= area.right;
};

/** The sources that hold a list or table of several rows. */
const tables = ({ plan }: Book): readonly Source[] => plan.sources.filter(({ range }) => parseRange(range).bottom > parseRange(range).top);

/** In these, each row is an item of its own and says by itself what it is. In the others, rows are read with what stands around them. */
const itemsInRows: readonly Role[] = ['year_columns', 'items_by_owner', 'year_tab'];

/** The boxes as the forms of 2025 name them (IRS Forms 1099-R and 5498). */
const boxTitles: Readonly<Partial<Record<Role, Readonly<Record<string, string>>>>> = {
  form_1099r: { '1': 'Gross distribution', '2a': 'Taxable amount', '7': 'Distribution code(s)' },
  form_5498: {
    '1': 'IRA contributions (other than amounts in boxes 2-4, 8-10, 13a, and 14a)', '2': 'Rollover contributions', '3': 'Roth IRA conversion amount',
    '5': 'FMV of account', '7': 'IRA SEP SIMPLE Roth IRA',
  },
};

/** The headers of a list of forms that name a box, each with its number and the form's own title. */
const boxHeaders = (book: Book, source: Source, reading: Reading): readonly { readonly cell: CellAddress; readonly box: string; readonly title: string }[] =>
  reading.ignored.filter(({ cell, reason }) => reason === 'Header.' && isIn(source, cell)).flatMap(({ cell }) => {
    const [, box = ''] = /^box (\d+[ab]?)/iu.exec(String(written(book, cell))) ?? [];
    const title = boxTitles[source.role]?.[box];
    return title === undefined ? [] : [{ cell, box, title }];
  });

interface Mutation {
  readonly name: string;
  /** Which samples it says nothing about, and why. */
  readonly not?: (sample: OwnSample) => boolean;
  readonly of: (book: Book, reading: Reading, sample: OwnSample) => readonly Book[];
}

const dataRows = (source: Source, reading: Reading): readonly number[] => [...new Set([
  ...reading.years.flatMap(({ used }) => used), ...reading.excluded,
].map(({ cell }) => cell).filter((cell) => isIn(source, cell)).map(({ row }) => row))].sort((a, b) => a - b);

const sampleOfCells = <Item>(items: readonly Item[], most = 4): readonly Item[] => items.filter((_, index) => index % Math.max(1, Math.ceil(items.length / most)) === 0);

const harmless: readonly Mutation[] = [
  {
    name: 'the blocks are moved down and to the right',
    // Ranges and rows that are hidden belong together; the sample names the rows by number.
    not: ({ hiddenRows }) => hiddenRows.length > 0,
    of: (book) => [Object.keys(book.sheets).reduce((one, sheet) => moveOn(one, sheet, (row, column) => ({ row: row + 3, column: column + 2 })), book)],
  },
  {
    name: 'a blank row is put in before the last row of a table',
    not: ({ hiddenRows }) => hiddenRows.length > 0,
    of: (book) => tables(book).map(({ range }) => {
      const { sheet, bottom } = parseRange(range);
      return moveOn(book, sheet, (row, column) => ({ row: row >= bottom ? row + 1 : row, column }));
    }),
  },
  {
    name: 'a blank column is put in after the first column of a table',
    of: (book) => tables(book).map(({ range }) => {
      const { sheet, left } = parseRange(range);
      return moveOn(book, sheet, (row, column) => ({ row, column: column > left ? column + 1 : column }));
    }),
  },
  {
    name: 'rows of a table change places',
    of: (book, reading) => tables(book).flatMap((source) => {
      const { sheet } = parseRange(source.range);
      // Rows that another selection looks at stay where they are.
      const rows = dataRows(source, reading).filter((row) => book.plan.sources.every((other) => other === source || parseRange(other.range).sheet !== sheet
        || row < parseRange(other.range).top || row > parseRange(other.range).bottom));
      if (rows.length < 2) return [];
      return [moveOn(book, sheet, (row, column) => ({ row: rows.includes(row) ? rows[(rows.indexOf(row) + 1) % rows.length]! : row, column }), undefined, (range) => formatRange(range))];
    }),
  },
  {
    name: 'numbers turn into text',
    of: (book, reading) => [[...reading.years.flatMap(({ used }) => used), ...reading.excluded].map(({ cell }) => cell).reduce((one, cell) => {
      const value = written(one, cell);
      return typeof value === 'number' ? withCell(one, cell, `$${value.toFixed(2).replace(/\B(?=(\d{3})+\.)/gu, ',')}`) : one;
    }, book)],
  },
  {
    name: 'a header is written in another way',
    // Boxes of a form are words of its role: "Box 1" is one thing on Form 5498 and another on Form 1099-R; their other ways come
    // next. A header of two rows is read as one, and half of it has no other way.
    not: ({ id, plans }) => id.includes('two-rows-of-headers') || plans.some(({ sources }) => sources.some(({ role }) => role === 'form_1099r' || role === 'form_5498')),
    of: (book, reading) => reading.ignored.filter(({ reason }) => reason === 'Header.').flatMap(({ cell }) => {
      const text = written(book, cell);
      const concept = typeof text === 'string' ? headerWords(text).concept : null;
      const ways: readonly string[] = concept === null || concept === 'amount' || concept === 'date' ? [] : vocabulary[concept].words;
      if (typeof text !== 'string' || !ways.includes(text.toLowerCase())) return [];
      return sampleOfCells(ways.filter((way) => way !== text.toLowerCase() && headerWords(way).concept === concept)).map((way) => withCell(book, cell, way));
    }),
  },
  {
    name: 'a box of a form is headed in another way',
    of: (book, reading) => tables(book).flatMap((source) => boxHeaders(book, source, reading).flatMap(({ cell, box, title }) =>
      [`${box} ${title}`, `Bx. ${box}`, `BOX ${box} - ${title}`].map((way) => withCell(book, cell, way)))),
  },
  {
    name: 'the header of a list of forms has two rows, the titles of the boxes over their numbers or the numbers over their titles',
    of: (book, reading) => tables(book).filter((source) => boxHeaders(book, source, reading).length > 0).flatMap((source) => {
      const { sheet, top } = parseRange(source.range);
      return [true, false].map((titlesFirst) => moveOn(book, sheet, (row, column) => ({ row: row > top ? row + 1 : row, column }), (cells) => {
        for (const { cell: { row, column }, box, title } of boxHeaders(book, source, reading)) {
          cells.set(`${titlesFirst ? row : row + 1},${column}`, title);
          cells.set(`${titlesFirst ? row + 1 : row},${column}`, `Box ${box}`);
        }
      }));
    }),
  },
  {
    name: 'a total is added under a list of accounts, years or forms',
    of: (book, reading) => tables(book).filter(({ role }) => (['accounts', 'year_table', 'form_1099r', 'form_5498', 'basis_history'] as Role[]).includes(role)).map((source) => {
      const range = parseRange(source.range);
      const rows = dataRows(source, reading);
      return moveOn(book, range.sheet, (row, column) => ({ row: row > range.bottom ? row + 1 : row, column }), (cells) => {
        cells.set(`${range.bottom + 1},${range.left}`, 'Total');
        for (let column = range.left + 1; column <= range.right; column += 1) {
          const amounts = rows.map((row) => written(book, { sheet: range.sheet, row, column }));
          if (amounts.every((amount) => typeof amount === 'number')) cells.set(`${range.bottom + 1},${column}`, (amounts as number[]).reduce((sum, amount) => sum + amount, 0));
        }
      }, (one) => formatRange(one.bottom === range.bottom && one.top === range.top ? { ...one, bottom: one.bottom + 1 } : one.top > range.bottom ? { ...one, top: one.top + 1, bottom: one.bottom + 1 } : one));
    }),
  },
  {
    name: 'a row that is left out stands there twice',
    of: (book, reading) => tables(book).filter(({ role }) => role === 'accounts').flatMap((source) => {
      const range = parseRange(source.range);
      const [out] = reading.excluded.filter(({ cell }) => isIn(source, cell));
      if (!out) return [];
      return [moveOn(book, range.sheet, (row, column) => ({ row: row > out.cell.row ? row + 1 : row, column }), (cells) => {
        book.sheets[range.sheet]![out.cell.row - 1]!.forEach((value, c) => { if (value !== null) cells.set(`${out.cell.row + 1},${c + 1}`, value); });
      })];
    }),
  },
];

const harmful: readonly Mutation[] = [
  {
    name: 'a year-end value of a year with a conversion is deleted',
    of: (book, reading) => reading.years.flatMap(({ used }) => (used.some(({ input, amount }) => input === 'conversions' && amount.greaterThan(0))
      ? used.filter(({ input, answered }) => input === 'accountValues' && answered === undefined).map(({ cell }) => withCell(book, cell, null)) : [])),
  },
  {
    name: 'a column of amounts stands there twice under its header',
    of: (book, reading) => tables(book).filter(({ role }) => !itemsInRows.includes(role)).flatMap((source) => {
      const range = parseRange(source.range);
      const columns = [...new Set(reading.years.flatMap(({ used }) => used).map(({ cell }) => cell).filter((cell) => isIn(source, cell)).map(({ column }) => column))];
      const headed = columns.filter((column) => reading.ignored.some(({ cell, reason }) => reason === 'Header.' && cell.column === column && isIn(source, cell)));
      return headed.filter((column) => source.ownerColumn === undefined || columnNumber(source.ownerColumn)! < column).map((column) =>
        moveOn(book, range.sheet, (row, one) => ({ row, column: one > column ? one + 1 : one }), (cells) => {
          for (let row = range.top; row <= range.bottom; row += 1) {
            const value = written(book, { sheet: range.sheet, row, column });
            if (value !== null) cells.set(`${row},${column + 1}`, value);
          }
        }, (one) => (one.right === column ? formatRange({ ...one, right: column + 1 }) : moved((row, at) => ({ row, column: at > column ? at + 1 : at }))(one))));
    }),
  },
  {
    name: 'the type of an account is not known',
    of: (book, reading) => tables(book).filter(({ role }) => role === 'accounts').flatMap((source) => reading.years.flatMap(({ used }) => used)
      .filter(({ cell, label }) => label !== null && isIn(source, cell)).map(({ label }) => withCell(book, label!, 'Vanguard'))),
  },
];

const cases = ownSamples.flatMap((sample) => sample.plans.map((plan) => ({ sample, book: { sheets: sample.sheets, plan } })));

const over = ({ not, of }: Mutation, check: (before: Reading, after: () => Reading, what: string) => void): number => {
  let mutants = 0;
  for (const { sample, book } of cases.filter((one) => !not?.(one.sample))) {
    const before = readingOf(book, sample);
    for (const [index, mutant] of of(book, before, sample).entries()) {
      check(before, () => readingOf(mutant, sample), `${sample.id}, ${book.plan.person}, ${index + 1}: ${JSON.stringify(mutant.plan.sources.map(({ range }) => range))}`);
      mutants += 1;
    }
  }
  return mutants;
};

describe('No line of a sample changes', () => {
  it.each(harmless.map((mutation) => [mutation.name, mutation] as const))('when %s', (_, mutation) => {
    const mutants = over(mutation, (before, after, what) => expect({ what, ...linesOf(after()) as object }).toEqual({ what, ...linesOf(before) as object }));
    expect(mutants).toBeGreaterThan(2);
  });
});

describe('It is asked, or stops', () => {
  it.each(harmful.map((mutation) => [mutation.name, mutation] as const))('when %s', (_, mutation) => {
    const mutants = over(mutation, (before, after, what) => expect({ what, more: open(after()) > open(before) }).toEqual({ what, more: true }));
    expect(mutants).toBeGreaterThan(2);
  });
});
