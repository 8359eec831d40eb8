import { basisCarryforward, megaBackdoorRoom, prorataTaxable, rothPhaseout } from '../../src/functions/functions';

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

type Shown = number | string | { error: string; sentence: string };

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
export const MEGA_BACKDOOR_ROOM = typedIn(megaBackdoorRoom, 9, [1, 2, 4, 5, 6, 7, 8]);
