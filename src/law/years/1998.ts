import type { YearOfLaw } from '../amounts';
import { dollars, inTheStatute, notCovered, one } from '../figure';
import {
  instructionsForm8606Of2023, unitedStatesCode,
} from '../sources';

/** Amounts in force for tax year 1998. */
export const law1998 = {
  iraLimit: dollars('2000', '26 U.S.C. § 219(b)(1)(A)', inTheStatute, one(instructionsForm8606Of2023)),
  iraCatchUp50: notCovered('the law gave IRAs no catch-up before 2002'),
  rothSingleStart: dollars('95000', '26 U.S.C. § 408A(c)(3)(B)(ii)(II)', inTheStatute, one(unitedStatesCode)),
  rothSingleEnd: dollars('110000', '26 U.S.C. § 408A(c)(3)(A)(ii), (B)(ii)(II)', inTheStatute, one(unitedStatesCode)),
  rothJointStart: dollars('150000', '26 U.S.C. § 408A(c)(3)(B)(ii)(I)', inTheStatute, one(unitedStatesCode)),
  rothJointEnd: dollars('160000', '26 U.S.C. § 408A(c)(3)(A)(ii), (B)(ii)(I)', inTheStatute, one(unitedStatesCode)),
  deductionSingleStart: notCovered('no source has been found for it'),
  deductionSingleEnd: notCovered('no source has been found for it'),
  deductionJointStart: notCovered('no source has been found for it'),
  deductionJointEnd: notCovered('no source has been found for it'),
  deductionSpouseCoveredStart: dollars('150000', '26 U.S.C. § 219(g)(7)(A)', inTheStatute, one(unitedStatesCode)),
  deductionSpouseCoveredEnd: dollars('160000', '26 U.S.C. § 219(g)(7)(A), (B)', inTheStatute, one(unitedStatesCode)),
  electiveDeferrals: notCovered('no source has been found for it'),
  catchUp50: notCovered('the law gave plans no catch-up before 2002'),
  catchUp60To63: notCovered('the law had no higher catch-up from 60 to 63 before 2025'),
  annualAdditions: notCovered('no source has been found for it'),
  planCompensation: notCovered('no source has been found for it'),
  rothCatchUpWages: notCovered('wages made no catch-up contribution Roth before 2026'),
  deferrals457b: notCovered('no source has been found for it'),
  simpleLimit: notCovered('no source has been found for it'),
  simpleEnhancedLimit: notCovered('the law had no higher SIMPLE limit before 2024'),
  simpleCatchUp50: notCovered('the law gave plans no catch-up before 2002'),
  simpleEnhancedCatchUp50: notCovered('the law had no higher SIMPLE catch-up before 2024'),
  simpleCatchUp60To63: notCovered('the law had no higher catch-up from 60 to 63 before 2025'),
  hsaSelf: notCovered('there were no health savings accounts before 2004'),
  hsaFamily: notCovered('there were no health savings accounts before 2004'),
  hsaCatchUp55: notCovered('there were no health savings accounts before 2004'),
  qcdLimit: notCovered('the law had no qualified charitable distributions before 2006'),
} satisfies YearOfLaw;
