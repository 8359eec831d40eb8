/**
 * The worksheet functions, and nothing else: whatever this file exports is a function in Excel. The comment above each is
 * its tooltip. Arguments are only ever added at the end, and an id never changes: both are saved in people's workbooks.
 */

import { Decimal, zero } from '../engine/decimal';
import { annualAdditions } from '../rules/annualAdditions';
import { iraDeduction } from '../rules/iraDeduction';
import { iraLimit as limitOverAllIras } from '../rules/iraLimit';
import { pretaxToMove as moneyToMove } from '../rules/pretaxToMove';
import { rothLimit } from '../rules/rothLimit';
import {
  ageIfGiven, amount, amountIfGiven, amountOrZero, filingStatus, filingStatusIfGiven, signedAmount, taxYear, textOf,
} from './arguments';
import { form8606Line as lineOfForm8606, form8606Rows } from './form8606Line';
import { inCell } from './inCell';
import { iraPool as poolOfAccounts } from './iraPool';
import { ledgerRows } from './ledgerRows';
import { limitNamed } from './limitNames';
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
 * @throws #VALUE! for an amount that is missing, negative, above 1,000,000,000,000 or no amount, and for more made next year than there is basis.
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
 * @throws #VALUE! for an amount that is missing, negative, above 1,000,000,000,000 or no amount, and for more made next year than there is basis.
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
 * @param magi Modified AGI for Roth purposes, without conversion income; it may be negative.
 * @param [age] Age on 31 December of the tax year.
 * @param [traditional_contributions] Contributions of the same person to traditional IRAs for the year.
 * @param [compensation] Own compensation; left out, it is not tested.
 * @param [spouse_compensation] Compensation of the spouse on a joint return.
 * @param [spouse_ira_contributions] All IRA contributions of the spouse for the year.
 * @returns Roth contribution limit, in dollars.
 * @law 26 U.S.C. 408A(c)(2), (3), 219(g)(2); Publication 590-A, Worksheet 2-2, with an unrounded ratio.
 * @throws #VALUE! for a year, status or income that is missing or none; #N/A for a year whose limits are not in the table.
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
 * @param [compensation] All pay from this employer; left out, the limit of 100% of pay is not tested.
 * @param [after_tax_so_far] After-tax contributions made already.
 * @param [deferrals_elsewhere] Elective deferrals with other employers in the year.
 * @param [plan_cap] The plan's own ceiling on after-tax contributions.
 * @param [service_catch_up_403b] Extra 403(b) deferral limit for fifteen years of service, at most 3,000.
 * @returns After-tax room left, in dollars.
 * @law 26 U.S.C. 415(c)(1), 402(g), 414(v).
 * @throws #VALUE! for deferrals beyond the limit and the catch-up of the age, and for amounts that are missing or none; #N/A for a year whose limits are not in the table.
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
): number {
  return inCell(() => annualAdditions({
    year: taxYear('tax_year', tax_year, { deferrals, employer_contributions, compensation, after_tax_so_far, deferrals_elsewhere, plan_cap, service_catch_up_403b }),
    deferrals: amount('deferrals', deferrals),
    employerContributions: amount('employer_contributions', employer_contributions),
    age: ageIfGiven('age', age),
    compensation: amountIfGiven('compensation', compensation),
    afterTaxSoFar: amountOrZero('after_tax_so_far', after_tax_so_far),
    deferralsElsewhere: amountOrZero('deferrals_elsewhere', deferrals_elsewhere),
    planCap: amountIfGiven('plan_cap', plan_cap),
    serviceCatchUp: amountOrZero('service_catch_up_403b', service_catch_up_403b),
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
 * @throws #VALUE! for a line that the form lacks, for an amount that is missing, negative or none, and for more made next year than was contributed.
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
  }));
}

/**
 * Several years in a row, each starting with the basis that the one before carries; spills one row per year.
 * @customfunction LEDGER LEDGER
 * @param rows A row per year: year, nondeductible contributions, of which made next year, line 6 value, distributions, converted, [basis adjustment].
 * @param [opening_basis] Basis before the first of these years.
 * @param [ratio_places] Decimal places of line 10, 3 to 10; left out, line 10 is exact.
 * @param [rounding] "cents" (default) or "dollars".
 * @returns {any[][]} Per year: year, basis before, line 10, tax-free, taxable conversion, taxable distribution, basis carried.
 * @law Form 8606 (2025), lines 1 to 18 of each year; line 14 of one is line 2 of the next.
 * @throws #VALUE! for a year that stands twice, a row without a year, another number of columns, and as FORM8606_LINE does, naming the row.
 * @example =INDEX(BASIS.LEDGER({2023,7000,0,200000,0,7000;2024,7000,0,200000,0,7000}), 2, 5) gives 6534.57
 */
export function ledger(rows: unknown[][], opening_basis?: unknown[][], ratio_places?: unknown, rounding?: unknown): unknown[][] {
  return inCell(() => ledgerRows({ rows, opening_basis, ratio_places, rounding }));
}

/**
 * The most that a person may contribute to all traditional and Roth IRAs together for a year.
 * @customfunction IRA_LIMIT IRA_LIMIT
 * @param tax_year Tax year, 1998 to 2026.
 * @param [age] Age on 31 December of the tax year.
 * @param [compensation] Own compensation; left out, it is not tested.
 * @param [filing_status] mfj lets a spouse's compensation count.
 * @param [spouse_compensation] Compensation of the spouse on a joint return.
 * @param [spouse_ira_contributions] All IRA contributions of the spouse for the year.
 * @returns Contribution limit, in dollars.
 * @law 26 U.S.C. 219(b)(1), (b)(5), (c).
 * @throws #VALUE! for a year that is missing or none and for compensation of a spouse without a joint return; #N/A for a year whose limits are not in the table.
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
 * @param magi Modified AGI for the IRA deduction, conversion income included; it may be negative.
 * @param covered TRUE if a retirement plan at work covered the person at any time of the year.
 * @param [spouse_covered] TRUE if one covered the spouse.
 * @param [age] Age on 31 December of the tax year.
 * @param [contribution] Contributed to traditional IRAs for the year; left out, the most that could be deducted.
 * @param [compensation] Own compensation; left out, it is not tested.
 * @param [spouse_compensation] Compensation of the spouse on a joint return.
 * @param [spouse_ira_contributions] All IRA contributions of the spouse for the year.
 * @returns Deductible part, in dollars.
 * @law 26 U.S.C. 219(b), (g); Publication 590-A, Worksheet 1-2; before 2020 nothing from age 70 1/2 (219(d)(1)).
 * @throws #VALUE! for a year, status, income or coverage that is missing or none; #N/A for a year whose limits are not in the table.
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
 * @param [filing_status] Needed for the starts and ends of phase-outs.
 * @returns The limit, in dollars.
 * @law Each amount with the section of 26 U.S.C. that sets it and the notice that announced it, as the table of this add-in lists them.
 * @throws #VALUE! for a name that is no limit and for a phase-out without a filing status; #N/A for a year without the limit.
 * @example =BASIS.LIMIT("415c", 2026) gives 72000
 */
export function limit(name: LIMIT_NAME, tax_year: unknown, filing_status?: FILING_STATUS): number {
  return inCell(() =>
    limitNamed(textOf('name', name), taxYear('tax_year', tax_year), filingStatusIfGiven('filing_status', filing_status)).toNumber());
}

/**
 * Value of all traditional, SEP and SIMPLE IRAs in a list of accounts of any kind (Form 8606, line 6, before rollovers).
 * @customfunction IRA_POOL IRA_POOL
 * @param types Range that names the kind of each account.
 * @param values Range of the values on 31 December.
 * @param [owners] Range that names the owner of each account.
 * @param [owner] Whose accounts to count.
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
 * @param value_before_move Value of all traditional, SEP and SIMPLE IRAs now.
 * @param basis_line5 Basis that counts this year (Form 8606, line 5).
 * @param [converted_this_year] Converted to Roth this year already.
 * @param [distributed_this_year] Distributed this year already.
 * @returns Amount to move into an employer plan, in dollars.
 * @law 26 U.S.C. 408(d)(3)(A)(ii), 408(d)(2).
 * @throws #VALUE! for an amount that is missing, negative or none.
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
 * @throws #VALUE! for an amount that is missing, negative or none, and for more made next year than was contributed.
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
  }));
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
 * @throws #VALUE! for a line that the worksheet lacks, and for an amount that is missing, negative or none.
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
 * @throws #VALUE! for a line that Part III lacks, for an amount that is missing, negative or none, and for more disaster distributions than distributions.
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
