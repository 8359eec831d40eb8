import { Decimal, zero } from '../../src/engine/decimal';
import { form5329 } from '../../src/forms/form5329';
import { afterTaxConversion } from '../../src/rules/afterTaxConversion';
import { annualAdditions } from '../../src/rules/annualAdditions';
import { deferralRoom } from '../../src/rules/deferralRoom';
import { employerContribution } from '../../src/rules/employerContribution';
import { excessContributions } from '../../src/rules/excessContributions';
import { deductionPhaseOut, iraDeduction } from '../../src/rules/iraDeduction';
import { iraLimit } from '../../src/rules/iraLimit';
import { returnedContribution } from '../../src/rules/returnedContribution';
import { rothLimit, rothPhaseOut } from '../../src/rules/rothLimit';
import {
  additionsFactsOf, deductionFactsOf, deferralFactsOf, employerFactsOf, excessFactsOf, madeUpAccount, madeUpEmployerCase, madeUpIraCase, madeUpPlanCase, madeUpReturn, rothFactsOf, toCents, toDollars,
  type IraCase,
} from '../support/madeUpRules';
import { Numbers, shown } from '../support/returns';
import {
  deductionByOracle, deferralRoomByOracle, earningsByOracle, employerByOracle, exciseByOracle, excessByOracle, iraLimitByOracle, roomByOracle, rothLimitByOracle, taxableOfAfterTaxByOracle,
} from '../support/ruleOracle';

/**
 * The rules against the oracle of test/support, which reckons in whole cents and was written from statute and worksheets alone.
 * A disagreement is reported with the case that shows it.
 */
const CASES = 4_000;

/** How often each branch of a rule was reached: a branch that no case reaches would not be tried. */
type Branch = string;

const agree = <Made>(seed: number, make: (numbers: Numbers) => Made, both: (made: Made) => { readonly engine: readonly Decimal[]; readonly oracle: readonly bigint[]; readonly branch: Branch }): ReadonlySet<Branch> => {
  const numbers = new Numbers(seed);
  const branches = new Set<Branch>();
  for (let index = 0; index < CASES; index += 1) {
    const made = make(numbers);
    const { engine, oracle, branch } = both(made);
    branches.add(branch);
    if (engine.map(toCents).join() !== oracle.join()) throw new Error(`The engine has ${engine.join()}, the oracle ${oracle.join()} cents: ${shown(made)}`);
  }
  return branches;
};

const rangeInCents = ({ start, end }: { readonly start: Decimal; readonly end: Decimal }) => ({ start: toCents(start), end: toCents(end) });
const place = ({ magi }: IraCase, { start, end }: { readonly start: bigint; readonly end: bigint }): Branch => (magi <= start ? 'full' : magi >= end ? 'none' : 'reduced');
const rothCase = (numbers: Numbers): IraCase => madeUpIraCase(numbers, rothPhaseOut, 2020);

describe(`Each rule agrees with an oracle in whole cents on ${CASES} made-up cases`, () => {
  it('the limit over all IRAs, spouses included', () => {
    agree(11, rothCase, (made) => ({ engine: [iraLimit(rothFactsOf(made))], oracle: [iraLimitByOracle(made.person, made.limits)], branch: '' }));
  });

  it('the Roth limit, on both sides of every range and on its edges', () => {
    const branches = agree(12, rothCase, (made) => {
      const range = rangeInCents(rothPhaseOut(made.year, made.status));
      return {
        engine: [rothLimit(rothFactsOf(made))], oracle: [rothLimitByOracle(made.person, made.limits, made.magi, range, made.traditional)], branch: `${made.status} ${place(made, range)}`,
      };
    });
    expect(branches.size).toBe(18);
  });

  it('the IRA deduction, covered and not', () => {
    const coveredFacts = (taxYear: number, status: IraCase['status']) => deductionPhaseOut({
      year: taxYear, filingStatus: status, covered: true, spouseCovered: false,
    });
    const branches = agree(13, (numbers) => ({ made: madeUpIraCase(numbers, coveredFacts, 2020), covered: numbers.chance(80), known: numbers.chance(50) }), ({ made, covered, known }) => {
      const most = iraLimitByOracle(made.person, made.limits);
      const contribution = known ? (made.traditional < most ? made.traditional : most) : null;
      const range = covered ? rangeInCents(coveredFacts(made.year, made.status)!) : null;
      return {
        engine: [iraDeduction(deductionFactsOf(made, covered, contribution))], oracle: [deductionByOracle(made.person, made.limits, made.magi, range, contribution)],
        branch: range ? place(made, range) : 'not covered',
      };
    });
    expect([...branches].sort()).toEqual(['full', 'none', 'not covered', 'reduced']);
  });

  it('excess contributions and what a year leaves unused', () => {
    const branches = agree(14, rothCase, (made) => {
      const excess = excessContributions(excessFactsOf(made));
      const worked = excessByOracle(made.person, made.limits, made.magi, rangeInCents(rothPhaseOut(made.year, made.status)), made.traditional, made.roth);
      return {
        engine: [excess.traditional, excess.roth, excess.unusedTraditional, excess.unusedRoth], oracle: [worked.traditional, worked.roth, worked.unusedTraditional, worked.unusedRoth],
        branch: `${worked.traditional > 0n} ${worked.roth > 0n} ${worked.unusedTraditional > 0n} ${worked.unusedRoth > 0n}`,
      };
    });
    expect(branches.size).toBeGreaterThan(6);
  });

  it('the excise over chains of five years, in both kinds of IRA', () => {
    const some = (numbers: Numbers): bigint => (numbers.chance(50) ? 0n : numbers.upTo(800_000n));
    agree(15, (numbers) => Array.from({ length: 5 }, () => ({ excess: some(numbers), unused: some(numbers), distributed: some(numbers), withdrawn: 0n, value: numbers.upTo(3_000_000n) })), (years) => {
      const engine = (['17', '25'] as const).flatMap((tax) => {
        let left = zero;
        return years.flatMap(({ excess, unused, distributed, value }) => {
          const form = form5329(tax, {
            excessBefore: left, excessThisYear: toDollars(excess), unusedLimit: toDollars(unused), distributions: toDollars(distributed), withdrawn: zero, valueAtYearEnd: toDollars(value), allWithdrawn: false,
          });
          left = form.line(tax === '17' ? '16' : '24') ?? zero;
          return [left, form.line(tax) ?? zero];
        });
      });
      const oracle = exciseByOracle(years).flatMap(({ left, tax }) => [left, tax]);
      return { engine, oracle: [...oracle, ...oracle], branch: '' };
    });
  });

  it('after-tax room in a plan', () => {
    const branches = agree(16, madeUpPlanCase, (made) => {
      const room = roomByOracle(made, made.limits);
      return { engine: [annualAdditions(additionsFactsOf(made)).room], oracle: [room], branch: `${room > 0n} ${made.pay !== null} ${made.planCap !== null} ${made.group > 0n} ${made.deferrals > made.limits.electiveDeferrals}` };
    });
    expect(branches.size).toBeGreaterThan(24);
  });

  it('deferral room over all employers', () => {
    agree(17, madeUpPlanCase, (made) => ({
      engine: [deferralRoom(deferralFactsOf(made))], oracle: [deferralRoomByOracle(made.age, made.deferrals, made.elsewhere, made.pay, made.service, made.limits)], branch: '',
    }));
  });

  it('employer contributions, on a payroll and self-employed, at any rate', () => {
    const branches = agree(18, madeUpEmployerCase, (made) => ({
      engine: [employerContribution(employerFactsOf(made)).contribution], oracle: [employerByOracle(made.basisPoints, made.pay, made.halfSeTax, made.deferrals, made.limits)],
      branch: String(made.halfSeTax === null),
    }));
    expect(branches.size).toBe(2);
  });

  it('the taxable part of an after-tax conversion, after gains and losses', () => {
    const branches = agree(19, madeUpAccount, ({ converted, basis, balance }) => ({
      engine: [afterTaxConversion({ converted: toDollars(converted), basis: toDollars(basis), balance: toDollars(balance) }).taxable], oracle: [taxableOfAfterTaxByOracle(converted, basis, balance)],
      branch: basis < balance ? 'gain' : 'loss',
    }));
    expect([...branches].sort()).toEqual(['gain', 'loss']);
  });

  it('the net income of a returned contribution, after gains and losses', () => {
    const branches = agree(20, (numbers) => {
      const made = madeUpReturn(numbers);
      return { ...made, valueAtReturn: made.valueAtReturn + made.returned };
    }, (made) => {
      const earnings = earningsByOracle(made.returned, made.opening, made.valueAtReturn);
      return {
        engine: [returnedContribution({
          returned: toDollars(made.returned), contribution: toDollars(made.contribution), valueBefore: toDollars(made.valueBefore), otherIn: toDollars(made.otherIn), takenOut: zero,
          valueAtReturn: toDollars(made.valueAtReturn),
        }).earnings],
        oracle: [earnings],
        branch: earnings < 0n ? 'loss' : 'gain',
      };
    });
    expect([...branches].sort()).toEqual(['gain', 'loss']);
  });
});
