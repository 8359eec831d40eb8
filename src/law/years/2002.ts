import type { YearOfLaw } from '../amounts';
import { dollars, inTheStatute, notCovered, one, several } from '../figure';
import {
  instructionsForm8606Of2023, irsColaTable1999To2005, publication590Of2002, unitedStatesCode,
} from '../sources';

/** Amounts in force for tax year 2002. */
export const law2002 = {
  iraLimit: dollars('3000', '26 U.S.C. § 219(b)(5)(A)', inTheStatute, one(instructionsForm8606Of2023)),
  iraCatchUp50: dollars('500', '26 U.S.C. § 219(b)(5)(B)', inTheStatute, one(instructionsForm8606Of2023)),
  rothSingleStart: dollars('95000', '26 U.S.C. § 408A(c)(3)(B)(ii)(II)', inTheStatute, one(unitedStatesCode)),
  rothSingleEnd: dollars('110000', '26 U.S.C. § 408A(c)(3)(A)(ii), (B)(ii)(II)', inTheStatute, one(unitedStatesCode)),
  rothJointStart: dollars('150000', '26 U.S.C. § 408A(c)(3)(B)(ii)(I)', inTheStatute, one(unitedStatesCode)),
  rothJointEnd: dollars('160000', '26 U.S.C. § 408A(c)(3)(A)(ii), (B)(ii)(I)', inTheStatute, one(unitedStatesCode)),
  deductionSingleStart: dollars('34000', '26 U.S.C. § 219(g)(3)(B)(ii)', inTheStatute, one(publication590Of2002)),
  deductionSingleEnd: dollars('44000', '26 U.S.C. § 219(g)(2)(A)(ii), (3)(B)(ii)', inTheStatute,
    one(publication590Of2002)),
  deductionJointStart: dollars('54000', '26 U.S.C. § 219(g)(3)(B)(i)', inTheStatute, one(publication590Of2002)),
  deductionJointEnd: dollars('64000', '26 U.S.C. § 219(g)(2)(A)(ii), (3)(B)(i)', inTheStatute,
    one(publication590Of2002)),
  deductionSpouseCoveredStart: dollars('150000', '26 U.S.C. § 219(g)(7)(A)', inTheStatute,
    several(publication590Of2002, unitedStatesCode)),
  deductionSpouseCoveredEnd: dollars('160000', '26 U.S.C. § 219(g)(7)(A), (B)', inTheStatute,
    several(publication590Of2002, unitedStatesCode)),
  electiveDeferrals: dollars('11000', '26 U.S.C. § 402(g)(1)(B)', inTheStatute, one(irsColaTable1999To2005)),
  catchUp50: notCovered('no source has been found for it'),
  catchUp60To63: notCovered('the law had no higher catch-up from 60 to 63 before 2025'),
  annualAdditions: dollars('40000', '26 U.S.C. § 415(c)(1)(A)', inTheStatute, one(instructionsForm8606Of2023)),
  planCompensation: dollars('200000', '26 U.S.C. § 401(a)(17)(A)', inTheStatute, one(irsColaTable1999To2005)),
  rothCatchUpWages: notCovered('wages made no catch-up contribution Roth before 2026'),
  deferrals457b: notCovered('no source has been found for it'),
  simpleLimit: dollars('7000', '26 U.S.C. § 408(p)(2)(E)', inTheStatute, one(irsColaTable1999To2005)),
  simpleEnhancedLimit: notCovered('the law had no higher SIMPLE limit before 2024'),
  simpleCatchUp50: notCovered('no source has been found for it'),
  simpleEnhancedCatchUp50: notCovered('the law had no higher SIMPLE catch-up before 2024'),
  simpleCatchUp60To63: notCovered('the law had no higher catch-up from 60 to 63 before 2025'),
  hsaSelf: notCovered('there were no health savings accounts before 2004'),
  hsaFamily: notCovered('there were no health savings accounts before 2004'),
  hsaCatchUp55: notCovered('there were no health savings accounts before 2004'),
  qcdLimit: notCovered('the law had no qualified charitable distributions before 2006'),
} satisfies YearOfLaw;
