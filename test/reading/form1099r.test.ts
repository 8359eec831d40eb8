import type { Answer } from '../../src/plan/plan';
import type { Reading } from '../../src/reading/facts';
import { codesOf, fateOf, readLog, sumsOf, warningsOf, type Selection, type Sheet, type Written } from './sheet';

/**
 * Forms 1099-R by box and code: shared/users/workbooks.md section 3, the Guide to Distribution Codes in the Instructions
 * for Forms 1099-R and 5498, and what Form 8606 leaves off line 7 (Instructions for Form 8606, line 7).
 */
const header = ['Payer', 'Box 1', 'Box 2a', 'Box 7 code', 'IRA/SEP/SIMPLE'];

const read = (log: Sheet, plan = {}, more: readonly Selection[] = []): Reading =>
  readLog(log, [{ role: 'form_1099r', range: `A1:${String.fromCodePoint(64 + Math.max(...log.map((row) => row.length)))}${log.length}` }, ...more], plan);

/** One form of 7,000 with its code and IRA box. */
const one = (code: Written, box: Written, plan = {}): Reading => read([header, ['Vanguard', 7000, 7000, code, box]], plan);

const reasonAt = (reading: Reading, column: number, row: number): string | undefined =>
  reading.excluded.find(({ cell }) => cell.column === column && cell.row === row)?.reason;

describe('a code of Form 1099-R', () => {
  it.each([1, '1', '01', 3, 5, 'K', 'S', '1S', 'K1', '1 - Early distribution, no known exception'])('%j with the IRA box is a distribution, on line 7', (code) => {
    const reading = one(code, 'X');
    expect(sumsOf(reading)).toEqual({ distributions: '7000.00' });
    expect(reading.asked).toEqual([]);
  });

  it.each([2, '02', '2', 7, '7', '7 - Normal distribution', '2K', 'K7', '7K'])('%j with the IRA box says nothing of what became of the money: it is asked', (code) => {
    const reading = one(code, 'X');
    expect(codesOf(reading)).toEqual(['CONVERTED_OR_DISTRIBUTED B2']);
    expect(sumsOf(reading)).toEqual({});
    expect(reading.asked[0]?.choices.map(({ answer }) => answer)).toEqual([{ converted: '7000' }, { role: 'distributions' }, { kind: 'rollover' }, { kind: 'charitable' }]);
  });

  it.each<[Answer, Record<string, string>]>([
    [{ converted: '7000' }, { conversions: '7000.00' }],
    [{ role: 'conversions' }, { conversions: '7000.00' }],
    [{ role: 'distributions' }, { distributions: '7000.00' }],
    [{ converted: '0' }, { distributions: '7000.00' }],
    [{ converted: '5000' }, { conversions: '5000.00', distributions: '2000.00' }],
    [{ kind: 'rollover' }, {}],
    [{ kind: 'charitable' }, {}],
    ['exclude', {}],
  ])('2 or 7 is what the preparer says: %j', (answer, sums) => {
    const reading = one(7, 'X', { answers: { B2: answer } });
    expect(sumsOf(reading)).toEqual(sums);
    expect(reading.asked).toEqual([]);
    expect(fateOf(reading, 'B2')).toBe(Object.keys(sums).length > 0 ? 'used' : 'excluded');
  });

  it('cannot be answered with more than box 1 holds', () => {
    expect(codesOf(one(7, 'X', { answers: { B2: { converted: '7000.01' } } }))).toEqual(['PARTS_EXCEED_BOX_1 B2']);
  });

  it.each<[Written, Written, RegExp]>([
    ['G', 'X', /rolled over from the IRA into an employer plan/],
    ['G', null, /not an IRA|employer plan, not of an IRA/],
    ['H', null, /designated Roth account/],
    ['B', null, /designated Roth account/],
    ['BG', null, /designated Roth account/],
    ['2 B', null, /designated Roth account/],
    ['J', null, /Roth IRA is in Part III/],
    ['T', null, /Roth IRA is in Part III/],
    ['Q', null, /Roth IRA is in Part III/],
    ['JP', null, /returned from a Roth IRA, on no line/],
    [4, 'X', /Form 8606 of its own/],
    ['4G', 'X', /Form 8606 of its own/],
    ['Y', 'X', /charitable/],
    ['7Y', 'X', /charitable/],
    ['Y7', 'X', /charitable/],
    [7, 'No', /employer plan/],
    [1, '☐', /employer plan/],
  ])('%j with the IRA box %j is on no line, and the reason is told', (code, box, reason) => {
    const reading = read([header, ['Vanguard', 7000, 7000, code, box], ['Fidelity', 50, 50, 1, 'X']]);
    expect(sumsOf(reading)).toEqual({ distributions: '50.00' });
    expect(reasonAt(reading, 2, 2)).toMatch(reason);
  });

  // Form 8606 (2025), Part III: "Complete this part only if you took a distribution from a Roth IRA"; code Q says that it was qualified.
  it.each([['J', true], ['T', true], [null, true], ['Q', false], ['7Y', false], ['J8', false], ['H', false]])('%s of a Roth IRA asks for Part III, unless a selection has it: %j', (code, warns) => {
    const log: Sheet = [header, ['Fidelity Roth IRA', 2000, null, code, null], ['Fidelity', 50, 50, 1, 'X'], ['Date', 'Distribution', 'Basis in contributions'], [{ date: '2025-06-03' }, 2000, 2000]];
    const forms: Selection = { role: 'form_1099r', range: 'A1:E3' };
    const without = warningsOf(readLog(log, [forms]));
    expect(without.includes('ROTH_DISTRIBUTION_NOT_SELECTED B2')).toBe(warns);
    expect(warningsOf(readLog(log, [forms, { role: 'roth_distributions', range: 'A4:C5' }])).filter((warning) => warning.startsWith('ROTH_'))).toEqual([]);
  });

  it.each(['X', '??', 0, 'normal', '27', 'Z', '8 / 1 / P', '8,1,P'])('%j is no code, or more than a form has, and is asked', (code) => {
    expect(codesOf(one(code, 'X'))).toEqual(['CODE_UNKNOWN B2']);
  });

  it.each(['6', '9', 'L', 'U', 'D7', '8P'])('%s does not belong to an IRA as it stands, and is asked', (code) => {
    expect(codesOf(one(code, 'X'))).toEqual(['FORM_1099R_UNCLEAR B2']);
  });

  it('is not needed for a form whose account is a plan, and its absence is asked for an IRA', () => {
    const log: Sheet = [['Account', 'Gross distribution'], ['Traditional IRA', 7000], ['401(k)', 9000], ['Roth IRA', 1]];
    expect(codesOf(read(log))).toEqual(['CONVERTED_OR_DISTRIBUTED B2']);
    expect([fateOf(read(log), 'B3'), fateOf(read(log), 'B4')]).toEqual(['excluded', 'excluded']);
  });
});

describe('the IRA box', () => {
  it.each(['X', 'x', '✓', 'Yes', true, 1, 'IRA', 'SEP', 'SIMPLE'])('is marked by %j', (mark) => {
    expect(sumsOf(one(1, mark))).toEqual({ distributions: '7000.00' });
  });

  it('that is nowhere marked says nothing: the account does, or it is asked with the plan among the answers', () => {
    expect(codesOf(one(1, null))).toEqual(['FORM_1099R_UNCLEAR B2']);
    expect(one(1, null).asked[0]?.choices.map(({ answer }) => answer)).toContainEqual({ kind: 'plan' });
    expect(sumsOf(read([['Account', 'Gross distribution', 'Code', 'IRA box'], ['Rollover IRA', 7000, 1, null]]))).toEqual({ distributions: '7000.00' });
  });

  it('that contradicts the account is asked', () => {
    const log: Sheet = [['Type', 'Box 1', 'Code', 'IRA box'], ['Traditional IRA', 7000, 1, null], ['Roth IRA', 500, 1, 'X'], ['SEP', 10, 1, 'X']];
    expect(codesOf(read(log))).toEqual(['FORM_1099R_UNCLEAR B2', 'FORM_1099R_UNCLEAR B3']);
    expect(sumsOf(read(log))).toEqual({ distributions: '10.00' });
  });

  it('need not be marked for code S: only SIMPLE IRAs have it', () => {
    expect(sumsOf(one('S', null))).toEqual({ distributions: '7000.00' });
  });
});

describe('box 2a', () => {
  it('is not the taxable amount, and changes nothing', () => {
    expect(sumsOf(read([header, ['Vanguard', 7000, 0, 1, 'X']]))).toEqual(sumsOf(one(1, 'X')));
    expect(read([header, ['Vanguard', 7000, 1234, 1, 'X']]).ignored.find(({ cell }) => cell.column === 3 && cell.row === 2)?.reason).toMatch(/not the taxable amount/);
  });
});

describe('what says that a form was converted', () => {
  const columns = [...header, 'Converted to Roth'];

  it.each<[Written, Record<string, string>]>([
    ['X', { conversions: '7000.00' }],
    ['yes', { conversions: '7000.00' }],
    [7000, { conversions: '7000.00' }],
    ['$5,000.00', { conversions: '5000.00', distributions: '2000.00' }],
    [5000, { conversions: '5000.00', distributions: '2000.00' }],
    ['No', { distributions: '7000.00' }],
    [0, { distributions: '7000.00' }],
  ])('is a column: %j', (said, sums) => {
    const reading = read([columns, ['Vanguard', 7000, 7000, 2, 'X', said]]);
    expect(sumsOf(reading)).toEqual(sums);
    expect(reading.asked).toEqual([]);
  });

  it('is not the column where it is blank', () => {
    expect(codesOf(read([columns, ['Vanguard', 7000, 7000, 2, 'X', 'X'], ['Vanguard', 900, 900, 7, 'X', null]]))).toEqual(['CONVERTED_OR_DISTRIBUTED B3']);
  });

  it('takes the part off box 1 by the cell that holds it, for the formula', () => {
    const used = read([columns, ['Vanguard', 7000, 7000, 2, 'X', 5000]]).years[0]?.used ?? [];
    expect(used.find(({ input }) => input === 'distributions')?.less).toEqual([{ sheet: 'Log', row: 2, column: 6 }]);
  });

  it('may be a note', () => {
    const log: Sheet = [[...header, 'Notes'], ['Vanguard', 7000, 7000, 2, 'X', 'Roth conversion 1/22'], ['Schwab', 900, 900, 7, 'X', 'RMD'], ['Fidelity', 1, 1, 7, 'X', 'conversion?']];
    expect(sumsOf(read(log))).toEqual({ conversions: '7000.00', distributions: '900.00' });
    expect(codesOf(read(log))).toEqual(['CONVERTED_OR_DISTRIBUTED B4']);
  });

  it('is asked where it contradicts the code', () => {
    expect(codesOf(read([columns, ['Vanguard', 7000, 7000, 1, 'X', 'X']]))).toEqual(['CODE_AND_COLUMN_DISAGREE B2']);
    expect(codesOf(read([[...header, 'Notes'], ['Vanguard', 7000, 7000, 1, 'X', 'rolled over in 60 days']]))).toEqual(['CONVERTED_OR_DISTRIBUTED B2']);
  });

  it('cannot be more than box 1', () => {
    expect(codesOf(read([columns, ['Vanguard', 7000, 7000, 2, 'X', 7000.01]]))).toEqual(['PARTS_EXCEED_BOX_1 B2']);
  });
});

describe('other selections', () => {
  const log: Sheet = [header, ['Vanguard', 7000, 7000, 2, 'X'], ['Schwab', 900, 900, 7, 'X'], [null, null, null, null, null], ['Converted', 7000, null, null, null]];
  const forms: Selection = { role: 'form_1099r', range: 'A1:E3' };

  it('tell which form was the conversion, and the conversion counts once', () => {
    const reading = readLog(log, [forms, { role: 'conversions', range: 'A5:B5' }]);
    expect(codesOf(reading)).toEqual(['CONVERTED_OR_DISTRIBUTED B3']);
    expect(sumsOf(reading)).toEqual({ conversions: '7000.00' });
    expect(reasonAt(reading, 2, 2)).toContain('compared with it');
  });

  it('leave two forms of the same amount open where only one of them was converted', () => {
    const twins: Sheet = [header, ['Vanguard', 7000, 7000, 2, 'X'], ['Schwab', 7000, 7000, 7, 'X'], ['Converted', 7000]];
    expect(codesOf(readLog(twins, [{ role: 'form_1099r', range: 'A1:E3' }, { role: 'conversions', range: 'A4:B4' }]))).toEqual(['CONVERTED_OR_DISTRIBUTED B2', 'CONVERTED_OR_DISTRIBUTED B3']);
  });

  it('tell it of all forms whose sum was converted', () => {
    const parts: Sheet = [header, ['Vanguard', 3000, 3000, 2, 'X'], ['Schwab', 4000, 4000, 2, 'X'], ['Converted', 7000]];
    const reading = readLog(parts, [{ role: 'form_1099r', range: 'A1:E3' }, { role: 'conversions', range: 'A4:B4' }]);
    expect([codesOf(reading), sumsOf(reading)]).toEqual([[], { conversions: '7000.00' }]);
  });

  it('do not stand in the way of the forms of another year', () => {
    const years: Sheet = [['Year', ...header, 'Converted'], [2024, 'Vanguard', 6000, 6000, 2, 'X', 'X'], [2025, 'Vanguard', 7000, 7000, 2, 'X', 'X'], ['Roth conversion 2025', 7000]];
    const reading = readLog(years, [{ role: 'form_1099r', range: 'A1:G3' }, { role: 'conversions', range: 'A4:B4' }], { year: [2024, 2025] });
    expect([sumsOf(reading, 2024), sumsOf(reading, 2025)]).toEqual([{ conversions: '6000.00' }, { conversions: '7000.00' }]);
  });
});

describe('what was withheld from a conversion', () => {
  const columns = [...header, 'Federal tax withheld', 'Converted'];
  const withheld = (converted: Written, plan = {}): Reading => read([columns, ['Vanguard', 10000, 10000, 2, 'X', 2000, converted]], plan);

  it('is asked: it is a distribution, unless it was made up from other money', () => {
    const reading = withheld('X');
    expect(codesOf(reading)).toEqual(['WITHHELD_FROM_CONVERSION F2']);
    expect(sumsOf(reading)).toEqual({});
    expect(sumsOf(withheld('X', { answers: { F2: 'include' } }))).toEqual({ conversions: '8000.00', distributions: '2000.00' });
    expect(sumsOf(withheld('X', { answers: { F2: 'exclude' } }))).toEqual({ conversions: '10000.00' });
  });

  it('is known where the amount converted is stated', () => {
    expect([sumsOf(withheld(8000)), codesOf(withheld(8000))]).toEqual([{ conversions: '8000.00', distributions: '2000.00' }, []]);
    expect([sumsOf(withheld(10000)), codesOf(withheld(10000))]).toEqual([{ conversions: '10000.00' }, []]);
  });

  it('does not matter for a distribution', () => {
    expect(sumsOf(withheld('No'))).toEqual({ distributions: '10000.00' });
  });

  it('is known where another selection shows what arrived', () => {
    const log: Sheet = [columns.slice(0, 6), ['Vanguard', 10000, 10000, 2, 'X', 2000], ['Converted', 8000]];
    const reading = readLog(log, [{ role: 'form_1099r', range: 'A1:F2' }, { role: 'conversions', range: 'A3:B3' }]);
    expect([codesOf(reading), sumsOf(reading)]).toEqual([[], { conversions: '8000.00', distributions: '2000.00' }]);
  });
});

describe('parts of a form that are on no line', () => {
  const columns = [...header, 'QCD', 'Rollover', 'Converted'];

  it('are taken off line 7, each in its own cell', () => {
    const reading = read([columns, ['Vanguard', 30000, 30000, 7, 'X', 10000, 5000, 'No']]);
    expect(sumsOf(reading)).toEqual({ distributions: '15000.00' });
    expect([fateOf(reading, 'F2'), fateOf(reading, 'G2')]).toEqual(['excluded', 'excluded']);
    expect(reading.boxes.map(({ ties, amount }) => [ties, amount.toString()])).toEqual([['1099-R', '30000'], ['1099-R part off', '10000'], ['1099-R part off', '5000']]);
  });

  it('leave nothing where they are all of it', () => {
    const reading = read([columns, ['Vanguard', 30000, 30000, 7, 'X', 'X', null, null], ['Vanguard', 50, 50, 1, 'X', null, null, null]]);
    expect(sumsOf(reading)).toEqual({ distributions: '50.00' });
    expect(reasonAt(reading, 2, 2)).toMatch(/charitable/);
  });

  it('stand on line 6 where they were still outstanding at year end', () => {
    const reading = read([[...header, 'Outstanding rollover'], ['Vanguard', 9000, 9000, 7, 'X', 9000]]);
    expect(sumsOf(reading)).toEqual({ outstandingRollovers: '9000.00' });
  });
});

describe('a contribution that was returned', () => {
  const contributed: Sheet = [['Nondeductible', 'Date', 'Year'], [7000, { date: '2024-05-02' }, 2024], [7000, { date: '2025-05-02' }, 2025]];
  const returned = (code: Written, box2a: Written, plan = {}, rows = contributed): Reading =>
    readLog([...rows, header, ['Vanguard', 512.4, box2a, code, 'X']], [{ role: 'contributions', range: `A1:C${rows.length}` }, { role: 'form_1099r', range: `A${rows.length + 1}:E${rows.length + 2}` }], { year: 2025, ...plan });

  it('with code P leaves line 1 of the year before, without its earnings', () => {
    const reading = returned('P', 12.4);
    expect(sumsOf(reading, 2024)).toEqual({ contributionsInYear: '7000.00', returned: '500.00' });
    expect(sumsOf(reading, 2025)).toEqual({ contributionsInYear: '7000.00' });
    expect(reading.asked).toEqual([]);
  });

  it('with code 8 leaves line 1 of its own year', () => {
    expect(sumsOf(returned('81', 12.4), 2025)).toEqual({ contributionsInYear: '7000.00', returned: '500.00' });
  });

  it.each([null, 512.4, 600])('is asked for its amount where box 2a is %j and does not part it from the earnings', (box2a) => {
    const reading = returned(8, box2a);
    expect(codesOf(reading)).toEqual(['EARNINGS_UNKNOWN B5']);
    expect(sumsOf(returned(8, box2a, { answers: { B5: { amount: '500' } } }), 2025)).toEqual({ contributionsInYear: '7000.00', returned: '500.00' });
  });

  it('is left out where no contribution of its year is read, and it says to which line 1 it belongs', () => {
    const reading = returned('P', 12.4, {}, [['Nondeductible', 'Date', 'Year'], [7000, { date: '2025-05-02' }, 2025]]);
    expect(sumsOf(reading)).toEqual({ contributionsInYear: '7000.00' });
    expect(reading.excluded.at(-1)?.reason).toMatch(/line 1 of 2024/);
    expect(reading.stops).toEqual([]);
  });

  it('with code 8 may be for the year before, where something was contributed late for it: it is asked', () => {
    const late: Sheet = [['Nondeductible', 'Date', 'Year'], [7000, { date: '2025-02-01' }, 2024], [7000, { date: '2025-05-02' }, 2025]];
    expect(codesOf(returned(8, 12.4, {}, late))).toEqual(['RETURNED_FOR_WHICH_YEAR B5']);
    const answered = returned(8, 12.4, { answers: { B5: { year: 2024 } } }, late);
    expect(sumsOf(answered, 2024)).toEqual({ contributionsAfterYearEnd: '7000.00', returned: '500.00' });
  });
});

describe('a recharacterization', () => {
  const log: Sheet = [['Nondeductible', 'Date', 'Year'], [7000, { date: '2024-05-02' }, 2024], header, ['Vanguard', 7350, 0, 'R', null]];
  const selections: readonly Selection[] = [{ role: 'contributions', range: 'A1:C2' }, { role: 'form_1099r', range: 'A3:E4' }];
  const recharacterized = (answers = {}): Reading => readLog(log, selections, { answers });

  it('is asked: the code does not say which way it went, and box 1 holds the earnings too', () => {
    expect(codesOf(recharacterized())).toEqual(['RECHARACTERIZED_WHICH_WAY B4']);
    expect(codesOf(recharacterized({ B4: { kind: 'to_roth' } }))).toEqual(['ORIGINAL_CONTRIBUTION_UNKNOWN B4']);
  });

  it('to Roth takes the contribution off line 1 of the year before, and what moved after it off line 6', () => {
    const reading = recharacterized({ B4: { kind: 'to_roth', amount: '7000' } });
    expect(sumsOf(reading, 2024)).toEqual({ contributionsInYear: '7000.00', recharacterizedToRoth: '7000.00', recharacterizedOffLine6: '7350.00' });
    expect(reading.asked).toEqual([]);
  });

  it('from a Roth IRA is left out, and it says that the contribution must be selected', () => {
    const reading = read([['Account', 'Box 1', 'Code'], ['Roth IRA', 6000, 'N']]);
    expect(warningsOf(reading)).toContain('RECHARACTERIZATION_NOT_SELECTED B2');
    expect(fateOf(reading, 'B2')).toBe('excluded');
  });
});

describe('a list of forms', () => {
  it('has a total that is not counted', () => {
    const reading = read([header, ['Vanguard', 7000, 7000, 1, 'X'], ['Schwab', 900, 900, 1, 'X'], ['Total', 7900, 7900, null, null]]);
    expect(sumsOf(reading)).toEqual({ distributions: '7900.00' });
    expect(warningsOf(reading)).toEqual(['TOTAL_ROW_IGNORED B4']);
  });

  it('parts its rows by owner and by year', () => {
    const log: Sheet = [['T/S', 'Tax year', ...header], ['T', 2025, 'Vanguard', 1, 1, 1, 'X'], ['S', 2025, 'Vanguard', 2, 2, 1, 'X'], ['T', 2024, 'Vanguard', 4, 4, 1, 'X'], ['T', 2026, 'Vanguard', 8, 8, 1, 'X']];
    expect(sumsOf(read(log))).toEqual({ distributions: '1.00' });
    expect(sumsOf(read(log), 2024)).toEqual({ distributions: '4.00' });
    expect([fateOf(read(log), 'D3'), fateOf(read(log), 'D5')]).toEqual(['excluded', 'excluded']);
  });

  it('takes its year from the line above it', () => {
    const reading = readLog([['2024 Forms 1099-R'], header, ['Vanguard', 7000, 7000, 1, 'X']], [{ role: 'form_1099r', range: 'A1:E3' }]);
    expect(sumsOf(reading, 2024)).toEqual({ distributions: '7000.00' });
  });

  it('may head its columns in other words and in two rows', () => {
    const log: Sheet = [['Form 1099-R', 'Box 1', '2a', 'Box 4', 'Box 7', 'IRA/SEP/'], ['Payer', 'Gross distribution', 'Taxable amount', 'Fed. tax withheld', 'Code(s)', 'SIMPLE'], ['Vanguard', '$7,000.00', 7000, 0, '01', '✓']];
    expect(sumsOf(read(log))).toEqual({ distributions: '7000.00' });
  });

  it('whose amounts have no header is asked which column is box 1', () => {
    const log: Sheet = [['Vanguard', 7000, 7000, '1'], ['Schwab', 50, 60, '1']];
    const reading = read(log);
    expect(codesOf(reading)).toEqual(['COLUMN_UNKNOWN B1', 'COLUMN_UNKNOWN C1', 'COLUMN_UNKNOWN D1']);
    const answered = { B1: { column: 'f1099r_box1' }, C1: { column: 'f1099r_box2a' }, D1: { column: 'f1099r_code' } };
    expect(codesOf(read(log, { answers: answered }))).toEqual(['FORM_1099R_UNCLEAR B1', 'FORM_1099R_UNCLEAR B2']);
  });

  it('asks for box 1 where a form has a code and no amount', () => {
    expect(codesOf(read([header, ['Vanguard', null, null, 2, 'X'], ['Schwab', 50, 60, 1, 'X']]))).toEqual(['AMOUNT_MISSING B2']);
  });
});

describe('a column of figures whose header says nothing that is known', () => {
  it('is asked, for it may say what became of box 1', () => {
    const log: Sheet = [[...header, 'Back in 60 d.', '14 State tax'], ['Vanguard', 7000, 7000, 1, 'X', 6500, 12]];
    expect(codesOf(read(log))).toEqual(['COLUMN_UNKNOWN F1']);
    expect(sumsOf(read(log, { answers: { F1: { column: 'rolled_over' } } }))).toEqual({ distributions: '500.00' });
    expect(sumsOf(read(log, { answers: { F1: 'exclude' } }))).toEqual({ distributions: '7000.00' });
  });
});
