import { Decimal } from '../../../src/engine/decimal';
import type { Settings } from '../../../src/engine/term';
import { form8606, type Form8606 } from '../../../src/forms/form8606';
import { partIII, partIIILines } from '../../../src/forms/form8606/partIII';
import { ledger } from '../../../src/ledger/ledger';
import { formByOracle, partIIIByOracle, type Worked } from '../../support/oracle';
import { Numbers, inputsOf, kinds, madeUpChains, madeUpReturns, madeUpRothFacts, places, rothInputsOf, shown, without } from '../../support/returns';

/**
 * The engine against the oracle of test/support, which reckons in whole numbers and was written from the form alone. A
 * disagreement is reported with the return that shows it.
 */
const RETURNS = 26_000;
const CHAINS = 3_000;
const ROTH_RETURNS = 4_000;

const inUnits = (amount: Decimal | null, { unit }: Settings): bigint | null =>
  (amount === null ? null : BigInt(amount.times(unit === 'cents' ? 100 : 1).toFixed()));

/** What differs between a form and the oracle's; empty where they agree. */
const differences = (form: Form8606, worked: Worked, settings: Settings): readonly string[] => {
  const differs = Object.entries(worked.lines)
    .filter(([id, expected]) => inUnits(form.line(id), settings) !== expected)
    .map(([id, expected]) => `line ${id} is ${form.line(id)?.toFixed() ?? 'blank'}, oracle ${expected ?? 'blank'}`);
  const line10 = form.line('10');
  const shownRatio = worked.line10 && new Decimal(worked.line10.upper.toString()).dividedBy(worked.line10.lower.toString());
  if ((line10 === null) !== (shownRatio === null) || (line10 && shownRatio && !line10.equals(shownRatio))) {
    differs.push(`line 10 is ${line10?.toFixed() ?? 'blank'}, oracle ${shownRatio?.toFixed() ?? 'blank'}`);
  }
  if (inUnits(form.carry, settings) !== worked.carried) differs.push(`carried ${form.carry.toFixed()}, oracle ${worked.carried}`);
  if (inUnits(form.toForm1040, settings) !== worked.toForm1040) differs.push(`to Form 1040 ${form.toForm1040.toFixed()}, oracle ${worked.toForm1040}`);
  return differs;
};

describe('Form 8606, Parts I and II, against an oracle in whole numbers', () => {
  const returns = madeUpReturns(8606, RETURNS);

  it('made-up returns reach every kind, every rounding and every branch of the form', () => {
    expect(new Set(returns.map(({ kind }) => kind)).size).toBe(kinds.length);
    expect(new Set(returns.map(({ settings }) => `${settings.unit} ${settings.ratioPlaces}`)).size).toBe(2 * places.length);
    const forms = returns.slice(0, 4_000).map(({ facts, settings, elections }) => form8606(inputsOf(facts), settings, elections));
    const branches = new Set(forms.flatMap(({ notes }) => notes.map(({ code }) => code)));
    expect([...branches].sort()).toEqual([
      'BASIS_CARRYFORWARD_FROM_LOSS_YEAR', 'BASIS_UNSETTLED', 'LINE_4_ELECTION', 'LINE_9_ROUNDS_TO_ZERO', 'PART_I_NOT_REQUIRED', 'PRETAX_IRA_PRESENT',
      'REPAYMENTS_NOT_USED', 'ROUNDING_CREATED_BASIS', 'YEAR_END_VALUE_MISSING',
    ]);
  });

  for (const kind of kinds) {
    it(`every line, the basis carried and Form 1040 agree on ${kind} returns, in dollars and cents, exact and at 3 to 10 places`, () => {
      for (const made of returns.filter((candidate) => candidate.kind === kind)) {
        const form = form8606(inputsOf(made.facts), made.settings, made.elections);
        const differs = differences(form, formByOracle(made.facts, made.settings, made.elections), made.settings);
        if (differs.length > 0) throw new Error(`${differs.join('; ')}: ${shown(made)}`);
      }
    });
  }

  it('chains of years agree: line 14 of one year is line 2 of the next, through gaps and years without a form', () => {
    for (const chain of madeUpChains(408, CHAINS)) {
      const worked = ledger(
        chain.years.map(({ year, facts }) => ({ year, inputs: without(inputsOf(facts), 'priorBasis') })),
        chain.settings,
        { openingBasis: new Decimal(chain.opening.toString()).dividedBy(100) },
      );
      let carried = chain.opening;
      let ever = false;
      for (const [index, { facts }] of chain.years.entries()) {
        const year = { ...facts, priorBasis: carried };
        const oracle = formByOracle(year, chain.settings, { earlierNondeductible: ever });
        const differs = differences(worked[index]!.form, oracle, chain.settings);
        if (differs.length > 0) throw new Error(`year ${index + 1}: ${differs.join('; ')}: ${shown(chain)}`);
        const kept = (facts.contributionsInYear ?? 0n) + (facts.contributionsAfterYearEnd ?? 0n) - (facts.returned ?? 0n)
          - (facts.recharacterizedToRoth ?? 0n) - (facts.deducted ?? 0n);
        ever ||= carried > 0n || kept > 0n;
        carried = chain.settings.unit === 'cents' ? oracle.carried : oracle.carried * 100n;
      }
    }
  });
});

describe('Form 8606, Part III, against an oracle in whole numbers', () => {
  it('every line agrees, in dollars and cents', () => {
    const numbers = new Numbers(8);
    for (let made = 0; made < ROTH_RETURNS; made += 1) {
      const facts = madeUpRothFacts(numbers);
      const settings: Settings = { unit: numbers.oneOf(['dollars', 'cents']), ratioPlaces: 'exact' };
      const form = partIII(rothInputsOf(facts), settings);
      const oracle = partIIIByOracle(facts, settings);
      const differs = partIIILines.filter((id) => inUnits(form.line(id), settings) !== oracle[id]);
      if (differs.length > 0) throw new Error(`lines ${differs.join(', ')}: ${shown({ facts, settings })}`);
      expect(inUnits(form.toForm1040, settings)).toBe(oracle['25c'] ?? 0n);
    }
  });
});
