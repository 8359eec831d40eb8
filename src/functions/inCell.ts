import { Refusal } from '../engine/refusal';

/**
 * Runs a computation as Excel wants it: a refusal becomes a cell error with its sentence. Only #VALUE! and #N/A can carry a
 * sentence; an error that came in from another cell goes on as the error it was. Nothing but a CustomFunctions.Error is
 * ever thrown.
 */
export function inCell<Result>(compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Refusal) throw new CustomFunctions.Error(errorCodeOf(error), error.text);
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue,
      `IRA Basis failed and gives no figure: ${error instanceof Error ? error.message : String(error)}. Please report this.`);
  }
}

function errorCodeOf({ code, value }: Refusal): CustomFunctions.ErrorCode {
  switch (code) {
    case 'TAX_YEAR_NOT_COVERED':
    case 'AMOUNT_NOT_COVERED':
      return CustomFunctions.ErrorCode.notAvailable;
    case 'CELL_ERROR':
      return passedOn(value);
    default:
      return CustomFunctions.ErrorCode.invalidValue;
  }
}

/** The errors that a custom function may return; #REF!, #NAME? and the like can only go on as #VALUE!. */
function passedOn(error: string): CustomFunctions.ErrorCode {
  switch (error) {
    case '#N/A': return CustomFunctions.ErrorCode.notAvailable;
    case '#DIV/0!': return CustomFunctions.ErrorCode.divisionByZero;
    case '#NUM!': return CustomFunctions.ErrorCode.invalidNumber;
    case '#NULL!': return CustomFunctions.ErrorCode.nullReference;
    default: return CustomFunctions.ErrorCode.invalidValue;
  }
}
