import { Decimal } from '../../../src/engine/decimal';
import type { Settings } from '../../../src/engine/term';
import { form8606, form8606Lines } from '../../../src/forms/form8606';
import { form8606WhereWorksheet11, worksheet11, worksheet11Lines, worksheet11Trigger, withWorksheet11, worksheetInUse } from '../../../src/forms/worksheet1-1';
import { worksheetByOracle } from '../../support/oracle';
import { dollars, inputsOf, madeUpReturns, shown } from '../../support/returns';

const wholeDollars = (ratioPlaces: Settings['ratioPlaces'] = 3): Settings => ({ unit: 'dollars', ratioPlaces });

const shownLines = (form: { line(id: string): Decimal | null }, ids: readonly string[]): Readonly<Record<string, number | null>> =>
  Object.fromEntries(ids.map((id) => [id, form.line(id)?.toNumber() ?? null]));

/** Rose Green: 300 of basis, 2,000 contributed and 1,500 of it deductible, 5,000 converted, 20,000 left at year end. */
const roseGreen = dollars({ priorBasis: 300, contributionsInYear: 2_000, deducted: 1_500, accountValues: 20_000, conversions: 5_000 });

describe('Worksheet 1-1 of Publication 590-B', () => {
  it('gives Rose Green 0.092, 460 nontaxable and 4,540 taxable (Pub. 590-B, Worksheet 1-1, illustrated)', () => {
    expect(shownLines(worksheet11(roseGreen, wholeDollars()), worksheet11Lines)).toEqual({
      '1': 300, '2': 2_000, '3': 2_300, '4': 20_000, '5': 5_000, '6': 25_000, '7': 0.092, '8': 460, '9': 4_540, '10': 4_540, '11': 0,
    });
  });

  it('has eleven lines in their order', () => {
    expect(worksheet11Lines).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
  });

  it('leaves lines 10 and 11 blank where nothing was converted, and 7 to 11 where nothing moved', () => {
    const distributed = worksheet11(dollars({ priorBasis: 1_000, contributionsInYear: 500, accountValues: 9_000, distributions: 1_000 }), wholeDollars());
    expect(shownLines(distributed, ['8', '9', '10', '11'])).toEqual({ '8': 150, '9': 850, '10': null, '11': null });
    expect(shownLines(worksheet11(dollars({ contributionsInYear: 500, accountValues: 9_000 }), wholeDollars()), ['6', '7', '8', '9', '10', '11']))
      .toEqual({ '6': 9_000, '7': null, '8': null, '9': null, '10': null, '11': null });
  });

  it('counts contributions whether or not deducted and whenever made, less those returned or recharacterized', () => {
    const sheet = worksheet11(dollars({
      contributionsInYear: 3_000, contributionsAfterYearEnd: 2_000, returned: 400, recharacterizedToRoth: 600, deducted: 1_000, undoneAfterYearEnd: 0,
      accountValues: 9_000, conversions: 1_000,
    }), wholeDollars());
    expect(sheet.line('2')?.toNumber()).toBe(4_000);
  });

  it('line 8 never passes line 3, when line 7 at 3 places would take it there', () => {
    const sheet = worksheet11(dollars({ priorBasis: 200_000, accountValues: 0, conversions: 300_000 }), wholeDollars());
    expect(shownLines(sheet, ['7', '8', '9'])).toEqual({ '7': 0.667, '8': 200_000, '9': 100_000 });
  });

  it('agrees with the oracle on 4,000 made-up returns, in every rounding', () => {
    for (const made of madeUpReturns(11, 4_000)) {
      const sheet = worksheet11(inputsOf(made.facts), made.settings);
      const oracle = worksheetByOracle(made.facts, made.settings);
      const units = made.settings.unit === 'cents' ? 100 : 1;
      const differs = Object.entries(oracle).filter(([id, expected]) => {
        const amount = sheet.line(id);
        return (amount === null ? null : BigInt(amount.times(units).toFixed())) !== expected;
      });
      if (differs.length > 0) throw new Error(`lines ${differs.map(([id]) => id).join(', ')}: ${shown(made)}`);
    }
  });
});

describe('Form 8606 with Worksheet 1-1 in place of lines 6 to 12', () => {
  it('gives Rose Green 460 on line 13, 340 on line 14, 460 and 4,540 on lines 17 and 18 (Form 8606 filled in by the IRS, irs.gov/media/168101)', () => {
    const { form, ordinary } = withWorksheet11(roseGreen, wholeDollars());
    expect(shownLines(form, ['1', '2', '3', '4', '5', '6', '12', '13', '14', '15a', '15c', '16', '17', '18'])).toEqual({
      '1': 500, '2': 300, '3': 800, '4': 0, '5': 800, '6': null, '12': null, '13': 460, '14': 340, '15a': 0, '15c': 0, '16': 5_000, '17': 460, '18': 4_540,
    });
    expect(ordinary.line('13')?.toNumber()).toBe(160);
    expect(form.notes.find(({ code }) => code === 'WORKSHEET_1_1_DIFFERS')?.text).toBe(
      'Line 13 is 460 from Worksheet 1-1; lines 6 to 12 would make it 160. Taxable: 4,540 instead of 4,840; basis carried: 340 instead of 640.',
    );
  });

  it('gives what tax software prints for late money, and says that the IRS has not settled it (ttlc.intuit.com message-id/76746: 4,900, 5,300 and 0)', () => {
    const late = dollars({ priorBasis: 4_700, contributionsInYear: 3_000, contributionsAfterYearEnd: 2_500, accountValues: 3_047, conversions: 4_900 });
    const { form, ordinary } = withWorksheet11(late, wholeDollars());
    expect(shownLines(form, ['5', '13', '14', '17', '18'])).toEqual({ '5': 7_700, '13': 4_900, '14': 5_300, '17': 4_900, '18': 0 });
    expect(shownLines(ordinary, ['13', '14', '18'])).toEqual({ '13': 4_748, '14': 5_452, '18': 152 });
    const late4 = form.notes.find(({ code }) => code === 'WORKSHEET_1_1_COUNTS_LATE_MONEY');
    expect(late4?.text).toContain('counts the 2,500 contributed after year end');
    expect(late4?.text).toContain('The IRS has not settled the conflict');
  });

  it('shares line 8 between what was converted and what was not: line 17 is the converted share, line 15a the rest of line 9', () => {
    const { form, worksheet } = withWorksheet11(
      dollars({ priorBasis: 4_000, contributionsInYear: 3_000, deducted: 1_000, accountValues: 20_000, conversions: 3_000, distributions: 1_000 }), wholeDollars('exact'),
    );
    expect(shownLines(worksheet, ['8', '9', '10', '11'])).toEqual({ '8': 1_167, '9': 2_833, '10': 2_125, '11': 708 });
    expect(shownLines(form, ['13', '14', '15a', '17', '18'])).toEqual({ '13': 1_167, '14': 4_833, '15a': 708, '17': 875, '18': 2_125 });
  });

  for (const { line1, standsIn } of [{ line1: 161, standsIn: true }, { line1: 160, standsIn: true }, { line1: 159, standsIn: false }]) {
    it(`with line 5 at ${300 + line1} and line 8 of the worksheet at 460, lines 6 to 12 are ${standsIn ? 'left blank' : 'completed'} (Pub. 590-B, steps 4 and 5)`, () => {
      const { form, worksheet } = withWorksheet11({ ...roseGreen, deducted: new Decimal(2_000 - line1) }, wholeDollars());
      expect(worksheet.line('8')?.toNumber()).toBe(460);
      expect(form.line('5')?.toNumber()).toBe(300 + line1);
      expect(form.line('6') === null).toBe(standsIn);
      expect(form.notes.some(({ code }) => code === 'WORKSHEET_1_1_SET_ASIDE')).toBe(!standsIn);
    });
  }

  it('equals lines 6 to 12 to the unit where nothing is deducted, nothing came late and line 10 is not rounded', () => {
    for (const made of madeUpReturns(590, 1_300)) {
      if (made.facts.contributionsAfterYearEnd || made.facts.deducted) continue;
      const { form, ordinary } = withWorksheet11(inputsOf(made.facts), { ...made.settings, ratioPlaces: 'exact' }, made.elections);
      for (const id of ['14', '15c', '18'] as const) {
        const [one, other] = [form.line(id), ordinary.line(id)];
        expect([id, one === null, (one ?? new Decimal(0)).minus(other ?? 0).abs().lessThanOrEqualTo(made.settings.unit === 'cents' ? '0.01' : 1)]).toEqual([id, other === null, true]);
      }
    }
  });

  it('conserves basis and money, and never passes line 5', () => {
    for (const made of madeUpReturns(91, 1_300)) {
      const { form } = withWorksheet11(inputsOf(made.facts), made.settings, made.elections);
      const line = (id: string): Decimal => form.line(id) ?? new Decimal(0);
      if (form.line('13') === null) continue;
      const holds = line('3').equals(line('13').plus(line('14'))) && line('13').lessThanOrEqualTo(line('5')) && !line('17').isNegative() && !line('15a').isNegative();
      if (!holds) throw new Error(`broken by ${shown(made)}`);
    }
  });
});

describe('Worksheet 1-1, when it applies', () => {
  const backdoor = dollars({ contributionsInYear: 7_000, accountValues: 93_000, conversions: 7_000 });
  const range = { start: new Decimal(126_000), end: new Decimal(146_000) };
  const facts = (otherIncome: number, covered = true) => ({ covered, otherIncome: new Decimal(otherIncome), range });

  for (const { otherIncome, applies, because } of [
    { otherIncome: 119_489, applies: false, because: 'not above 126,000' },
    { otherIncome: 119_490, applies: false, because: 'not above 126,000' },
    { otherIncome: 119_491, applies: true, because: 'between 126,000 and 146,000' },
    { otherIncome: 139_489, applies: true, because: 'between 126,000 and 146,000' },
    { otherIncome: 139_490, applies: false, because: 'not below 146,000' },
    { otherIncome: 400_000, applies: false, because: 'not below 146,000' },
  ]) {
    it(`income of ${otherIncome} besides and 6,510 taxable by the worksheet: ${applies ? 'it applies' : 'it does not'}, ${because}`, () => {
      const trigger = worksheet11Trigger(backdoor, facts(otherIncome), { unit: 'dollars', ratioPlaces: 'exact' });
      expect(trigger.applies).toBe(applies);
      expect(trigger.because).toContain(because);
      expect(trigger.because).toContain('6,510');
    });
  }

  it('does not apply without a plan at work, a contribution, or a distribution', () => {
    expect(worksheet11Trigger(backdoor, facts(130_000, false)).because).toBe('Nobody was covered by a plan at work, so income does not limit the deduction.');
    expect(worksheet11Trigger(dollars({ priorBasis: 1_000, accountValues: 0, conversions: 1_000 }), facts(130_000)).because).toBe('Nothing was contributed for the year.');
    expect(worksheet11Trigger(dollars({ contributionsInYear: 1_000, accountValues: 0 }), facts(130_000)).because).toBe('Nothing was distributed or converted in the year.');
  });

  it('an income below zero is an income; one that is no number is refused', () => {
    expect(worksheet11Trigger(backdoor, facts(-50_000)).applies).toBe(false);
    expect(() => worksheet11Trigger(backdoor, facts(Number.NaN))).toThrow(expect.objectContaining({ code: 'NOT_AN_AMOUNT', argument: 'otherIncome' }) as Error);
  });
});

describe('Form 8606, where Worksheet 1-1 may apply', () => {
  /** Rose Green with incomes of our own around the joint range of 2025. */
  const deduction = (otherIncome: number) => ({ covered: true, otherIncome: new Decimal(otherIncome), range: { start: new Decimal(126_000), end: new Decimal(146_000) } });
  const filled = (otherIncome: number | null, election: boolean | null) =>
    form8606WhereWorksheet11(roseGreen, wholeDollars(), {}, { deduction: otherIncome === null ? null : deduction(otherIncome), election });

  for (const { what, otherIncome, election, line13, used, note } of [
    { what: 'nothing given: it is not asked for', otherIncome: null, election: null, line13: 160, used: false, note: null },
    { what: 'income in the range, left to whether it applies', otherIncome: 125_000, election: null, line13: 460, used: true, note: 'WORKSHEET_1_1_DIFFERS' },
    { what: 'income in the range, set aside by the preparer', otherIncome: 125_000, election: false, line13: 160, used: false, note: 'WORKSHEET_1_1_NOT_USED' },
    { what: 'income beyond the range, left to whether it applies', otherIncome: 150_000, election: null, line13: 160, used: false, note: null },
    { what: 'income beyond the range, chosen by the preparer', otherIncome: 150_000, election: true, line13: 460, used: true, note: 'WORKSHEET_1_1_DIFFERS' },
    { what: 'no income given, chosen by the preparer', otherIncome: null, election: true, line13: 460, used: true, note: 'WORKSHEET_1_1_DIFFERS' },
    { what: 'no income given, set aside', otherIncome: null, election: false, line13: 160, used: false, note: null },
  ]) {
    it(`${what}: line 13 is ${line13}`, () => {
      const form = filled(otherIncome, election);
      expect([form.line('13')?.toNumber(), form.answer(worksheetInUse.id)]).toEqual([line13, used]);
      expect(form.notes.flatMap(({ code }) => (code.startsWith('WORKSHEET_1_1') ? [code] : []))).toEqual(note === null ? [] : [note]);
    });
  }

  it('tells what the worksheet would give, and why it applies, where the preparer has set it aside', () => {
    expect(filled(125_000, false).notes.at(-1)?.text).toBe('Worksheet 1-1 applies (income of 129,540, 4,540 of it from line 9 of Worksheet 1-1, is between 126,000 and 146,000: '
      + 'part of the contribution may be deducted), and lines 6 to 12 are used by choice of the preparer. Line 13 is 160; from the worksheet it would be 460. '
      + 'Taxable: 4,840 instead of 4,540; basis carried: 640 instead of 340.');
  });

  it('without facts and choice is Form 8606 and nothing else, on 1,300 made-up returns', () => {
    for (const made of madeUpReturns(118, 1_300)) {
      const inputs = inputsOf(made.facts);
      const [here, there] = [
        form8606WhereWorksheet11(inputs, made.settings, made.elections, { deduction: null, election: null }), form8606(inputs, made.settings, made.elections),
      ];
      const differs = form8606Lines.filter((id) => String(here.line(id)) !== String(there.line(id)));
      if (differs.length > 0 || !here.carry.equals(there.carry)) throw new Error(`lines ${differs.join(', ')}: ${shown(made)}`);
      expect(here.notes).toEqual(there.notes);
    }
  });
});
