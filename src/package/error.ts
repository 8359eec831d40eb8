/** Every reason for which a file is not read, or a change is not written. */
export type PackageErrorCode =
  | 'NOT_A_PACKAGE'
  | 'ENCRYPTED'
  | 'OLD_FORMAT'
  | 'BINARY_WORKBOOK'
  | 'NO_WORKBOOK'
  | 'DAMAGED'
  | 'TOO_LARGE'
  | 'SIGNED'
  | 'PROTECTED'
  | 'SHEET'
  | 'ADDRESS'
  | 'VALUE'
  | 'FORMULA'
  | 'ARRAY'
  | 'TABLE'
  | 'NAME'
  | 'STYLE';

/** A file that is refused, or a change that cannot be made truthfully. The text is a sentence for the file's owner. */
export class PackageError extends Error {
  override readonly name = 'PackageError';

  constructor(
    readonly code: PackageErrorCode,
    readonly text: string,
  ) {
    super(text);
  }
}

/** A file that contradicts itself or the standard. Excel mends much of that when it opens a file. */
export const damaged = (what: string): PackageError =>
  new PackageError('DAMAGED', `${what}. Open and save the file in Excel, then try again.`);
