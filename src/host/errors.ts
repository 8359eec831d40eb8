/** The errors with which Excel answers an action, by the code that an add-in branches on. */

export type FaultCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'GeneralException'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'InvalidSelection'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded'
  | 'UndoNotSupported';

const HTTP_STATUS: Readonly<Record<FaultCode, number>> = {
  AccessDenied: 403,
  ApiNotFound: 404,
  GeneralException: 500,
  InvalidArgument: 400,
  InvalidOperation: 400,
  InvalidOperationInCellEditMode: 400,
  InvalidReference: 400,
  InvalidSelection: 400,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  RequestPayloadSizeLimitExceeded: 413,
  ResponsePayloadSizeLimitExceeded: 413,
  UndoNotSupported: 400,
};

/** One action that failed. The message is for the author of the add-in; an add-in shows its own words, chosen by the code. */
export class HostFault extends Error {
  override readonly name = 'HostFault';

  constructor(readonly code: FaultCode, message: string = SENTENCES[code], readonly location?: string) {
    super(message);
  }

  get httpStatusCode(): number {
    return HTTP_STATUS[this.code];
  }
}

/** For the end of `... ?? fail(...)`. */
export function fail(code: FaultCode, message: string): never {
  throw new HostFault(code, message);
}

const SENTENCES: Readonly<Record<FaultCode, string>> = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'This host does not have the method or property.',
  GeneralException: 'There was an internal error while processing the request.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode: 'Excel is in cell-editing mode.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  ItemAlreadyExists: 'A resource with the same name or identifier already exists.',
  ItemNotFound: 'The requested resource does not exist.',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  UndoNotSupported: 'The action cannot be undone.',
};
