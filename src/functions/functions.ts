/**
 * The worksheet functions, and nothing else: whatever this file exports is a function in Excel. The comment above each is
 * its tooltip. Arguments are only ever added at the end, and an id never changes: both are saved in people's workbooks.
 */

import { Decimal, zero } from '../engine/decimal';
import { annualAdditions } from '../rules/annualAdditions';
import { rothLimit } from '../rules/rothLimit';
import { ageIfGiven, amount, amountIfGiven, amountOrZero, filingStatus, signedAmount, taxYear } from './arguments';
import { inCell } from './inCell';
import { poolForm } from './poolForm';

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
 */
export function rothPhaseout(
  tax_year: unknown,
  filing_status: unknown,
  magi: unknown[][],
  age?: unknown,
  traditional_contributions?: unknown[][],
  compensation?: unknown[][],
  spouse_compensation?: unknown[][],
  spouse_ira_contributions?: unknown[][],
): number {
  return inCell(() => rothLimit({
    year: taxYear('tax_year', tax_year),
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
    year: taxYear('tax_year', tax_year),
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
