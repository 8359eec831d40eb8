import { Refusal } from '../engine/refusal';

/**
 * Runs a computation as Excel wants it: a refusal becomes a cell error with its sentence. Only #VALUE! and #N/A can carry a
 * sentence; an error that came in from another cell goes on as the error it was. Nothing but a CustomFunctions.Error is
 * ever thrown.
 *
 * @param argumentOf the function's argument for an amount that forms and rules refuse in the words of the form.
 */
export function inCell<Result>(compute: () => Result, argumentOf: Readonly<Record<string, string>> = {}): Result {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Refusal) throw new CustomFunctions.Error(errorCodeOf(error), sentenceOf(error, argumentOf[error.argument]));
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue,
      `IRA Basis failed and gives no figure: ${error instanceof Error ? error.message : String(error)}. Please report this.`);
  }
}

const sentenceOf = ({ code, text }: Refusal, argument: string | undefined): string =>
  (code === 'CONTRADICTION' && argument !== undefined && !text.includes(argument) ? `${argument} does not fit. ${text}` : text);

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
