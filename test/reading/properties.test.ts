import fc from 'fast-check';
import { formatCell, parseRange } from '../../src/cells/address';
import { Refusal } from '../../src/engine/refusal';
import { combinedAnswer } from '../../src/plan/answers';
import type { Reading } from '../../src/reading/facts';
import { roleNames, type Answer } from '../../src/plan/plan';
import { fatesOf, readLog, sumsOf, type Selection, type Sheet, type Written } from './sheet';

/** Each run tries the same cells, so that what failed once fails again. */
fc.configureGlobal({ seed: 8606 });

const LONG_TEXT = 'Rolled over from the old plan, see the letter of the custodian; 7,000 of it was not deducted. '.repeat(400);

const words = fc.constantFrom(
  'Year', 'Type', 'FMV 12/31', 'Converted', 'Nondeductible', 'Contributed', 'Owner', 'T', 'S', 'Joint', 'Total', 'Traditional IRA', 'Roth IRA', 'SEP-IRA', '403(b)', 'Date',
  'Date in', 'Late', 'Basis', 'Basis b/f', 'Notes', 'in 000s', 'Roth conversion 1/22/2025', 'contribution for 2024', 'Vanguard', '~6500', 'TBD', '-', '-0-', '$7,000.00', '(500)', '7k',
  '6,000/6,500', '1/15/2025', 'Jan 4', '2025', 'TY 2024', '', '  ', '#N/A', '5%', 'yes',
  'Box 1', 'Box 2a', 'Box 3', 'Box 4', 'Box 5', 'Box 7', 'IRA/SEP/SIMPLE', 'X', '2', '7', '8', 'P', 'R', 'G', 'QCD', 'Rollover', 'Amount', 'Description', 'Balance', 'Deposits',
  'Withdrawals', 'Interest', 'Contribution', 'Distribution', 'Transfer', 'Direction', 'Roth to traditional', 'Traditional to Roth', 'Amount moved', 'Date recharacterized', 'Original amount',
  'Date distributed', 'Date repaid', 'Repaid', 'Kind', 'Hurricane', 'Birth', 'Deducted',
);

const cell: fc.Arbitrary<Written> = fc.oneof(
  { arbitrary: fc.constant(null), weight: 4 },
  { arbitrary: words, weight: 6 },
  { arbitrary: fc.constantFrom(0, 7000, 7000.53, 500, 2023, 2024, 2025, 2026, -7000, 0.005), weight: 5 },
  { arbitrary: fc.constantFrom('2024-01-02', '2025-04-15', '2025-12-31', '2026-02-03').map((date) => ({ date })), weight: 2 },
  { arbitrary: fc.constantFrom('=SUM(A1:A9)', '=SUM(B$1:B$9)', '=A1+A2', '=SUBTOTAL(9,C1:C9)', '=""').map((f) => ({ f, v: 14000 })), weight: 2 },
  { arbitrary: fc.oneof(fc.double(), fc.string(), fc.boolean(), fc.constantFrom({ error: '#REF!' }, LONG_TEXT)), weight: 1 },
);

const log: fc.Arbitrary<Sheet> = fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 9 });
const range = fc.constantFrom('A1:G9', 'A1:D5', 'B2:F8', 'A1', 'C:E', '2:6', 'A1:A9');
const selections: fc.Arbitrary<readonly Selection[]> = fc.array(fc.record({ role: fc.constantFrom(...roleNames), range }), { minLength: 1, maxLength: 3 });
const answer: fc.Arbitrary<Answer> = fc.constantFrom<Answer>(
  'include', 'exclude', 'zero', { amount: '6500' }, { owner: 'S' }, { year: 2024 }, { role: 'distributions' }, { column: 'converted' }, { deducted: '100' }, { column: 'nonsense' }, { role: 'roth_distributions' },
  { kind: 'rollover' }, { kind: 'to_roth' }, { converted: '100' }, { late: '100' }, { column: 'f1099r_box1' },
);
const answers = fc.dictionary(fc.constantFrom('A1', 'B1', 'B2', 'C3', 'D4', 'A5'), answer, { maxKeys: 3 });
const year = fc.constantFrom(2024, 2025, [2024, 2025]);

/** The addresses of a range, where it is not made of whole rows or columns. */
function cellsIn(area: string): readonly string[] {
  if (!/^[A-Z]\d/u.test(area)) return [];
  const { top, bottom, left, right } = parseRange(area, 'Log');
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const columns = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  return rows.flatMap((row) => columns.map((column) => formatCell({ sheet: 'Log', row, column })));
}

/** Of all roles; a run has two on the average. */
const SELECTIONS = 10_000;

describe('whatever the cells hold', () => {
  it('every cell of every selection ends in exactly one of used, excluded, ignored and asked, or the reading is a Refusal', () => {
    fc.assert(fc.property(log, selections, answers, year, (sheet, selected, given, years) => {
      let reading: Reading;
      try {
        reading = readLog(sheet, selected, { answers: given, year: years });
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
        return;
      }
      const fates = fatesOf(reading);
      expect([...fates].filter(([, fate]) => fate.includes('+'))).toEqual([]);
      expect(selected.flatMap(({ range: area }) => cellsIn(area)).filter((address) => !fates.has(address))).toEqual([]);
    }), { numRuns: SELECTIONS / 2 });
  });

  it('no amount that is counted is negative, and every question has a sentence and choices', () => {
    fc.assert(fc.property(log, selections, year, (sheet, selected, years) => {
      const reading = readLog(sheet, selected, { year: years });
      expect(reading.years.flatMap(({ used }) => used).filter(({ amount }) => amount.isNegative() && !amount.isZero())).toEqual([]);
      expect(reading.asked.filter(({ text, choices }) => !text.endsWith('.') || choices.length === 0)).toEqual([]);
    }), { numRuns: 700 });
  });

  it('what is asked is not counted, and an answer of "exclude" keeps it so', () => {
    fc.assert(fc.property(log, selections, (sheet, selected) => {
      const reading = readLog(sheet, selected);
      const open = reading.asked.filter(({ about, choices }) => about === 'cell' && choices.some(({ answer: choice }) => choice === 'exclude'));
      const fates = fatesOf(readLog(sheet, selected, { answers: Object.fromEntries(open.map(({ cell: { row, column } }) => [`${String.fromCharCode(64 + column)}${row}`, 'exclude' as const])) }));
      for (const { cell: { row, column } } of open) expect(fates.get(`Log!${String.fromCharCode(64 + column)}${row}`)).not.toBe('used');
    }), { numRuns: 700 });
  });
});

describe('what is asked', () => {
  it('can be answered until nothing is left open, whichever choices are taken', () => {
    fc.assert(fc.property(log, fc.record({ role: fc.constantFrom(...roleNames), range }), year, fc.nat({ max: 9 }), (sheet, selection, years, pick) => {
      const selected = [selection];
      const given = new Map<string, Answer>();
      let open = readLog(sheet, selected, { year: years }).asked;
      for (let round = 0; round < 10 && open.length > 0; round += 1) {
        for (const { cell: asked, choices } of open) {
          const address = formatCell(asked);
          given.set(address, combinedAnswer(given.get(address), choices[pick % choices.length]?.answer as Answer));
        }
        open = readLog(sheet, selected, { year: years, answers: Object.fromEntries(given) }).asked;
      }
      expect(open.map(({ code, cell: asked }) => `${code} ${formatCell(asked)}`)).toEqual([]);
    }), { numRuns: 700 });
  });
});

/** Headers of the lists whose rows hold several amounts each, over whatever cells. */
const headed: fc.Arbitrary<{ readonly role: Selection['role']; readonly header: readonly Written[] }> = fc.constantFrom(
  { role: 'form_1099r', header: ['Account', 'Box 1', 'Box 2a', 'Code', 'IRA/SEP/SIMPLE', 'Converted', 'Federal tax withheld'] },
  { role: 'form_1099r', header: ['Year', 'Box 1', 'Box 7', 'IRA box', 'QCD', 'Rollover', 'Notes'] },
  { role: 'form_5498', header: ['Year', 'Box 1', 'Box 3', 'Box 4', 'Box 5', 'Box 7', 'Box 13a'] },
  { role: 'ledger', header: ['Date', 'Account', 'Description', 'Amount', 'Balance', 'Tax year', 'Notes'] },
  { role: 'ledger', header: ['Date', 'Type', 'Deposits', 'Withdrawals', 'Balance'] },
  { role: 'recharacterizations', header: ['Direction', 'Original date', 'Original amount', 'Date recharacterized', 'Amount moved', 'Year'] },
  { role: 'disaster_distributions', header: ['Date distributed', 'Kind', 'Amount', 'Date repaid', 'Repaid'] },
  { role: 'repayments', header: ['Date distributed', 'Date repaid', 'Kind', 'Amount repaid'] },
  { role: 'basis_history', header: ['Year', 'IRA contribution', 'Deducted', 'Nondeductible', 'Line 14'] },
);

describe('a list of forms, transactions or corrections', () => {
  it('loses no cell, counts nothing below zero, and can be answered until nothing is open', () => {
    fc.assert(fc.property(headed, log, year, fc.nat({ max: 9 }), ({ role, header }, rows, years, pick) => {
      const sheet = [header, ...rows, ['Nondeductible contribution', 7000, { date: '2024-05-02' }]];
      const area = `A1:G${rows.length + 1}`;
      const selected: readonly Selection[] = [{ role, range: area }, { role: 'contributions', range: `A${rows.length + 2}:C${rows.length + 2}` }];
      const given = new Map<string, Answer>();
      let reading = readLog(sheet, selected, { year: years });
      for (let round = 0; round < 12 && reading.asked.length > 0; round += 1) {
        for (const { cell: asked, choices } of reading.asked) {
          const address = formatCell(asked);
          given.set(address, combinedAnswer(given.get(address), choices[pick % choices.length]?.answer as Answer));
        }
        reading = readLog(sheet, selected, { year: years, answers: Object.fromEntries(given) });
        const fates = fatesOf(reading);
        expect([...fates].filter(([, fate]) => fate.includes('+'))).toEqual([]);
        expect(cellsIn(area).filter((address) => !fates.has(address))).toEqual([]);
        expect(reading.years.flatMap(({ used }) => used).filter(({ amount }) => amount.isNegative() && !amount.isZero())).toEqual([]);
      }
      expect(reading.asked.map(({ code, cell: asked }) => `${code} ${formatCell(asked)}`)).toEqual([]);
    }), { numRuns: 400 });
  });
});

/** A list or a table in good order, and what it comes to. */
interface Orderly {
  readonly header: readonly Written[];
  readonly rows: Sheet;
  readonly role: Selection['role'];
}

const cents = fc.integer({ min: 1, max: 99_999_999 }).map((n) => n / 100);
const accounts: fc.Arbitrary<Orderly> = fc.array(
  fc.record({ type: fc.constantFrom('Traditional IRA', 'Rollover IRA', 'SEP-IRA', 'Roth IRA', '403(b)', 'HSA', 'Annuity'), value: cents }), { minLength: 1, maxLength: 6 },
).map((rows) => ({ role: 'accounts', header: ['Institution', 'Acct #', 'Type', 'FMV 12/31/25', 'Notes'], rows: rows.map(({ type, value }) => ['Vanguard', 'xx1234', type, value, 'per stmt']) }));
const years: fc.Arbitrary<Orderly> = fc.uniqueArray(fc.integer({ min: 2018, max: 2025 }), { minLength: 1, maxLength: 6 }).chain((all) =>
  fc.array(fc.record({ contribution: cents, conversion: cents, value: cents }), { minLength: all.length, maxLength: all.length }).map((amounts) => ({
    role: 'year_table' as const,
    header: ['Year', 'Nondeductible contribution', 'Date in', 'Converted to Roth', 'Trad IRA balance 12/31'],
    rows: all.map((one, index) => [one, amounts[index]?.contribution ?? 0, { date: `${one}-05-02` }, amounts[index]?.conversion ?? 0, amounts[index]?.value ?? 0]),
  })));
const conversions: fc.Arbitrary<Orderly> = fc.array(fc.record({ day: fc.integer({ min: 10, max: 28 }), amount: cents }), { minLength: 1, maxLength: 6 })
  .map((rows) => ({ role: 'conversions', header: ['Date', 'Converted', 'Source'], rows: rows.map(({ day, amount }) => [{ date: `2025-03-${day}` }, amount, '1099-R']) }));
const orderly = fc.oneof(accounts, years, conversions);

const all = (reading: Reading): unknown => reading.years.map(({ year: one }) => [one, sumsOf(reading, one)]);
const readSheet = (sheet: Sheet, role: Selection['role'], top = 1, left = 1): Reading => {
  const right = Math.max(...sheet.map((row) => row.length));
  return readLog(sheet, [{ role, range: `${String.fromCharCode(64 + left)}${top}:${String.fromCharCode(64 + right)}${sheet.length}` }]);
};
const asText = (written: Written): Written => (typeof written === 'number' && (written < 1980 || written > 2100) ? `$${written.toFixed(2).replace(/\B(?=(\d{3})+\.)/gu, ',')}` : written);

/** Every change here leaves what the sheet says as it was. */
describe('no line changes', () => {
  const changes = (name: string, change: fc.Arbitrary<(one: Orderly) => Sheet>): void => {
    it(`when ${name}`, () => {
      fc.assert(fc.property(orderly, change, (one, changed) => {
        expect(all(readSheet(changed(one), one.role))).toEqual(all(readSheet([one.header, ...one.rows], one.role)));
      }), { numRuns: 150 });
    });
  };

  changes('the rows are shuffled', fc.infiniteStream(fc.nat()).map((numbers) => ({ header, rows }: Orderly) => {
    const keys = rows.map(() => numbers.next().value);
    return [header, ...rows.map((row, index) => ({ row, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key).map(({ row }) => row)];
  }));
  changes('the columns are shuffled', fc.infiniteStream(fc.nat()).map((numbers) => ({ header, rows }: Orderly) => {
    const order = header.map((_, index) => ({ index, key: numbers.next().value })).sort((a, b) => a.key - b.key).map(({ index }) => index);
    return [header, ...rows].map((row) => order.map((index) => row[index] ?? null));
  }));
  changes('blank rows are inserted', fc.nat({ max: 5 }).map((at) => ({ header, rows }: Orderly) => [[null], header, ...rows.slice(0, at), [null], ...rows.slice(at), [null], [null]]));
  changes('blank columns are inserted', fc.nat({ max: 5 }).map((at) => ({ header, rows }: Orderly) => [header, ...rows].map((row) => [null, ...row.slice(0, at), null, ...row.slice(at), null])));
  changes('titles and notes stand around it', fc.constant(({ header, rows }: Orderly) => [['Client: A. Patel, MD', 'TY 2025'], ['Prepared by: JL'], header, ...rows, [null], ['Agreed to statements.']]));
  changes('numbers are turned into text', fc.constant(({ header, rows }: Orderly) => [header, ...rows.map((row) => row.map(asText))]));
  changes('a total is added with its label', fc.constant(({ header, rows }: Orderly) =>
    [header, ...rows, header.map((_, column) => (column === 0 ? 'Total' : totalOf(rows, column)))]));
  changes('a total is added with its formula', fc.constant(({ header, rows }: Orderly) => [header, ...rows, header.map((_, column) => {
    const letter = String.fromCharCode(65 + column);
    const sum = totalOf(rows, column);
    return sum === null ? null : { f: `=SUM(${letter}2:${letter}${rows.length + 1})`, v: sum };
  })]));
  changes('accounts that do not count are added', fc.constant(({ header, rows, role }: Orderly) =>
    (role === 'accounts' ? [header, ...rows, ['Fidelity', 'xx1', 'Roth IRA', 123.45, null], ['TIAA', 'xx2', '457(b)', 99, null]] : [header, ...rows])));

  const totalOf = (rows: Sheet, column: number): number | null => {
    const amounts = rows.map((row) => row[column]).filter((written): written is number => typeof written === 'number');
    return column === 0 || amounts.length < rows.length ? null : Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100) / 100;
  };

  it('when the block is moved', () => {
    fc.assert(fc.property(orderly, fc.nat({ max: 9 }), fc.nat({ max: 9 }), ({ header, rows, role }, down, right) => {
      const moved = [...Array.from({ length: down }, () => [null]), ...[header, ...rows].map((row) => [...Array.from({ length: right }, () => null), ...row])];
      expect(all(readSheet(moved, role, down + 1, right + 1))).toEqual(all(readSheet([header, ...rows], role)));
    }), { numRuns: 150 });
  });
});
