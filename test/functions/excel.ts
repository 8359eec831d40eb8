import {
  afterTaxConversion, basisCarryforward, conversionYear, deadline, deferralRoom, employerContribution, excessContribution, form1099rCode, form5329Line, form8606Line,
  form8606Table, iraDeductionOf, iraLimit, iraPayments, iraPool, ledger, limit, megaBackdoorRoom, pretaxToMove, prorataTaxable, returnedEarnings, rothCatchUp,
  rothDistribution, rothMagi, rothPhaseout, worksheet11,
} from '../../src/functions/functions';

/**
 * Calls a function as Excel does: a cell in the place of a range arrives as [[value]], an omitted argument as null up to
 * the number of parameters, and the Invocation object comes last, asked for or not. (Seen in excel-win32-16.01.debug.js.)
 */

export class ExcelError extends Error {
  constructor(readonly code: string, override readonly message: string = '') {
    super(message);
  }
}

/** The part of Excel's runtime that functions use; its codes are the error texts, as in Excel. */
export const runtime = {
  Error: ExcelError,
  ErrorCode: {
    invalidValue: '#VALUE!', notAvailable: '#N/A', divisionByZero: '#DIV/0!', invalidNumber: '#NUM!', nullReference: '#NULL!',
  },
};

Object.assign(globalThis, { CustomFunctions: runtime });

export const invocation = { functionName: 'BASIS.TEST', address: undefined, setResult: undefined };

export const omitted = null;

type Shown = number | string | unknown[][] | { error: string; sentence: string };

/** What the cell shows: a result, or an error with its sentence. */
export function shown(call: () => unknown): Shown {
  try {
    return call() as Shown;
  } catch (error) {
    if (error instanceof ExcelError) return { error: error.code, sentence: error.message };
    throw error;
  }
}

function typedIn(inExcel: (...values: never[]) => unknown, parameters: number, ranges: readonly number[]) {
  return (...typed: readonly unknown[]): Shown => {
    const values = Array.from({ length: parameters }, (_, at) => {
      const value = typed[at] ?? null;
      return value !== null && ranges.includes(at) && !Array.isArray(value) ? [[value]] : value;
    });
    return shown(() => (inExcel as (...values: unknown[]) => unknown)(...values, invocation));
  };
}

export const PRORATA_TAXABLE = typedIn(prorataTaxable, 7, [0, 1, 2, 3, 4]);
export const BASIS_CARRYFORWARD = typedIn(basisCarryforward, 7, [0, 1, 2, 3, 4]);
export const ROTH_PHASEOUT = typedIn(rothPhaseout, 8, [2, 4, 5, 6, 7]);
export const MEGA_BACKDOOR_ROOM = typedIn(megaBackdoorRoom, 10, [1, 2, 4, 5, 6, 7, 8, 9]);
export const FORM8606_LINE = typedIn(form8606Line, 11, [1, 2, 3, 4, 5, 6, 9, 10]);
export const LEDGER = typedIn(ledger, 5, [0, 1]);
export const IRA_LIMIT = typedIn(iraLimit, 6, [2, 4, 5]);
export const IRA_DEDUCTION = typedIn(iraDeductionOf, 10, [2, 6, 7, 8, 9]);
export const LIMIT = typedIn(limit, 3, []);
export const IRA_POOL = typedIn(iraPool, 4, [0, 1, 2]);
export const PRETAX_TO_MOVE = typedIn(pretaxToMove, 4, [0, 1, 2, 3]);
export const FORM8606 = typedIn(form8606Table, 10, [0, 1, 2, 3, 4, 5, 8, 9]);
export const WORKSHEET_1_1 = typedIn(worksheet11, 8, [1, 2, 3, 4, 5]);
export const ROTH_DISTRIBUTION = typedIn(rothDistribution, 7, [1, 2, 3, 4, 5, 6]);
export const ROTH_MAGI = typedIn(rothMagi, 11, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
export const EXCESS_CONTRIBUTION = typedIn(excessContribution, 10, [2, 3, 4, 6, 7, 8]);
export const FORM5329_LINE = typedIn(form5329Line, 8, [1, 2, 3, 4, 5, 6]);
export const RETURNED_EARNINGS = typedIn(returnedEarnings, 6, [0, 1, 2, 3, 4, 5]);
export const EMPLOYER_CONTRIBUTION = typedIn(employerContribution, 6, [2, 4, 5]);
export const DEFERRAL_ROOM = typedIn(deferralRoom, 6, [1, 3, 4, 5]);
export const ROTH_CATCHUP = typedIn(rothCatchUp, 4, [2]);
export const AFTER_TAX_CONVERSION = typedIn(afterTaxConversion, 4, [0, 1, 2]);
export const FORM_1099R_CODE = typedIn(form1099rCode, 2, []);
export const IRA_PAYMENTS = typedIn(iraPayments, 11, [2, 3, 4, 5, 6, 7, 8, 9, 10]);
export const CONVERSION_YEAR = typedIn(conversionYear, 2, []);
export const DEADLINE = typedIn(deadline, 2, []);

/** Every function with arguments that it can compute with: what a test of all of them starts from. */
export const everyFunction = [
  { call: PRORATA_TAXABLE, sound: [7000, 7000, 93000, 0, 0, 3, 'cents'] },
  { call: BASIS_CARRYFORWARD, sound: [7000, 7000, 93000, 0, 0, 3, 'cents'] },
  { call: ROTH_PHASEOUT, sound: [2024, 'mfj', 1, 40, 0, 9000, 1, 0] },
  { call: MEGA_BACKDOOR_ROOM, sound: [2024, 1, 1, 40, 9, 1, 1, 1, 0, 0] },
  { call: FORM8606_LINE, sound: ['18', 7000, 0, 0, 93000, 0, 7000, 3, 'cents', 0, 0] },
  { call: LEDGER, sound: [[[2024, 7000, 0, 93000, 0, 7000]], 0, 3, 'cents', 2025] },
  { call: IRA_LIMIT, sound: [2024, 40, 9000, 'mfj', 1, 0] },
  { call: IRA_DEDUCTION, sound: [2024, 'mfj', 1, true, true, 40, 1, 9000, 1, 0] },
  { call: LIMIT, sound: ['roth start', 2024, 'mfj'] },
  { call: IRA_POOL, sound: [[['SEP IRA'], ['Roth IRA']], [[5], [6]], [['T'], ['S']], 'T'] },
  { call: PRETAX_TO_MOVE, sound: [100000, 7000, 0, 0] },
  { call: FORM8606, sound: [7000, 0, 0, 93000, 0, 7000, 3, 'cents', 0, 0] },
  { call: WORKSHEET_1_1, sound: ['8', 300, 2000, 20000, 0, 5000, 3, 'cents'] },
  { call: ROTH_DISTRIBUTION, sound: ['25c', 20000, 0, 12000, 5000, 0, 0] },
  { call: ROTH_MAGI, sound: [2017, 90000, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
  { call: EXCESS_CONTRIBUTION, sound: [2024, 'mfj', 1, 1, 1, 40, 9000, 1, 0, 'roth'] },
  { call: FORM5329_LINE, sound: ['17', 3000, 4000, 50000, 1, 1, 1, false] },
  { call: RETURNED_EARNINGS, sound: [1000, 18000, 4000, 23600, 0, 0] },
  { call: EMPLOYER_CONTRIBUTION, sound: [2024, 0.25, 90000, true, 6000, 1] },
  { call: DEFERRAL_ROOM, sound: [2024, 1, 40, 1, 90000, 0] },
  { call: ROTH_CATCHUP, sound: [2026, 55, 90000, true] },
  { call: AFTER_TAX_CONVERSION, sound: [10200, 10000, 10200, 'taxable'] },
  { call: FORM_1099R_CODE, sound: ['2', true] },
  { call: IRA_PAYMENTS, sound: ['7', 2025, 7000, 1, 1, 1, 1, 1, 1, 0, 1] },
  { call: CONVERSION_YEAR, sound: ['12/30/2025', '1/5/2026'] },
  { call: DEADLINE, sound: ['contribution', 2025] },
] as const;
