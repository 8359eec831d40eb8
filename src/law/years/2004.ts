import type { YearOfLaw } from '../amounts';
import { dollars, inTheStatute, notCovered, notSeen, one } from '../figure';
import {
  instructionsForm8606Of2023, irsColaTable1999To2005, legalClarity, unitedStatesCode,
} from '../sources';

/** Amounts in force for tax year 2004. */
export const law2004 = {
  iraLimit: dollars('3000', '26 U.S.C. § 219(b)(5)(A)', inTheStatute, one(instructionsForm8606Of2023)),
  iraCatchUp50: dollars('500', '26 U.S.C. § 219(b)(5)(B)', inTheStatute, one(instructionsForm8606Of2023)),
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
  electiveDeferrals: dollars('13000', '26 U.S.C. § 402(g)(1)(B)', inTheStatute, one(irsColaTable1999To2005)),
  catchUp50: notCovered('no source has been found for it'),
  catchUp60To63: notCovered('the law had no higher catch-up from 60 to 63 before 2025'),
  annualAdditions: dollars('41000', '26 U.S.C. § 415(c)(1)(A), (d)', notSeen, one(instructionsForm8606Of2023)),
  planCompensation: dollars('205000', '26 U.S.C. § 401(a)(17)(A), (B)', notSeen, one(irsColaTable1999To2005)),
  rothCatchUpWages: notCovered('wages made no catch-up contribution Roth before 2026'),
  deferrals457b: notCovered('no source has been found for it'),
  simpleLimit: dollars('9000', '26 U.S.C. § 408(p)(2)(E)', inTheStatute, one(irsColaTable1999To2005)),
  simpleEnhancedLimit: notCovered('the law had no higher SIMPLE limit before 2024'),
  simpleCatchUp50: notCovered('no source has been found for it'),
  simpleEnhancedCatchUp50: notCovered('the law had no higher SIMPLE catch-up before 2024'),
  simpleCatchUp60To63: notCovered('the law had no higher catch-up from 60 to 63 before 2025'),
  hsaSelf: dollars('2600', '26 U.S.C. § 223(b)(2)(A), (g)', notSeen, one(legalClarity)),
  hsaFamily: dollars('5150', '26 U.S.C. § 223(b)(2)(B), (g)', notSeen, one(legalClarity)),
  hsaCatchUp55: notCovered('no source has been found for it'),
  qcdLimit: notCovered('the law had no qualified charitable distributions before 2006'),
} satisfies YearOfLaw;
