import { Decimal, zero } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import { inWords } from '../engine/words';
import { amountOf } from '../law';
import { deductionEndAge, deductionEndAgeLastYear, phaseOutColumns, separateRangeEnd, separateRangeStart, type FilingStatus } from '../law/constants';
import type { Age } from './age';
import { compensationForIra } from './compensation';
import { iraDollarLimit, type IraLimitFacts } from './iraLimit';
import { reducedLimit, type PhaseOutRange } from './phaseOut';

export interface IraDeductionFacts extends IraLimitFacts {
  readonly filingStatus: FilingStatus;
  /** Modified AGI for the deduction: conversion income stays in it. 26 U.S.C. § 219(g)(3)(A). It may be negative. */
  readonly magi: Decimal;
  /** Whether a retirement plan at work covered the person for any part of the year. */
  readonly covered: boolean;
  readonly spouseCovered: boolean;
  /** Contributed to traditional IRAs for the year; null asks for the most that could be deducted. */
  readonly contribution: Decimal | null;
}

/**
 * The deductible part of traditional IRA contributions: 26 U.S.C. § 219(b), (g); Publication 590-A, Worksheet 1-2. Unlike
 * the Roth limit, the phase-out reduces the dollar limit; compensation and the contribution come in only afterwards.
 *
 * @throws Refusal OVER_THE_LIMIT for a contribution beyond the limit, CONTRADICTION for a covered spouse of somebody
 * without one, NOT_A_CHOICE for age 70 before 2020 (it may be under or over 70 1/2), and as the law and compensation do.
 */
export function iraDeduction(facts: IraDeductionFacts): Decimal {
  const { year, age, contribution } = facts;
  const dollarLimit = iraDollarLimit(year, age);
  const compensation = compensationForIra(facts);
  const limit = compensation === null ? dollarLimit : Decimal.min(dollarLimit, compensation);
  if (contribution !== null && contribution.greaterThan(limit)) {
    throw new Refusal('OVER_THE_LIMIT', 'contribution', inWords(contribution), inWords(limit),
      `contribution is ${inWords(contribution)}, more than the limit of ${inWords(limit)} for ${year}; what is beyond it is an excess contribution, `
      + 'neither deductible nor basis.');
  }
  const range = deductionPhaseOut(facts);
  if (pastDeductionEndAge(year, age)) return zero;
  const deductible = range === null ? dollarLimit : reducedLimit(dollarLimit, facts.magi, range);
  return Decimal.min(deductible, limit, contribution ?? limit);
}

/** Between which incomes the deduction phases out; null where neither the person nor a spouse who counts is covered. */
export function deductionPhaseOut(
  { year, filingStatus, covered, spouseCovered }: Pick<IraDeductionFacts, 'year' | 'filingStatus' | 'covered' | 'spouseCovered'>,
): PhaseOutRange | null {
  const column = phaseOutColumns[filingStatus].value;
  const separate = { start: separateRangeStart.value, end: separateRangeEnd.value };
  if (spouseCovered && !['mfj', 'mfs', 'mfs-apart'].includes(filingStatus)) {
    throw new Refusal('CONTRADICTION', 'spouse_covered', 'TRUE', 'FALSE',
      `spouse_covered is TRUE, but filing_status is ${filingStatus}, which has no spouse; give FALSE or leave it out.`);
  }
  if (covered) {
    switch (column) {
      case 'single': return { start: amountOf('deductionSingleStart', year), end: amountOf('deductionSingleEnd', year) };
      case 'joint': return { start: amountOf('deductionJointStart', year), end: amountOf('deductionJointEnd', year) };
      case 'separate': return separate;
    }
  }
  if (!spouseCovered || column === 'single') return null;
  if (column === 'separate') return separate;
  return { start: amountOf('deductionSpouseCoveredStart', year), end: amountOf('deductionSpouseCoveredEnd', year) };
}

/** Through 2019 nothing was deductible for the year in which a person reached 70 1/2, nor after: former § 219(d)(1). */
function pastDeductionEndAge(year: number, age: Age): boolean {
  if (age === null || year > deductionEndAgeLastYear.value) return false;
  if (deductionEndAge.value.lessThanOrEqualTo(age)) return true;
  if (deductionEndAge.value.greaterThanOrEqualTo(age + 1)) return false;
  throw new Refusal('NOT_A_CHOICE', 'age', String(age), '69 or less, 71 or more',
    `age is ${age}, and for ${year} nothing was deductible from 70 1/2: give 71 if 70 1/2 was reached by 31 December ${year} (born before July), `
    + 'else 69.');
}
