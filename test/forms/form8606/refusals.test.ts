import { Decimal } from '../../../src/engine/decimal';
import { Refusal } from '../../../src/engine/refusal';
import { form8606, inputNames, inputs, requireYearEndValue, type Form8606Inputs } from '../../../src/forms/form8606';
import { dollars } from '../../support/returns';

const refusalOf = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};

const given = (amounts: Record<string, string | number>): Form8606Inputs => dollars(amounts);

describe('Form 8606, amounts that are none', () => {
  for (const name of inputNames) {
    for (const { amount, code, shown } of [
      { amount: '-0.01', code: 'NEGATIVE', shown: '-0.01' },
      { amount: 'NaN', code: 'NOT_AN_AMOUNT', shown: 'not a number' },
      { amount: 'Infinity', code: 'NOT_AN_AMOUNT', shown: 'infinite' },
      { amount: '-Infinity', code: 'NOT_AN_AMOUNT', shown: 'infinite' },
      { amount: '1000000000000.01', code: 'TOO_LARGE', shown: '1,000,000,000,000.01' },
    ]) {
      it(`${name} of ${amount} is refused: ${code}`, () => {
        const refusal = refusalOf(() => form8606(given({ [name]: amount })));
        expect([refusal.code, refusal.argument, refusal.value]).toEqual([code, name, shown]);
        expect(refusal.text.toLowerCase()).toContain(inputs[name].says.toLowerCase());
        expect(refusal.text).toContain(shown);
        expect(refusal.text).toMatch(/(Enter|Check) .+\.$/u);
      });
    }
  }

  it('zero, and zero below zero, are amounts', () => {
    expect(form8606({ conversions: new Decimal('-0') }).line('16')).toBeNull();
  });

  it('the largest amount is not refused', () => {
    expect(form8606(given({ accountValues: '1000000000000' })).inputs.accountValues.toString()).toBe('1000000000000');
  });
});

describe('Form 8606, amounts that contradict each other', () => {
  for (const { amounts, argument, text } of [
    {
      amounts: { contributionsInYear: 7_000, returned: 3_000, recharacterizedToRoth: 3_000, deducted: '1000.01' },
      argument: 'deducted',
      text: 'Returned, recharacterized to Roth or deducted: 7,000.01, but contributed for the year: 7,000. The first cannot be more than the second; correct one of them.',
    },
    {
      amounts: { contributionsAfterYearEnd: 7_000, returned: 1_000, undoneAfterYearEnd: '1000.01' },
      argument: 'undoneAfterYearEnd',
      text: 'Contributions returned or recharacterized that had been made after year end: 1,000.01, but returned or recharacterized: 1,000.',
    },
    {
      amounts: { contributionsInYear: 7_000, contributionsAfterYearEnd: 500, returned: 1_000, undoneAfterYearEnd: 501 },
      argument: 'undoneAfterYearEnd',
      text: 'Contributions returned or recharacterized that had been made after year end: 501, but contributions made after year end: 500.',
    },
    {
      amounts: { contributionsInYear: 500, contributionsAfterYearEnd: 7_000, returned: 1_000, undoneAfterYearEnd: 499 },
      argument: 'undoneAfterYearEnd',
      text: 'Returned or recharacterized of what was contributed during the year: 501, but contributions made during the year: 500.',
    },
    {
      amounts: { priorBasis: 1_000, basisAdded: 500, basisRemoved: '1500.01' },
      argument: 'basisRemoved',
      text: 'Basis removed: 1,500.01, but basis carried and added: 1,500.',
    },
    {
      amounts: { priorBasis: 1_000, accountValues: 0, distributions: 700, disasterDistributions: '700.01' },
      argument: 'disasterDistributions',
      text: 'Qualified disaster distributions: 700.01, but distributions on line 7, which include them: 700.',
    },
  ]) {
    it(`${text.split('. ')[0]}.`, () => {
      const refusal = refusalOf(() => form8606(given(amounts as Record<string, string | number>)));
      expect([refusal.code, refusal.argument]).toEqual(['CONTRADICTION', argument]);
      expect(refusal.text).toContain(text);
    });
  }

  for (const amounts of [
    { contributionsInYear: 7_000, returned: 3_000, recharacterizedToRoth: 3_000, deducted: 1_000 },
    { priorBasis: 1_000, basisAdded: 500, basisRemoved: 1_500 },
    { priorBasis: 1_000, accountValues: 0, distributions: 700, disasterDistributions: 700 },
  ]) {
    it(`${JSON.stringify(amounts)}: a part as large as its whole is not refused`, () => {
      expect(() => form8606(given(amounts))).not.toThrow();
    });
  }
});

describe('Form 8606, line 4 and contributions that were undone', () => {
  const bothSides = { contributionsInYear: 3_000, contributionsAfterYearEnd: 4_000, accountValues: 20_000, conversions: 5_000, returned: 2_000 };

  it('is refused where it is not said on which side of the year end they had been made', () => {
    const refusal = refusalOf(() => form8606(given(bothSides)));
    expect([refusal.code, refusal.argument, refusal.limit]).toEqual(['MISSING', 'undoneAfterYearEnd', '0 to 2,000']);
    expect(refusal.text).toBe(
      '2,000 of the contributions was returned or recharacterized; 3,000 had been made during the year and 4,000 after year end. Say how much of the 2,000 had '
      + 'been made after year end: line 4 depends on it.',
    );
  });

  for (const { undoneAfterYearEnd, line4 } of [{ undoneAfterYearEnd: 0, line4: 4_000 }, { undoneAfterYearEnd: 500, line4: 3_500 }, { undoneAfterYearEnd: 2_000, line4: 2_000 }]) {
    it(`is ${line4} of a line 1 of 5,000 when ${undoneAfterYearEnd} of the 2,000 returned had been made after year end (26 U.S.C. 408(d)(4): as if never contributed)`, () => {
      const form = form8606(given({ ...bothSides, undoneAfterYearEnd }));
      expect([form.line('1'), form.line('4')].map(String)).toEqual(['5000', String(line4)]);
    });
  }

  for (const { amounts, because } of [
    { amounts: { ...bothSides, conversions: 0 }, because: 'nothing was distributed or converted, so there is no line 4' },
    { amounts: { ...bothSides, returned: 7_000 }, because: 'all of it was returned' },
    { amounts: { ...bothSides, contributionsInYear: 0 }, because: 'all had been made after year end' },
    { amounts: { ...bothSides, contributionsAfterYearEnd: 0 }, because: 'all had been made during the year' },
  ]) {
    it(`is not asked where ${because}`, () => {
      expect(() => form8606(given(amounts))).not.toThrow();
    });
  }

  it('what was returned beyond the contributions of the year had been made after year end, without being told', () => {
    const form = form8606(given({ ...bothSides, contributionsInYear: 0, returned: 1_000 }));
    expect([form.line('1'), form.line('4')].map(String)).toEqual(['3000', '3000']);
  });

  for (const { deducted, early, latest } of [{ deducted: 0, early: 2_000, latest: 2_000 }, { deducted: 1_000, early: 1_000, latest: 2_000 }, { deducted: 3_000, early: 0, latest: 1_000 }]) {
    it(`of 2,000 made in May and 2,000 in January with ${deducted} deducted, line 4 is ${early} by default and ${latest} by election (Instructions for Form 8606 (2023), line 4)`, () => {
      const facts = given({ contributionsInYear: 2_000, contributionsAfterYearEnd: 2_000, deducted, accountValues: 10_000, conversions: 1_000 });
      expect(form8606(facts).line('4')?.toNumber()).toBe(early);
      expect(form8606(facts, undefined, { line4TakesLatest: true }).line('4')?.toNumber()).toBe(latest);
      expect(form8606(facts).notes.some(({ code }) => code === 'LINE_4_ELECTION')).toBe(early !== latest);
    });
  }
});

describe('Form 8606, the value on 31 December', () => {
  const converted = { contributionsInYear: 7_000, conversions: 7_000 };

  it('is missed with a conversion and basis: the form says so, and a caller that shows no draft may refuse', () => {
    expect(form8606(given(converted)).notes.map(({ code }) => code)).toContain('YEAR_END_VALUE_MISSING');
    const refusal = refusalOf(() => requireYearEndValue(given(converted)));
    expect([refusal.code, refusal.argument]).toEqual(['MISSING', 'accountValues']);
    expect(refusal.text).toBe(
      'The value of the IRAs on 31 December is missing, and 7,000 was distributed or converted with basis. Enter the value; if nothing was left, enter 0.',
    );
  });

  for (const { amounts, because } of [
    { amounts: { ...converted, accountValues: 0 }, because: 'zero is a value' },
    { amounts: { contributionsInYear: 7_000 }, because: 'nothing moved' },
    { amounts: { conversions: 7_000 }, because: 'there is no basis to share' },
  ]) {
    it(`is not missed where ${because}`, () => {
      expect(form8606(given(amounts)).notes.map(({ code }) => code)).not.toContain('YEAR_END_VALUE_MISSING');
      expect(() => requireYearEndValue(given(amounts))).not.toThrow();
    });
  }

  it('is missed too where an earlier year contributed, though no basis is left of it', () => {
    expect(() => requireYearEndValue(given({ conversions: 7_000 }), { earlierNondeductible: true })).toThrow(Refusal);
  });
});

describe('Form 8606, when Part I is completed', () => {
  for (const { amounts, choices = {}, completed, because } of [
    { amounts: { contributionsInYear: '0.01' }, completed: true, because: 'a cent was contributed' },
    { amounts: { contributionsInYear: 7_000, deducted: 7_000 }, completed: false, because: 'all of it was deducted' },
    { amounts: { priorBasis: '0.01', distributions: '0.01', accountValues: 0 }, completed: true, because: 'a cent was distributed and there is a cent of basis' },
    { amounts: { distributions: 500, accountValues: 0 }, completed: false, because: 'a distribution without basis is not on the form' },
    { amounts: { distributions: 500, accountValues: 0 }, choices: { earlierNondeductible: true }, completed: true, because: 'nondeductible contributions in any year ask for it' },
    { amounts: { priorBasis: 100, conversions: 500, accountValues: '0.01' }, completed: true, because: 'a cent was left: part, but not all, was converted' },
    { amounts: { priorBasis: 100, conversions: 500, accountValues: 0 }, completed: false, because: 'all was converted' },
    { amounts: { priorBasis: 100, conversions: 500, accountValues: 0, outstandingRollovers: 1 }, completed: true, because: 'an outstanding rollover is still in an IRA' },
    { amounts: { conversions: 500, accountValues: 100 }, completed: false, because: 'a conversion without basis needs only Part II' },
  ] as readonly { amounts: Record<string, string | number>; choices?: { earlierNondeductible?: boolean }; completed: boolean; because: string }[]) {
    it(`${completed ? 'is' : 'is not'} completed with ${JSON.stringify(amounts)}: ${because}`, () => {
      const form = form8606(given(amounts), { unit: 'dollars', ratioPlaces: 'exact' }, choices);
      expect(form.answer('Part I completed')).toBe(completed);
      expect(form.line('3') !== null).toBe(completed);
    });
  }
});
