import type { Reading } from '../../src/reading/facts';
import { codesOf, fateOf, readLog, sumsOf, warningsOf, type Selection, type Sheet, type Written } from './sheet';

/** Instructions for Form 8606 (2023), "Recharacterizations" and line 6; shared/law/form8606.md section 5. */
const header = ['Direction', 'Original date', 'Original amount', 'Date recharacterized', 'Amount moved', 'For year'];
const on = (date: string): { date: string } => ({ date });

const read = (rows: Sheet, plan = {}, contributions: Sheet = []): Reading => {
  const log = [header, ...rows, ...contributions];
  const more: readonly Selection[] = contributions.length === 0 ? [] : [{ role: 'contributions', range: `A${rows.length + 2}:B${log.length}` }];
  return readLog(log, [{ role: 'recharacterizations', range: `A1:F${rows.length + 1}` }, ...more], { answers: {}, ...plan });
};

describe('a contribution to a Roth IRA that became one to a traditional IRA', () => {
  const toTraditional = (made: string, moved: Written, amount: Written = 6600, plan = {}): Reading =>
    read([['Roth to traditional', on(made), 6500, moved, amount, 2025]], { ...plan });

  it('is on line 1 by its original amount and date, and what moved after year end on line 6', () => {
    const reading = toTraditional('2025-03-01', on('2026-03-15'));
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '6500.00', recharacterizedFromRoth: '6600.00' });
    expect(codesOf(reading)).toEqual(['DEDUCTED_UNKNOWN C2']);
  });

  it.each([
    ['2025-12-31', { contributionsInYear: '6500.00' }],
    ['2026-01-01', { contributionsInYear: '6500.00', recharacterizedFromRoth: '6600.00' }],
  ])('that moved on %s gives %j: the year-end value shows what moved during the year', (moved, sums) => {
    expect(sumsOf(toTraditional('2025-03-01', on(moved)))).toEqual(sums);
  });

  it('that was made after year end is in no year-end value', () => {
    const reading = toTraditional('2026-02-01', on('2026-03-15'));
    expect(sumsOf(reading)).toEqual({ contributionsAfterYearEnd: '6500.00' });
    expect(fateOf(reading, 'E2')).toBe('ignored');
  });

  it.each([['MOVED_WHEN E2', null, 6600], ['AMOUNT_MISSING E2', on('2026-03-15'), null]] as const)('is asked about: %s', (code, moved, amount) => {
    expect(codesOf(toTraditional('2025-03-01', moved, amount))).toContain(code);
  });

  it('is asked when and how much moved where no column says it', () => {
    const log: Sheet = [['Direction', 'Date', 'Nondeductible contribution'], ['Roth to traditional', on('2025-05-01'), 6500]];
    const reading = (answers = {}): Reading => readLog(log, [{ role: 'recharacterizations', range: 'A1:C2' }], { answers });
    expect(codesOf(reading())).toEqual(['AMOUNT_MOVED_UNKNOWN A2']);
    expect(sumsOf(reading({ A2: { late: '6600' } }))).toEqual({ contributionsInYear: '6500.00', recharacterizedFromRoth: '6600.00' });
    expect([sumsOf(reading({ A2: { late: '0' } })), codesOf(reading({ A2: { late: '0' } }))]).toEqual([{ contributionsInYear: '6500.00' }, []]);
  });

  it('that stands among the contributions too is asked, and counts once', () => {
    const rows: Sheet = [['Roth to traditional', on('2025-05-01'), 6500, on('2026-03-15'), 6600, 2025]];
    const twice = (answers = {}): Reading => read(rows, { answers }, [['Nondeductible contribution', 6500]]);
    expect(codesOf(twice())).toEqual(['CONTRIBUTION_TWICE C2']);
    expect(sumsOf(twice({ C2: { role: 'contributions' } }))).toEqual({ contributionsInYear: '6500.00', recharacterizedFromRoth: '6600.00' });
    expect(sumsOf(twice({ C2: 'include' }))).toEqual({ contributionsInYear: '13000.00', recharacterizedFromRoth: '6600.00' });
  });

  it('made from January to April without its year is asked for it', () => {
    expect(codesOf(read([['Roth to traditional', on('2025-03-01'), 6500, on('2025-06-01'), 6600, null]]))).toEqual(['CONTRIBUTION_YEAR C2']);
  });
});

describe('a contribution to a traditional IRA that became one to a Roth IRA', () => {
  const contributed: Sheet = [['Nondeductible contribution 5/2/2025', 4000]];

  it('leaves line 1, and what moved after year end leaves line 6: the example of the instructions', () => {
    // Instructions for Form 8606 (2023): 4,000 contributed in May, 3,000 of it recharacterized in February with its earnings, 3,300 moved.
    const reading = read([['Traditional to Roth', on('2025-05-02'), 3000, on('2026-02-10'), 3300, 2025]], {}, contributed);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '4000.00', recharacterizedToRoth: '3000.00', recharacterizedOffLine6: '3300.00' });
    expect(reading.asked).toEqual([]);
  });

  it('leaves line 1 only, where it moved during the year', () => {
    expect(sumsOf(read([['Traditional to Roth', on('2025-05-02'), 3000, on('2025-08-10'), 3300, 2025]], {}, contributed))).toEqual({ contributionsInYear: '4000.00', recharacterizedToRoth: '3000.00' });
  });

  it('is on no line where no contribution is read that it could leave', () => {
    const reading = read([['Traditional to Roth', on('2025-05-02'), 3000, on('2026-02-10'), 3300, 2025]]);
    expect([sumsOf(reading), reading.stops, fateOf(reading, 'C2')]).toEqual([{}, [], 'excluded']);
  });

  it('stops where more left than was contributed', () => {
    expect(read([['Traditional to Roth', on('2025-05-02'), 4000.01, on('2025-08-10'), 4000.01, 2025]], {}, contributed).stops.map(({ code }) => code)).toEqual(['MORE_TAKEN_OFF_THAN_CONTRIBUTED']);
  });

  it('leaves its own side of the year end, which line 4 depends on', () => {
    const both: Sheet = [['Nondeductible contribution 5/2/2025', 4000], ['Nondeductible 2025 contribution, made 2/3/2026', 3000]];
    const late = read([['Traditional to Roth', on('2026-02-03'), 1000, on('2026-03-10'), 1000, 2025]], {}, both);
    expect(sumsOf(late)).toEqual({ contributionsInYear: '4000.00', contributionsAfterYearEnd: '3000.00', recharacterizedToRoth: '1000.00', undoneAfterYearEnd: '1000.00' });
    const early = read([['Traditional to Roth', on('2025-05-02'), 1000, on('2025-08-10'), 1000, 2025]], {}, both);
    expect(sumsOf(early)).toEqual({ contributionsInYear: '4000.00', contributionsAfterYearEnd: '3000.00', recharacterizedToRoth: '1000.00' });
    expect(early.years[0]?.used.some(({ input }) => input === 'undoneAfterYearEnd')).toBe(true);
  });
});

describe('what was returned, of contributions made on both sides of the year end,', () => {
  const log: Sheet = [['Nondeductible contribution 5/2/2025', 4000], ['Nondeductible 2025 contribution, made 2/3/2026', 3000], ['Excess returned', 500]];
  const reading = (answers = {}): Reading => readLog(log, [{ role: 'contributions', range: 'A1:B2' }, { role: 'returned', range: 'A3:B3' }], { answers });

  it('is asked for its side, and until then counts as made during the year', () => {
    expect(codesOf(reading())).toEqual(['UNDONE_SIDE_UNKNOWN B3']);
    expect(reading().asked[0]?.choices.map(({ answer }) => answer)).toEqual([{ late: '0' }, { late: '500' }]);
    expect(sumsOf(reading()).undoneAfterYearEnd).toBeUndefined();
    expect(sumsOf(reading({ B3: { late: '500' } }))).toMatchObject({ returned: '500.00', undoneAfterYearEnd: '500.00' });
    expect([sumsOf(reading({ B3: { late: '0' } })).undoneAfterYearEnd, codesOf(reading({ B3: { late: '0' } }))]).toEqual([undefined, []]);
  });
});

describe('the direction', () => {
  const direction = (words: Written, plan = {}): Reading => read([[words, on('2025-05-02'), 6500, on('2025-06-01'), 6600, 2025]], plan);

  it.each(['Roth to traditional', 'Roth → Trad', 'Roth -> IRA', 'from Roth to traditional IRA', 'To traditional', 'from Roth', 'Roth IRA contribution recharacterized as traditional'])('"%s" is to a traditional IRA', (words) => {
    expect(sumsOf(direction(words))).toEqual({ contributionsInYear: '6500.00' });
  });

  it.each(['Traditional to Roth', 'Trad → Roth', 'IRA => Roth', 'to Roth', 'from traditional'])('"%s" is to a Roth IRA', (words) => {
    expect(sumsOf(read([[words, on('2025-05-02'), 6500, on('2025-06-01'), 6600, 2025]], {}, [['Nondeductible contribution', 7000]]))).toMatchObject({ recharacterizedToRoth: '6500.00' });
  });

  it.each([null, 'Roth', 'Traditional', 'Recharacterization'])('%j says nothing, and is asked', (words) => {
    expect(codesOf(direction(words))).toEqual(['RECHARACTERIZED_WHICH_WAY C2']);
    expect(sumsOf(direction(words, { answers: { C2: { kind: 'to_traditional' } } }))).toEqual({ contributionsInYear: '6500.00' });
  });

  it('of a conversion is asked: since 2018 conversions cannot be recharacterized', () => {
    expect(codesOf(direction('Roth conversion back to traditional'))).toEqual(['CONVERSION_OR_CONTRIBUTION C2']);
  });
});

describe('beside Forms 5498', () => {
  it('a contribution that came from a Roth IRA is no part of box 1', () => {
    const log: Sheet = [header, ['Roth to traditional', on('2025-05-01'), 6500, on('2025-06-01'), 6600, 2025], ['Custodian', 'Box 1', 'Box 4', 'Box 5', 'Box 7', null], ['Vanguard', null, 6600, 6700, 'IRA', null]];
    const reading = readLog(log, [{ role: 'recharacterizations', range: 'A1:F2' }, { role: 'form_5498', range: 'A3:E4' }], { answers: { C2: { deducted: '0' } } });
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '6500.00', accountValues: '6700.00' });
    expect([codesOf(reading), warningsOf(reading)]).toEqual([[], []]);
  });
});
