/**
 * The worksheet functions, and nothing else: whatever this file exports is a function in Excel. The comment above each is
 * its tooltip. Arguments are only ever added at the end, and an id never changes: both are saved in people's workbooks.
 */

import { Decimal, zero } from '../engine/decimal';
import { form5329, form5329Lines } from '../forms/form5329';
import { afterTaxConversion as conversionOfAfterTax } from '../rules/afterTaxConversion';
import { annualAdditions } from '../rules/annualAdditions';
import { conversionYear as yearOfConversion } from '../rules/conversionYear';
import { deferralRoom as roomForDeferrals } from '../rules/deferralRoom';
import { employerContribution as contributionOfEmployer } from '../rules/employerContribution';
import { excessContributions } from '../rules/excessContributions';
import { iraDeduction } from '../rules/iraDeduction';
import { iraLimit as limitOverAllIras } from '../rules/iraLimit';
import { iraPayments as paymentsOfIras, paymentLines } from '../rules/iraPayments';
import { modifiedAgi } from '../rules/modifiedAgi';
import { pretaxToMove as moneyToMove } from '../rules/pretaxToMove';
import { returnedContribution } from '../rules/returnedContribution';
import { rothCatchUp as catchUpVerdict } from '../rules/rothCatchUp';
import { rothLimit } from '../rules/rothLimit';
import {
  ageIfGiven, ageOf, amount, amountIfGiven, amountOrZero, choiceOf, dateIfGiven, dateOf, filingStatus, filingStatusIfGiven, rateOf, signedAmount,
  signedAmountIfGiven, taxYear, textOf,
} from './arguments';
import { form8606Line as lineOfForm8606, form8606Rows } from './form8606Line';
import { deadlineOf } from './deadline';
import { meaningOfCode } from './distributionCode';
import { lineIn, shownLine } from './formLine';
import { inCell } from './inCell';
import { iraPool as poolOfAccounts } from './iraPool';
import { ledgerRows } from './ledgerRows';
import { limitNamed } from './limitNames';
import { conversionParts, excessParts } from './parts';
import { poolForm } from './poolForm';
import { rothDistributionLine } from './rothDistribution';
import { worksheet11Line } from './worksheet11';
import { yesOrNo, yesOrNoIfGiven } from './yesOrNo';

/**
 * Offered by Excel as the formula is typed; the usual long forms are taken too.
 * @customenum {string}
 */
const enum FILING_STATUS {
  /** Single */
  single = "single",
  /** Head of household */
  hoh = "hoh",
  /** Married filing jointly */
  mfj = "mfj",
  /** Married filing separately, lived together at any time of the year */
  mfs = "mfs",
  /** Married filing separately, lived apart all year */
  mfs_apart = "mfs-apart",
  /** Qualifying surviving spouse */
  qss = "qss",
}

/**
 * Offered by Excel as the formula is typed; other spellings, such as "415(c)", are taken too.
 * @customenum {string}
 */
const enum LIMIT_NAME {
  ira = "ira",
  ira_catch_up = "ira catch-up",
  roth_start = "roth start",
  roth_end = "roth end",
  deduction_start = "deduction start",
  deduction_end = "deduction end",
  spouse_covered_start = "spouse covered start",
  spouse_covered_end = "spouse covered end",
  _402g = "402g",
  catch_up = "catch-up",
  catch_up_60_63 = "catch-up 60-63",
  _415c = "415c",
  _401a17 = "401a17",
  roth_catch_up_wages = "roth catch-up wages",
  _457b = "457b",
  simple = "simple",
  simple_enhanced = "simple enhanced",
  simple_catch_up = "simple catch-up",
  simple_enhanced_catch_up = "simple enhanced catch-up",
  simple_catch_up_60_63 = "simple catch-up 60-63",
  hsa_self = "hsa self",
  hsa_family = "hsa family",
  hsa_catch_up = "hsa catch-up",
  homebuyer = "homebuyer",
  unfiled_8606_penalty = "unfiled 8606 penalty",
  overstatement_penalty = "overstatement penalty",
  qcd = "qcd",
}

/**
 * Taxable part of a Roth conversion under the pro-rata rule (Form 8606, line 18).
 * @customfunction PRORATA_TAXABLE PRORATA_TAXABLE
 * @param converted Amount converted to Roth in the year (line 8); a blank cell counts as 0.
 * @param basis_line3 Prior basis plus this year's nondeductible contributions, also those made next January to April (line 3).
 * @param line6_value Value of all traditional, SEP and SIMPLE IRAs on 31 December (line 6); a blank cell counts as 0.
 * @param [distributions] Other distributions in the year (line 7).
 * @param [of_which_made_next_year] Part of basis_line3 that was contributed next January to April (line 4).
 * @param [ratio_places] Decimal places of line 10, 3 to 10; left out, line 10 is exact.
 * @param [rounding] "cents" (default) or "dollars".
 * @returns Taxable part of the conversion, in dollars.
 * @law 26 U.S.C. 408(d)(2), 408A(d)(3), 72(e)(8); Form 8606 (2025), lines 3 to 18.
 * @throws #VALUE! for an amount that is missing, negative, unreadable or above 1,000,000,000,000, and for more made next year than there is basis.
 * @example =BASIS.PRORATA_TAXABLE(7000, 7000, 93000) gives 6510
 */
export function prorataTaxable(
  converted: unknown[][],
  basis_line3: unknown[][],
  line6_value: unknown[][],
  distributions?: unknown[][],
  of_which_made_next_year?: unknown[][],
  ratio_places?: unknown,
  rounding?: unknown,
): number {
  return inCell(() => {
    const form = poolForm({ converted, basis_line3, line6_value, distributions, of_which_made_next_year, ratio_places, rounding });
    return Decimal.max(zero, form.line('18') ?? zero).toNumber();
  });
}

/**
 * Basis carried to next year after a year's conversions and distributions (Form 8606, line 14).
 * @customfunction BASIS_CARRYFORWARD BASIS_CARRYFORWARD
 * @param converted Amount converted to Roth in the year (line 8); a blank cell counts as 0.
 * @param basis_line3 Prior basis plus this year's nondeductible contributions, also those made next January to April (line 3).
 * @param line6_value Value of all traditional, SEP and SIMPLE IRAs on 31 December (line 6); a blank cell counts as 0.
 * @param [distributions] Other distributions in the year (line 7).
 * @param [of_which_made_next_year] Part of basis_line3 that was contributed next January to April (line 4).
 * @param [ratio_places] Decimal places of line 10, 3 to 10; left out, line 10 is exact.
 * @param [rounding] "cents" (default) or "dollars".
 * @returns Basis that next year starts with, in dollars.
 * @law 26 U.S.C. 408(d)(2); Form 8606 (2025), line 14; no guidance settles basis left after everything was converted at a loss: it is kept.
 * @throws #VALUE! for an amount that is missing, negative, unreadable or above 1,000,000,000,000, and for more made next year than there is basis.
 * @example =BASIS.BASIS_CARRYFORWARD(7000, 7000, 93000) gives 6510
 */
export function basisCarryforward(
  converted: unknown[][],
  basis_line3: unknown[][],
  line6_value: unknown[][],
  distributions?: unknown[][],
  of_which_made_next_year?: unknown[][],
  ratio_places?: unknown,
  rounding?: unknown,
): number {
  return inCell(() =>
    poolForm({ converted, basis_line3, line6_value, distributions, of_which_made_next_year, ratio_places, rounding }).carry.toNumber());
}

/**
 * The most that one person may contribute directly to a Roth IRA for a year, after the phase-out by income.
 * @customfunction ROTH_PHASEOUT ROTH_PHASEOUT
 * @param tax_year Tax year, 1998 to 2026.
 * @param filing_status single, hoh, mfj, mfs (lived together at any time), mfs-apart (apart all year) or qss.
 * @param magi Modified AGI for Roth purposes, without conversion income; it may be negative, and a blank cell counts as 0.
 * @param [age] Age on 31 December of the tax year.
 * @param [traditional_contributions] Contributions of the same person to traditional IRAs for the year.
 * @param [compensation] Own compensation; left out, it is not tested, but a blank cell counts as 0.
 * @param [spouse_compensation] Compensation of the spouse on a joint return.
 * @param [spouse_ira_contributions] All IRA contributions of the spouse for the year.
 * @returns Roth contribution limit, in dollars.
 * @law 26 U.S.C. 408A(c)(2), (3), 219(g)(2); Publication 590-A, Worksheet 2-2, with an unrounded ratio.
 * @throws #VALUE! for a year, status or income that is missing or unreadable; #N/A for a year whose limits are not in the table.
 * @example =BASIS.ROTH_PHASEOUT(2024, "mfj", 235000) gives 3500
 */
export function rothPhaseout(
  tax_year: unknown,
  filing_status: FILING_STATUS,
  magi: unknown[][],
  age?: unknown,
  traditional_contributions?: unknown[][],
  compensation?: unknown[][],
  spouse_compensation?: unknown[][],
  spouse_ira_contributions?: unknown[][],
): number {
  return inCell(() => rothLimit({
    year: taxYear('tax_year', tax_year, { magi, traditional_contributions, compensation, spouse_compensation, spouse_ira_contributions }),
    filingStatus: filingStatus('filing_status', filing_status),
    magi: signedAmount('magi', magi),
    age: ageIfGiven('age', age),
    traditionalContributions: amountOrZero('traditional_contributions', traditional_contributions),
    compensation: amountIfGiven('compensation', compensation),
    spouseCompensation: amountIfGiven('spouse_compensation', spouse_compensation),
    spouseContributions: amountIfGiven('spouse_ira_contributions', spouse_ira_contributions),
  }).toNumber());
}

/**
 * After-tax contributions (mega backdoor Roth) that still fit into one employer's plan for the year.
 * @customfunction MEGA_BACKDOOR_ROOM MEGA_BACKDOOR_ROOM
 * @param tax_year Tax year, 2002 to 2026.
 * @param deferrals Elective deferrals in this plan, pre-tax and Roth, catch-up included.
 * @param employer_contributions Match, profit sharing and other contributions of this employer.
 * @param [age] Age on 31 December; without it no catch-up is allowed.
 * @param [compensation] All pay from this employer; left out, the limit of 100% of pay is not tested, but a blank cell counts as 0.
 * @param [after_tax_so_far] After-tax contributions made already.
 * @param [deferrals_elsewhere] Elective deferrals with other employers in the year.
 * @param [plan_cap] The plan's own ceiling on after-tax contributions; left out, there is none, but a blank cell counts as 0.
 * @param [service_catch_up_403b] Extra 403(b) deferral limit for fifteen years of service, at most 3,000.
 * @param [additions_in_group] Annual additions to plans that count as one with this one: of related employers, or of your own business beside a 403(b).
 * @returns After-tax room left, in dollars.
 * @law 26 U.S.C. 415(c)(1), (f), (h), (k)(4), 402(g), 414(v).
 * @throws #VALUE! for deferrals beyond the limit and the catch-up of the age, and for amounts that are missing or unreadable; #N/A for a year whose limits are not in the table.
 * @example =BASIS.MEGA_BACKDOOR_ROOM(2024, 23000, 12000) gives 34000
 */
export function megaBackdoorRoom(
  tax_year: unknown,
  deferrals: unknown[][],
  employer_contributions: unknown[][],
  age?: unknown,
  compensation?: unknown[][],
  after_tax_so_far?: unknown[][],
  deferrals_elsewhere?: unknown[][],
  plan_cap?: unknown[][],
  service_catch_up_403b?: unknown[][],
  additions_in_group?: unknown[][],
): number {
  return inCell(() => annualAdditions({
    year: taxYear('tax_year', tax_year, {
      deferrals, employer_contributions, compensation, after_tax_so_far, deferrals_elsewhere, plan_cap, service_catch_up_403b, additions_in_group,
    }),
    deferrals: amount('deferrals', deferrals),
    employerContributions: amount('employer_contributions', employer_contributions),
    age: ageIfGiven('age', age),
    compensation: amountIfGiven('compensation', compensation),
    afterTaxSoFar: amountOrZero('after_tax_so_far', after_tax_so_far),
    deferralsElsewhere: amountOrZero('deferrals_elsewhere', deferrals_elsewhere),
    planCap: amountIfGiven('plan_cap', plan_cap),
    serviceCatchUp: amountOrZero('service_catch_up_403b', service_catch_up_403b),
    additionsInGroup: amountOrZero('additions_in_group', additions_in_group),
  }).room.toNumber());
}

/**
 * Any one line of Form 8606, Parts I and II; empty where the form leaves the line blank.
 * @customfunction FORM8606_LINE FORM8606_LINE
 * @param line Line of the form: "1" to "14", "15a" to "15c", "16" to "18".
 * @param nondeductible_contributions Nondeductible contributions for the year, also those made next January to April (line 1).
 * @param prior_basis Basis from earlier years (line 2).
 * @param of_which_made_next_year Part of the contributions that was made next January to April (line 4).
 * @param line6_value Value of all traditional, SEP and SIMPLE IRAs on 31 December (line 6); a blank cell counts as 0.
 * @param distributions Distributions other than conversions (line 7).
 * @param converted Amount converted to Roth in the year (line 8).
 * @param [ratio_places] Decimal places of line 10, 3 to 10; left out, line 10 is exact.
 * @param [rounding] "cents" (default) or "dollars".
 * @param [qualified_disaster] Qualified disaster distributions among the distributions (line 15b).
 * @param [repayments] Repayments treated as rollovers (line 15c).
 * @returns The line, in dollars; line 10 as a ratio.
 * @law Form 8606 (2025) and its instructions; 26 U.S.C. 408(d), 408(o), 408A(d)(3).
 * @throws #VALUE! for a line that the form lacks, for an amount that is missing, negative or unreadable, and for more made next year than was contributed.
 * @example =BASIS.FORM8606_LINE("18", 7000, 0, 0, 93000, 0, 7000) gives 6510
 */
export function form8606Line(
  line: unknown,
  nondeductible_contributions: unknown[][],
  prior_basis: unknown[][],
  of_which_made_next_year: unknown[][],
  line6_value: unknown[][],
  distributions: unknown[][],
  converted: unknown[][],
  ratio_places?: unknown,
  rounding?: unknown,
  qualified_disaster?: unknown[][],
  repayments?: unknown[][],
): number | string {
  return inCell(() => lineOfForm8606({
    line, nondeductible_contributions, prior_basis, of_which_made_next_year, line6_value, distributions, converted, ratio_places, rounding,
    qualified_disaster, repayments,
  }), { disasterDistributions: 'qualified_disaster' });
}

/**
 * Several years in a row, each starting with the basis that the one before carries; spills one row per year.
 * @customfunction LEDGER LEDGER
 * @param rows A row per year: year, nondeductible contributions, of which made next year, line 6 value, distributions, converted, [basis adjustment].
 * @param [opening_basis] Basis before the first of these years.
 * @param [ratio_places] Decimal places of line 10, 3 to 10; left out, line 10 is exact.
 * @param [rounding] "cents" (default) or "dollars".
 * @param [year_of_death] Year in which the person died: no row may come after it, and its own conversions and distributions are not worked out.
 * @returns {any[][]} Per year: year, basis before, line 10, tax-free, taxable conversion, taxable distribution, basis carried.
 * @law Form 8606 (2025), lines 1 to 18 of each year; line 14 of one is line 2 of the next.
 * @throws #VALUE! for a year that stands twice, a row without a year, another number of columns, and as FORM8606_LINE does, naming the row.
 * @example =INDEX(BASIS.LEDGER({2023,7000,0,200000,0,7000;2024,7000,0,200000,0,7000}), 2, 5) gives 6534.57
 */
export function ledger(
  rows: unknown[][],
  opening_basis?: unknown[][],
  ratio_places?: unknown,
  rounding?: unknown,
  year_of_death?: unknown,
): unknown[][] {
  return inCell(() => ledgerRows({ rows, opening_basis, ratio_places, rounding, year_of_death }));
}

/**
 * The most that a person may contribute to all traditional and Roth IRAs together for a year.
 * @customfunction IRA_LIMIT IRA_LIMIT
 * @param tax_year Tax year, 1998 to 2026.
 * @param [age] Age on 31 December of the tax year.
 * @param [compensation] Own compensation; left out, it is not tested, but a blank cell counts as 0.
 * @param [filing_status] Filing status; only with mfj does a spouse's compensation count.
 * @param [spouse_compensation] Compensation of the spouse on a joint return.
 * @param [spouse_ira_contributions] All IRA contributions of the spouse for the year.
 * @returns Contribution limit, in dollars.
 * @law 26 U.S.C. 219(b)(1), (b)(5), (c).
 * @throws #VALUE! for a year that is missing or unreadable and for compensation of a spouse without a joint return; #N/A for a year whose limits are not in the table.
 * @example =BASIS.IRA_LIMIT(2026, 50) gives 8600
 */
export function iraLimit(
  tax_year: unknown,
  age?: unknown,
  compensation?: unknown[][],
  filing_status?: FILING_STATUS,
  spouse_compensation?: unknown[][],
  spouse_ira_contributions?: unknown[][],
): number {
  return inCell(() => limitOverAllIras({
    year: taxYear('tax_year', tax_year, { compensation, spouse_compensation, spouse_ira_contributions }),
    age: ageIfGiven('age', age),
    filingStatus: filingStatusIfGiven('filing_status', filing_status),
    compensation: amountIfGiven('compensation', compensation),
    spouseCompensation: amountIfGiven('spouse_compensation', spouse_compensation),
    spouseContributions: amountIfGiven('spouse_ira_contributions', spouse_ira_contributions),
  }).toNumber());
}

/**
 * The deductible part of contributions to traditional IRAs; the rest is nondeductible (Form 8606, line 1).
 * @customfunction IRA_DEDUCTION IRA_DEDUCTION
 * @param tax_year Tax year, 1998 to 2026.
 * @param filing_status single, hoh, mfj, mfs (lived together at any time), mfs-apart (apart all year) or qss.
 * @param magi Modified AGI for the IRA deduction, conversion income included; it may be negative, and a blank cell counts as 0.
 * @param covered TRUE if a retirement plan at work covered the person at any time of the year.
 * @param [spouse_covered] TRUE if a retirement plan at work covered the spouse at any time of the year.
 * @param [age] Age on 31 December of the tax year.
 * @param [contribution] Contributed to traditional IRAs for the year; left out, the most that could be deducted, but a blank cell counts as 0.
 * @param [compensation] Own compensation; left out, it is not tested, but a blank cell counts as 0.
 * @param [spouse_compensation] Compensation of the spouse on a joint return.
 * @param [spouse_ira_contributions] All IRA contributions of the spouse for the year.
 * @returns Deductible part, in dollars.
 * @law 26 U.S.C. 219(b), (g); Publication 590-A, Worksheet 1-2; before 2020 nothing from age 70 1/2 (219(d)(1)).
 * @throws #VALUE! for a year, status, income or coverage that is missing or unreadable; #N/A for a year whose limits are not in the table.
 * @example =BASIS.IRA_DEDUCTION(2025, "single", 84000, TRUE) gives 3500
 */
export function iraDeductionOf(
  tax_year: unknown,
  filing_status: FILING_STATUS,
  magi: unknown[][],
  covered: unknown,
  spouse_covered?: unknown,
  age?: unknown,
  contribution?: unknown[][],
  compensation?: unknown[][],
  spouse_compensation?: unknown[][],
  spouse_ira_contributions?: unknown[][],
): number {
  return inCell(() => iraDeduction({
    year: taxYear('tax_year', tax_year, { magi, contribution, compensation, spouse_compensation, spouse_ira_contributions }),
    filingStatus: filingStatus('filing_status', filing_status),
    magi: signedAmount('magi', magi),
    covered: yesOrNo('covered', covered),
    spouseCovered: yesOrNoIfGiven('spouse_covered', spouse_covered) ?? false,
    age: ageIfGiven('age', age),
    contribution: amountIfGiven('contribution', contribution),
    compensation: amountIfGiven('compensation', compensation),
    spouseCompensation: amountIfGiven('spouse_compensation', spouse_compensation),
    spouseContributions: amountIfGiven('spouse_ira_contributions', spouse_ira_contributions),
  }).toNumber());
}

/**
 * Any yearly limit by name, for example "415c", "402g", "IRA", "Roth start", "catch-up", "HSA family".
 * @customfunction LIMIT LIMIT
 * @param name Name of the limit; a wrong one is answered with the list.
 * @param tax_year Tax year, 1998 to 2026.
 * @param [filing_status] Filing status; needed for the names "roth start", "roth end", "deduction start" and "deduction end".
 * @returns The limit, in dollars.
 * @law Each amount with the section of 26 U.S.C. that sets it and the notice that announced it, as the table of this add-in lists them.
 * @throws #VALUE! for a name that is no limit and for a phase-out without a filing status; #N/A for a year without the limit.
 * @example =BASIS.LIMIT("415c", 2026) gives 72000
 */
export function limit(name: LIMIT_NAME, tax_year: unknown, filing_status?: FILING_STATUS): number {
  return inCell(() =>
    limitNamed(textOf('name', name, 'the name of a limit, for example "415c" or "ira"'), taxYear('tax_year', tax_year), filingStatusIfGiven('filing_status', filing_status)).toNumber());
}

/**
 * Value of all traditional, SEP and SIMPLE IRAs in a list of accounts of any kind (Form 8606, line 6, before rollovers).
 * @customfunction IRA_POOL IRA_POOL
 * @param types Range that names the kind of each account.
 * @param values Range of the values on 31 December, of the same shape as types.
 * @param [owners] Range that names the owner of each account, of the same shape as types.
 * @param [owner] Whose accounts to count; needed if owners names two persons.
 * @returns Value of the pool, in dollars.
 * @law 26 U.S.C. 408(d)(2)(A); Instructions for Form 8606 (2023), line 6.
 * @throws #VALUE! for a kind of account that cannot be placed, an IRA without a value, and accounts of two persons without owner, naming the cell.
 * @example =BASIS.IRA_POOL({"Rollover IRA";"Roth IRA";"SEP-IRA"}, {50000;40000;43000}) gives 93000
 */
export function iraPool(types: unknown[][], values: unknown[][], owners?: unknown[][], owner?: unknown): number {
  return inCell(() => poolOfAccounts({ types, values, owners, owner }).toNumber());
}

/**
 * Money before tax that must leave the IRAs by 31 December, so that nothing of this year's conversions is taxable.
 * @customfunction PRETAX_TO_MOVE PRETAX_TO_MOVE
 * @param value_before_move Value of all traditional, SEP and SIMPLE IRAs now; a blank cell counts as 0.
 * @param basis_line5 Basis that counts this year (Form 8606, line 5).
 * @param [converted_this_year] Converted to Roth this year already.
 * @param [distributed_this_year] Distributed this year already.
 * @returns Amount to move into an employer plan, in dollars.
 * @law 26 U.S.C. 408(d)(3)(A)(ii), 408(d)(2).
 * @throws #VALUE! for an amount that is missing, negative or unreadable.
 * @example =BASIS.PRETAX_TO_MOVE(100000, 7000) gives 93000
 */
export function pretaxToMove(
  value_before_move: unknown[][],
  basis_line5: unknown[][],
  converted_this_year?: unknown[][],
  distributed_this_year?: unknown[][],
): number {
  return inCell(() => moneyToMove({
    value: amount('value_before_move', value_before_move),
    basis: amount('basis_line5', basis_line5),
    convertedThisYear: amountOrZero('converted_this_year', converted_this_year),
    distributedThisYear: amountOrZero('distributed_this_year', distributed_this_year),
  }).toNumber());
}

/**
 * All lines of Form 8606, Parts I and II; spills a row per line: line, description, amount.
 * @customfunction FORM8606 FORM8606
 * @param nondeductible_contributions Nondeductible contributions for the year, also those made next January to April (line 1).
 * @param prior_basis Basis from earlier years (line 2).
 * @param of_which_made_next_year Part of the contributions that was made next January to April (line 4).
 * @param line6_value Value of all traditional, SEP and SIMPLE IRAs on 31 December (line 6); a blank cell counts as 0.
 * @param distributions Distributions other than conversions (line 7).
 * @param converted Amount converted to Roth in the year (line 8).
 * @param [ratio_places] Decimal places of line 10, 3 to 10; left out, line 10 is exact.
 * @param [rounding] "cents" (default) or "dollars".
 * @param [qualified_disaster] Qualified disaster distributions among the distributions (line 15b).
 * @param [repayments] Repayments treated as rollovers (line 15c).
 * @returns {any[][]} Per line: line, description in the words of the latest form, amount; line 10 as a ratio, "" for a blank line.
 * @law Form 8606 (2025), whose words the descriptions are, and its instructions; 26 U.S.C. 408(d), 408(o), 408A(d)(3).
 * @throws #VALUE! for an amount that is missing, negative or unreadable, and for more made next year than was contributed.
 * @example =INDEX(BASIS.FORM8606(7000, 0, 0, 93000, 0, 7000), 20, 3) gives 6510
 */
export function form8606Table(
  nondeductible_contributions: unknown[][],
  prior_basis: unknown[][],
  of_which_made_next_year: unknown[][],
  line6_value: unknown[][],
  distributions: unknown[][],
  converted: unknown[][],
  ratio_places?: unknown,
  rounding?: unknown,
  qualified_disaster?: unknown[][],
  repayments?: unknown[][],
): unknown[][] {
  return inCell(() => form8606Rows({
    nondeductible_contributions, prior_basis, of_which_made_next_year, line6_value, distributions, converted, ratio_places, rounding,
    qualified_disaster, repayments,
  }), { disasterDistributions: 'qualified_disaster' });
}

/**
 * Any one line of Worksheet 1-1 of Publication 590-B, for a year with a contribution that may be deductible in part.
 * @customfunction WORKSHEET_1_1 WORKSHEET_1_1
 * @param line Line of the worksheet: "1" to "11"; line 8 is tax-free, line 10 the taxable part of conversions.
 * @param prior_basis Basis in traditional IRAs at the end of the year before (line 1).
 * @param all_contributions All contributions for the year, deductible or not, also those made next January to April (line 2).
 * @param line6_value Value of all traditional, SEP and SIMPLE IRAs on 31 December (line 4); a blank cell counts as 0.
 * @param distributions Distributions other than conversions (part of line 5).
 * @param converted Amount converted to Roth in the year (part of line 5).
 * @param [ratio_places] Decimal places of line 7, 3 to 10; left out, line 7 is exact.
 * @param [rounding] "cents" (default) or "dollars".
 * @returns The line, in dollars; line 7 as a ratio.
 * @law Publication 590-B, Worksheet 1-1; the example is its Rose Green.
 * @throws #VALUE! for a line that the worksheet lacks, and for an amount that is missing, negative or unreadable.
 * @example =BASIS.WORKSHEET_1_1("8", 300, 2000, 20000, 0, 5000) gives 460
 */
export function worksheet11(
  line: unknown,
  prior_basis: unknown[][],
  all_contributions: unknown[][],
  line6_value: unknown[][],
  distributions: unknown[][],
  converted: unknown[][],
  ratio_places?: unknown,
  rounding?: unknown,
): number | string {
  return inCell(() => worksheet11Line({
    line, prior_basis, all_contributions, line6_value, distributions, converted, ratio_places, rounding,
  }));
}

/**
 * Any one line of Form 8606, Part III: what of a nonqualified distribution from Roth IRAs is taxable (line 25c).
 * @customfunction ROTH_DISTRIBUTION ROTH_DISTRIBUTION
 * @param line Line of Part III: "19" to "24", "25a" to "25c".
 * @param nonqualified Nonqualified distributions from Roth IRAs in the year (line 19).
 * @param homebuyer Qualified first-time homebuyer expenses (line 20), at most 10,000 less what earlier years took.
 * @param contribution_basis Basis in regular Roth contributions (line 22).
 * @param conversion_basis Basis in conversions and plan rollovers (line 24).
 * @param [disaster] Qualified disaster distributions among the distributions (line 25b).
 * @param [repayments] Repayments treated as rollovers (line 25c).
 * @returns The line, in dollars.
 * @law 26 U.S.C. 408A(d), 72(t)(8)(B); Form 8606 (2025), Part III.
 * @throws #VALUE! for a line that Part III lacks, for an amount that is missing, negative or unreadable, and for more disaster distributions than distributions.
 * @example =BASIS.ROTH_DISTRIBUTION("25c", 20000, 0, 12000, 5000) gives 3000
 */
export function rothDistribution(
  line: unknown,
  nonqualified: unknown[][],
  homebuyer: unknown[][],
  contribution_basis: unknown[][],
  conversion_basis: unknown[][],
  disaster?: unknown[][],
  repayments?: unknown[][],
): number | string {
  return inCell(() => rothDistributionLine({ line, nonqualified, homebuyer, contribution_basis, conversion_basis, disaster, repayments }));
}

/**
 * Modified AGI for Roth IRA contributions: AGI without conversion income, with deductions and exclusions added back.
 * @customfunction ROTH_MAGI ROTH_MAGI
 * @param tax_year Tax year, 1998 to 2026.
 * @param agi Adjusted gross income (Form 1040, line 11); it may be negative, and a blank cell counts as 0.
 * @param conversion_income Taxable part of Roth conversions, which AGI includes (in line 4b).
 * @param [plan_rollover_income] Taxable part of rollovers from plans to Roth IRAs, which AGI includes (in line 5b).
 * @param [ira_deduction] IRA deduction (Schedule 1, line 20).
 * @param [student_loan_interest] Student loan interest deduction (Schedule 1, line 21).
 * @param [foreign_exclusions] Foreign earned income and housing exclusions and the housing deduction (Form 2555).
 * @param [savings_bond_interest] Savings bond interest excluded (Form 8815).
 * @param [adoption_benefits] Employer-provided adoption benefits excluded (Form 8839).
 * @param [tuition_deduction] Tuition and fees deduction, through 2020.
 * @param [production_deduction] Domestic production activities deduction, 2005 to 2017.
 * @returns Modified AGI for ROTH_PHASEOUT, in dollars. The IRA deduction has another one: there conversion income stays in.
 * @law 26 U.S.C. 408A(c)(3)(B)(i), 219(g)(3)(A); Publication 590-A, Worksheet 2-1. Taxable social security and passive losses are to be refigured before.
 * @throws #VALUE! for an amount that is missing or unreadable, and for a deduction that the law did not have in the year; #N/A for a year that is not covered.
 * @example =BASIS.ROTH_MAGI(2025, 260000, 30000) gives 230000
 */
export function rothMagi(
  tax_year: unknown,
  agi: unknown[][],
  conversion_income: unknown[][],
  plan_rollover_income?: unknown[][],
  ira_deduction?: unknown[][],
  student_loan_interest?: unknown[][],
  foreign_exclusions?: unknown[][],
  savings_bond_interest?: unknown[][],
  adoption_benefits?: unknown[][],
  tuition_deduction?: unknown[][],
  production_deduction?: unknown[][],
): number {
  return inCell(() => modifiedAgi({
    year: taxYear('tax_year', tax_year, {
      agi, conversion_income, plan_rollover_income, ira_deduction, student_loan_interest, foreign_exclusions, savings_bond_interest, adoption_benefits,
      tuition_deduction, production_deduction,
    }),
    agi: signedAmount('agi', agi),
    conversionIncome: amount('conversion_income', conversion_income),
    planRolloverIncome: amountOrZero('plan_rollover_income', plan_rollover_income),
    iraDeduction: amountOrZero('ira_deduction', ira_deduction),
    studentLoanInterest: amountOrZero('student_loan_interest', student_loan_interest),
    foreignExclusions: amountOrZero('foreign_exclusions', foreign_exclusions),
    savingsBondInterest: amountOrZero('savings_bond_interest', savings_bond_interest),
    adoptionBenefits: amountOrZero('adoption_benefits', adoption_benefits),
    tuitionDeduction: amountOrZero('tuition_deduction', tuition_deduction),
    productionDeduction: amountOrZero('production_deduction', production_deduction),
  }).forRoth.toNumber());
}

/**
 * IRA contributions of a year beyond what was allowed: an excess, taxed at 6% a year until it is taken out or absorbed.
 * @customfunction EXCESS_CONTRIBUTION EXCESS_CONTRIBUTION
 * @param tax_year Tax year, 1998 to 2026.
 * @param filing_status single, hoh, mfj, mfs (lived together at any time), mfs-apart (apart all year) or qss.
 * @param magi Modified AGI for Roth purposes; it may be left out if nothing went to a Roth IRA. A blank cell counts as 0.
 * @param traditional_contributions Contributed to traditional IRAs for the year, without what was returned or recharacterized in time.
 * @param roth_contributions Contributed to Roth IRAs for the year, without what was returned or recharacterized in time.
 * @param [age] Age on 31 December of the tax year.
 * @param [compensation] Own compensation; left out, it is not tested, but a blank cell counts as 0.
 * @param [spouse_compensation] Compensation of the spouse on a joint return.
 * @param [spouse_ira_contributions] All IRA contributions of the spouse for the year.
 * @param [part] "all" (default), "traditional", "roth", or what absorbs an earlier excess: "unused traditional", "unused roth".
 * @returns Excess contributions of the year, in dollars (Form 5329, lines 15 and 23); or unused limit (lines 10 and 19).
 * @law 26 U.S.C. 4973(b), (f), without regard to 219(g): what income makes nondeductible is no excess. Before 2020 all from age 70 1/2 (219(d)(1)).
 * @throws #VALUE! for a year or status that is missing or unreadable, and for Roth contributions without an income; #N/A for a year whose limits are not in the table.
 * @example =BASIS.EXCESS_CONTRIBUTION(2025, "single", 170000, 0, 7000) gives 7000
 */
export function excessContribution(
  tax_year: unknown,
  filing_status: FILING_STATUS,
  magi: unknown[][],
  traditional_contributions: unknown[][],
  roth_contributions: unknown[][],
  age?: unknown,
  compensation?: unknown[][],
  spouse_compensation?: unknown[][],
  spouse_ira_contributions?: unknown[][],
  part?: unknown,
): number {
  return inCell(() => {
    const excess = excessContributions({
      year: taxYear('tax_year', tax_year, { magi, traditional_contributions, roth_contributions, compensation, spouse_compensation, spouse_ira_contributions }),
      filingStatus: filingStatus('filing_status', filing_status),
      magi: signedAmountIfGiven('magi', magi),
      traditionalContributions: amount('traditional_contributions', traditional_contributions),
      rothContributions: amount('roth_contributions', roth_contributions),
      age: ageIfGiven('age', age),
      compensation: amountIfGiven('compensation', compensation),
      spouseCompensation: amountIfGiven('spouse_compensation', spouse_compensation),
      spouseContributions: amountIfGiven('spouse_ira_contributions', spouse_ira_contributions),
    });
    return excess[choiceOf('part', part, excessParts)].toNumber();
  });
}

/**
 * Any one line of Form 5329, Parts III and IV: the yearly 6% tax on excess contributions, and what is left of them.
 * @customfunction FORM5329_LINE FORM5329_LINE
 * @param line "9" to "17" for traditional IRAs, "18" to "25" for Roth IRAs; 17 and 25 are the tax, 16 and 24 go on to next year.
 * @param excess_before Excess of earlier years: line 16 or 24 of the last Form 5329, if a tax was due on it.
 * @param excess_this_year Excess contributions for the year, as EXCESS_CONTRIBUTION gives them.
 * @param year_end_value Value of the traditional, or the Roth, IRAs on 31 December, with contributions for the year made later; a blank cell counts as 0.
 * @param [unused_limit] Limit that this year's contributions left unused, as EXCESS_CONTRIBUTION gives it.
 * @param [distributions] Traditional: distributions included in income. Roth: all distributions.
 * @param [withdrawn_excess] Traditional only: excess of earlier years taken out without being taxed.
 * @param [all_withdrawn] Roth only: TRUE if everything in all Roth IRAs was taken out.
 * @returns The line, in dollars.
 * @law 26 U.S.C. 4973(a), (b), (f), 408(d)(5), 219(f)(6); Form 5329, Parts III and IV.
 * @throws #VALUE! for a line that these parts lack, for an amount that is missing, negative or unreadable, and for more taken out of the excess than there is.
 * @example =BASIS.FORM5329_LINE("25", 3000, 4000, 50000) gives 420
 */
export function form5329Line(
  line: unknown,
  excess_before: unknown[][],
  excess_this_year: unknown[][],
  year_end_value: unknown[][],
  unused_limit?: unknown[][],
  distributions?: unknown[][],
  withdrawn_excess?: unknown[][],
  all_withdrawn?: unknown,
): number | string {
  return inCell(() => {
    const id = lineIn('Form 5329, Parts III and IV,', form5329Lines, line);
    return shownLine(form5329(id, {
      excessBefore: amount('excess_before', excess_before),
      excessThisYear: amount('excess_this_year', excess_this_year),
      valueAtYearEnd: amount('year_end_value', year_end_value),
      unusedLimit: amountOrZero('unused_limit', unused_limit),
      distributions: amountOrZero('distributions', distributions),
      withdrawn: amountOrZero('withdrawn_excess', withdrawn_excess),
      allWithdrawn: yesOrNoIfGiven('all_withdrawn', all_withdrawn) ?? false,
    }), id);
  }, { withdrawn_excess: 'withdrawn_excess' });
}

/**
 * Net income that must leave with a contribution that is returned by the due date, or recharacterized; a loss is negative.
 * @customfunction RETURNED_EARNINGS RETURNED_EARNINGS
 * @param returned Contribution to be returned or recharacterized.
 * @param value_before Value of the IRA just before the contribution was made; a blank cell counts as 0.
 * @param contribution The whole contribution that it is part of.
 * @param value_at_return Value of the IRA just before the return; a blank cell counts as 0.
 * @param [other_in] Other contributions and transfers into this IRA in the meantime.
 * @param [other_out] Distributions and transfers out of this IRA in the meantime.
 * @returns Net income, in dollars: income of the year in which the contribution was made.
 * @law 26 U.S.C. 408(d)(4), 408A(d)(6)(B); 26 CFR 1.408-11; Publication 590-A, Worksheet 1-4, with an unrounded ratio.
 * @throws #VALUE! for an amount that is missing, negative or unreadable, for more returned than was put in, and for more to be taken out than is there.
 * @example =BASIS.RETURNED_EARNINGS(1000, 18000, 4000, 23600) gives 72.73
 */
export function returnedEarnings(
  returned: unknown[][],
  value_before: unknown[][],
  contribution: unknown[][],
  value_at_return: unknown[][],
  other_in?: unknown[][],
  other_out?: unknown[][],
): number {
  return inCell(() => returnedContribution({
    returned: amount('returned', returned),
    valueBefore: amount('value_before', value_before),
    contribution: amount('contribution', contribution),
    otherIn: amountOrZero('other_in', other_in),
    valueAtReturn: amount('value_at_return', value_at_return),
    takenOut: amountOrZero('other_out', other_out),
  }).earnings.toNumber());
}

/**
 * Employer contribution at a rate of pay, on a payroll or self-employed, within the limits on pay and annual additions.
 * @customfunction EMPLOYER_CONTRIBUTION EMPLOYER_CONTRIBUTION
 * @param tax_year Tax year, 2002 to 2026.
 * @param rate The plan's rate of pay, for example 0.25 or 25%.
 * @param pay Pay from this employer; of a self-employed person, net profit of the business.
 * @param [self_employed] TRUE for a sole proprietor or partner; left out, pay is on Form W-2.
 * @param [half_se_tax] Deductible half of self-employment tax; needed if self_employed is TRUE.
 * @param [deferrals] Elective deferrals with this employer, without catch-up.
 * @returns The most that the employer may contribute at this rate, in dollars.
 * @law 26 U.S.C. 401(a)(17), 401(c)(2), 404(a)(3), 415(c); Publication 560, Deduction Worksheet for Self-Employed.
 * @throws #VALUE! for a rate or pay that is missing or unreadable, for no half_se_tax where it is needed, and for deferrals beyond their limit; #N/A for a year whose limits are not in the table.
 * @example =BASIS.EMPLOYER_CONTRIBUTION(2024, 25%, 200000, TRUE, 14130) gives 37174
 */
export function employerContribution(
  tax_year: unknown,
  rate: unknown,
  pay: unknown[][],
  self_employed?: unknown,
  half_se_tax?: unknown[][],
  deferrals?: unknown[][],
): number {
  return inCell(() => contributionOfEmployer({
    year: taxYear('tax_year', tax_year, { pay, half_se_tax, deferrals }),
    rate: rateOf('rate', rate),
    pay: amount('pay', pay),
    selfEmployed: yesOrNoIfGiven('self_employed', self_employed) ?? false,
    halfSeTax: amountIfGiven('half_se_tax', half_se_tax),
    deferrals: amountOrZero('deferrals', deferrals),
  }).contribution.toNumber(), { half_se_tax: 'half_se_tax' });
}

/**
 * Elective deferrals that a person may still make at one employer: the limit is the person's, over all employers.
 * @customfunction DEFERRAL_ROOM DEFERRAL_ROOM
 * @param tax_year Tax year, 1999 to 2026.
 * @param deferrals_elsewhere Deferred with other employers this year: 401(k), 403(b), SIMPLE and SARSEP; a 457(b) plan counts apart.
 * @param [age] Age on 31 December; without it no catch-up is allowed.
 * @param [deferrals_here] Deferred here so far, pre-tax and Roth.
 * @param [compensation] All pay of the year from this employer; left out, it is not tested, but a blank cell counts as 0.
 * @param [service_catch_up_403b] Extra 403(b) deferral limit for fifteen years of service, at most 3,000.
 * @returns Deferrals still possible here, catch-up included, in dollars.
 * @law 26 U.S.C. 402(g)(1), (3), (7), 414(v), 415(c)(1)(B).
 * @throws #VALUE! for deferrals beyond limit and catch-up already, and for amounts that are missing or unreadable; #N/A for a year whose limits are not in the table.
 * @example =BASIS.DEFERRAL_ROOM(2020, 2500, 40) gives 17000
 */
export function deferralRoom(
  tax_year: unknown,
  deferrals_elsewhere: unknown[][],
  age?: unknown,
  deferrals_here?: unknown[][],
  compensation?: unknown[][],
  service_catch_up_403b?: unknown[][],
): number {
  return inCell(() => roomForDeferrals({
    year: taxYear('tax_year', tax_year, { deferrals_elsewhere, deferrals_here, compensation, service_catch_up_403b }),
    deferredElsewhere: amount('deferrals_elsewhere', deferrals_elsewhere),
    age: ageIfGiven('age', age),
    deferredHere: amountOrZero('deferrals_here', deferrals_here),
    compensation: amountIfGiven('compensation', compensation),
    serviceCatchUp: amountOrZero('service_catch_up_403b', service_catch_up_403b),
  }).toNumber());
}

/**
 * Whether catch-up contributions to a plan must be Roth, by last year's wages from this employer; the test begins in 2026.
 * @customfunction ROTH_CATCHUP ROTH_CATCHUP
 * @param tax_year Tax year, 1998 to 2026.
 * @param age Age on 31 December of the tax year.
 * @param prior_year_wages FICA wages of the year before from this employer (Form W-2, box 3); 0 for partners and sole proprietors.
 * @param [plan_has_roth] FALSE if the plan takes no Roth contributions.
 * @returns "Roth", or "either" for pre-tax or Roth, or "none" before age 50 and where it would have to be Roth and the plan takes none.
 * @law 26 U.S.C. 414(v)(7), SECURE 2.0 Act 603; wages above 150,000 in 2025 govern 2026. It changes no after-tax room.
 * @throws #VALUE! for an age or wages that are missing or unreadable; #N/A for a year whose threshold or catch-up is not in the table.
 * @example =BASIS.ROTH_CATCHUP(2026, 55, 150001) gives Roth
 */
export function rothCatchUp(tax_year: unknown, age: unknown, prior_year_wages: unknown[][], plan_has_roth?: unknown): string {
  return inCell(() => catchUpVerdict({
    year: taxYear('tax_year', tax_year, { prior_year_wages }),
    age: ageOf('age', age),
    priorWages: amount('prior_year_wages', prior_year_wages),
    planHasRoth: yesOrNoIfGiven('plan_has_roth', plan_has_roth) ?? true,
  }));
}

/**
 * Taxable part of converting after-tax money of a plan to Roth (mega backdoor Roth; Form 1099-R, box 2a, code G).
 * @customfunction AFTER_TAX_CONVERSION AFTER_TAX_CONVERSION
 * @param converted Converted in the plan, or rolled over to a Roth IRA.
 * @param after_tax_basis After-tax contributions in the account that were not taken out before.
 * @param account_value Value of the after-tax account just before; of the whole account, if the plan keeps no separate one. A blank cell counts as 0.
 * @param [part] "taxable" (default), "tax-free" (Form 1099-R, box 5) or "basis left".
 * @returns Taxable part, in dollars: Form 1040, line 5b. It is not on Form 8606, for the money was in no IRA.
 * @law 26 U.S.C. 72(d)(2), 72(e)(8)(B), 408A(d)(3); Notice 2014-54. After a loss nothing is taxable.
 * @throws #VALUE! for an amount that is missing, negative or unreadable, and for more converted than the account is worth.
 * @example =BASIS.AFTER_TAX_CONVERSION(10200, 10000, 10200) gives 200
 */
export function afterTaxConversion(converted: unknown[][], after_tax_basis: unknown[][], account_value: unknown[][], part?: unknown): number {
  return inCell(() => {
    const conversion = conversionOfAfterTax({
      converted: amount('converted', converted),
      basis: amount('after_tax_basis', after_tax_basis),
      balance: amount('account_value', account_value),
    });
    return conversion[choiceOf('part', part, conversionParts)].toNumber();
  });
}

/**
 * What a distribution code of Form 1099-R, box 7, means for Form 8606: a sentence.
 * @customfunction FORM_1099R_CODE FORM_1099R_CODE
 * @param code Code of box 7, for example 2, 7, G, P or "8J".
 * @param [ira_box] TRUE or X if the box IRA/SEP/SIMPLE is ticked, FALSE if it is not.
 * @returns A sentence: which line of Form 8606, or why none.
 * @law Form 1099-R, box 7, and its instructions; Instructions for Form 8606 (2023), lines 1, 7 and 8.
 * @throws #VALUE! for text that is not one or two codes of box 7.
 * @example =IF(ISNUMBER(SEARCH("reduces line 1", BASIS.FORM_1099R_CODE("P", TRUE))), 1, 0) gives 1
 */
export function form1099rCode(code: unknown, ira_box?: unknown): string {
  return inCell(() => meaningOfCode({ code, ira_box }));
}

/**
 * What was paid out of traditional, SEP and SIMPLE IRAs in a year, as line 7 or line 8 of Form 8606.
 * @customfunction IRA_PAYMENTS IRA_PAYMENTS
 * @param line "7" for distributions or "8" for the net amount converted.
 * @param tax_year Tax year, 1998 to 2026.
 * @param paid_out Everything that was paid out (Forms 1099-R, box 1, with the box IRA/SEP/SIMPLE).
 * @param [converted] What reached a Roth IRA, without tax withheld.
 * @param [withheld] Income tax withheld (box 4): it is a distribution on line 7, not part of a conversion.
 * @param [rolled_over] Rolled over to a traditional, SEP or SIMPLE IRA or to a plan.
 * @param [charitable] Paid straight to charities from age 70 1/2 on.
 * @param [returned] Contributions returned with their earnings, and excess of earlier years taken out untaxed.
 * @param [replaced] What other money made up within 60 days of what was withheld or spent.
 * @param [hsa_funding] One-time transfer to a health savings account.
 * @param [deducted_after_70] IRA deductions for years from 70 1/2 on, which reduce charitable distributions from 2020.
 * @returns The line, in dollars.
 * @law 26 U.S.C. 408(d), 408A(d)(3); Instructions for Form 8606 (2023), lines 7 and 8; charitable distributions up to the limit of the year (408(d)(8)).
 * @throws #VALUE! for amounts that are missing, negative or unreadable, and where more arrived than withholding left; #N/A for a year whose limit is not in the table.
 * @example =BASIS.IRA_PAYMENTS("7", 2025, 7000, 6300, 700) gives 700
 */
export function iraPayments(
  line: unknown,
  tax_year: unknown,
  paid_out: unknown[][],
  converted?: unknown[][],
  withheld?: unknown[][],
  rolled_over?: unknown[][],
  charitable?: unknown[][],
  returned?: unknown[][],
  replaced?: unknown[][],
  hsa_funding?: unknown[][],
  deducted_after_70?: unknown[][],
): number | string {
  return inCell(() => {
    const id = lineIn('this function', paymentLines, line);
    return shownLine(paymentsOfIras({
      year: taxYear('tax_year', tax_year, { paid_out, converted, withheld, rolled_over, charitable, returned, replaced, hsa_funding, deducted_after_70 }),
      gross: amount('paid_out', paid_out),
      converted: amountOrZero('converted', converted),
      withheld: amountOrZero('withheld', withheld),
      rolledOver: amountOrZero('rolled_over', rolled_over),
      charitable: amountOrZero('charitable', charitable),
      returned: amountOrZero('returned', returned),
      replaced: amountOrZero('replaced', replaced),
      hsaFunding: amountOrZero('hsa_funding', hsa_funding),
      charitableUsed: amountOrZero('deducted_after_70', deducted_after_70),
    }), id);
  }, { gross: 'paid_out' });
}

/**
 * Tax year of a conversion: the year in which the money left the traditional IRA, not that of the order or the arrival.
 * @customfunction CONVERSION_YEAR CONVERSION_YEAR
 * @param left_ira Day on which the money left the traditional IRA.
 * @param [reached_roth] Day on which it reached the Roth IRA; more than 60 days later it is no conversion.
 * @returns Tax year, for line 8 and for the value of 31 December.
 * @law 26 CFR 1.408A-4, Q&A-7; 26 U.S.C. 408(d)(3)(A), 408A(e).
 * @throws #VALUE! for text that is not a date, for an arrival before the money left, and for one after 60 days.
 * @example =BASIS.CONVERSION_YEAR("12/30/2025", "1/5/2026") gives 2025
 */
export function conversionYear(left_ira: unknown, reached_roth?: unknown): number {
  return inCell(() => yearOfConversion(dateOf('left_ira', left_ira), dateIfGiven('reached_roth', reached_roth)));
}

/**
 * Last day for a contribution, a conversion, a recharacterization or the return of a contribution, as a number to be formatted as a date.
 * @customfunction DEADLINE DEADLINE
 * @param deadline "contribution", "conversion", "recharacterization" or "return of contribution".
 * @param tax_year Tax year, 1998 to 2026.
 * @returns The day. Extensions do not count for contributions; a disaster may postpone the day.
 * @law 26 U.S.C. 219(f)(3), 408(d)(4), 408A(d)(6), 6072(a), 7503; 26 CFR 1.408A-4, Q&A-7, 301.9100-2(b).
 * @throws #VALUE! for anything else than these four, and for a year that is missing or unreadable; #N/A for a year that is not covered.
 * @example =YEAR(BASIS.DEADLINE("contribution", 2025)) gives 2026
 */
export function deadline(deadline: unknown, tax_year: unknown): number {
  return inCell(() => deadlineOf({ deadline, tax_year }));
}
