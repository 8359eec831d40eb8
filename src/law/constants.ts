import { Decimal } from '../engine/decimal';

/** A rule of law that no announcement changes from year to year, with the text that sets it. */
export interface Constant<Value> {
  readonly value: Value;
  readonly source: string;
}

const constant = <const Value>(value: Value, source: string): Constant<Value> => ({ value, source });
const dollars = (amount: string, source: string): Constant<Decimal> => ({ value: new Decimal(amount), source });

export const filingStatuses = ['single', 'hoh', 'mfj', 'mfs', 'mfs-apart', 'qss'] as const;

/** `mfs` lived with the spouse at some time of the year; `mfs-apart` lived apart all year. */
export type FilingStatus = (typeof filingStatuses)[number];

/** The three columns in which the phase-outs know filing statuses. */
export type PhaseOutColumn = 'single' | 'joint' | 'separate';

/** Which phase-out range a filing status uses, for Roth contributions and for a person covered by a plan. */
export const phaseOutColumns: Readonly<Record<FilingStatus, Constant<PhaseOutColumn>>> = {
  'single': constant('single', '26 U.S.C. §§ 219(g)(3)(B)(ii), 408A(c)(3)(B)(ii)(II)'),
  'hoh': constant('single', '26 U.S.C. §§ 219(g)(3)(B)(ii), 408A(c)(3)(B)(ii)(II): files neither jointly nor separately'),
  'mfj': constant('joint', '26 U.S.C. §§ 219(g)(3)(B)(i), 408A(c)(3)(B)(ii)(I)'),
  'mfs': constant('separate', '26 U.S.C. §§ 219(g)(3)(B)(iii), 408A(c)(3)(B)(ii)(III)'),
  'mfs-apart': constant('single', '26 U.S.C. § 219(g)(4), for Roth IRAs by § 408A(c)(3)(D): apart all year is not married'),
  'qss': constant('joint', 'IRS, Instructions for Form 8606 (2023): qualifying surviving spouse with married filing jointly'),
};

/**
 * Phase-out of a married person who files separately and lived with the spouse at any time of the year: from 0, never
 * indexed. For 1998 it is the present text of the statute; that year's own text has not been seen.
 */
export const separateRangeStart = dollars('0', '26 U.S.C. §§ 219(g)(3)(B)(iii), 408A(c)(3)(B)(ii)(III)');
export const separateRangeEnd = dollars('10000', '26 U.S.C. §§ 219(g)(2)(A)(ii), 408A(c)(3)(A)(ii)');

/** A limit that a phase-out has reduced is rounded up to this multiple. */
export const reducedLimitMultiple = dollars('10', '26 U.S.C. § 219(g)(2)(C), for Roth IRAs by § 408A(c)(3)(A)');

/** As long as a phase-out leaves anything, it leaves this much. */
export const reducedLimitFloor = dollars('200', '26 U.S.C. § 219(g)(2)(B), for Roth IRAs by § 408A(c)(3)(A)');

/** Ages on 31 December. */
export const catchUpAge = constant(50, '26 U.S.C. §§ 219(b)(5)(B), 414(v)(5)(A)');
export const higherCatchUpFirstAge = constant(60, '26 U.S.C. § 414(v)(2)(B)(i), SECURE 2.0 Act § 109');
export const higherCatchUpLastAge = constant(63, '26 U.S.C. § 414(v)(2)(B)(i), SECURE 2.0 Act § 109');

/** The tax years from which the law had the catch-up contributions at all. */
export const iraCatchUpFirstYear = constant(2002, '26 U.S.C. § 219(b)(5)(B), Pub. L. 107-16 § 601');
export const planCatchUpFirstYear = constant(2002, '26 U.S.C. § 414(v), Pub. L. 107-16 § 631');
export const higherCatchUpFirstYear = constant(2025, '26 U.S.C. § 414(v)(2)(E), SECURE 2.0 Act § 109');

/** The first tax year in which wages may make catch-up contributions Roth; in 2024 and 2025 the IRS did not ask for it. */
export const rothCatchUpFirstYear = constant(2026, '26 U.S.C. § 414(v)(7), SECURE 2.0 Act § 603; Notice 2023-62');

/** The first tax year in which annual additions could reach the whole of pay; before, a quarter of it. */
export const wholePayFirstYear = constant(2002, '26 U.S.C. § 415(c)(1)(B), Pub. L. 107-16 § 632');

/** The most by which fifteen years of service raise the deferral limit of a 403(b) participant in one year. */
export const serviceCatchUpYearly = dollars('3000', '26 U.S.C. § 402(g)(7)(A)(i)');

/** Nothing was deductible for the year in which a person reached this age, and after it, through the last such year. */
export const deductionEndAge = constant(new Decimal('70.5'), '26 U.S.C. § 219(d)(1), before Pub. L. 116-94 § 107');
export const deductionEndAgeLastYear = constant(2019, 'Pub. L. 116-94 § 107(d): contributions for tax years after 2019');

/** From this age a distribution is not early. */
export const earlyDistributionAge = constant(new Decimal('59.5'), '26 U.S.C. § 72(t)(2)(A)(i)');

/** A Roth distribution is qualified only after this many tax years, the first being that of the first contribution. */
export const rothClockYears = constant(5, '26 U.S.C. § 408A(d)(2)(B)');

/** The most that first-time homebuyers may take in a lifetime. */
export const homebuyerLifetime = dollars('10000', '26 U.S.C. § 72(t)(8)(B)');

/** Yearly excise on excess contributions, as a share of the excess and at most of the accounts' value at year end. */
export const excessExcise = constant(new Decimal('0.06'), '26 U.S.C. § 4973(a)');

export const unfiledForm8606Penalty = dollars('50', '26 U.S.C. § 6693(b)(2)');
export const overstatedContributionPenalty = dollars('100', '26 U.S.C. § 6693(b)(1)');

/** Deductions that modified AGI adds back, in the years that the law had them. */
export const tuitionDeductionLastYear = constant(2020, '26 U.S.C. § 222, repealed by Pub. L. 116-260, div. EE, § 104(b), for years after 2020');
export const productionDeductionYears = constant(
  { first: 2005, last: 2017 }, '26 U.S.C. § 199, Pub. L. 108-357 § 102, repealed by Pub. L. 115-97 § 13305 for years after 2017',
);

/** A conversion or rollover by way of the owner's hands must arrive no later than so many days after the money was received. */
export const rolloverDays = constant(60, '26 U.S.C. § 408(d)(3)(A)(i), (e)(3); for conversions § 408A(e), 26 CFR § 1.408A-4, Q&A-1(b)(1)');
