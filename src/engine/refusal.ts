/** Every reason for which a figure is refused. A reason that is not here cannot be given. */
export type RefusalCode =
  | 'TAX_YEAR_NOT_COVERED'
  | 'AMOUNT_NOT_COVERED'
  | 'MISSING'
  | 'NOT_AN_AMOUNT'
  | 'NOT_A_YEAR'
  | 'NOT_A_CHOICE'
  | 'NEGATIVE'
  | 'TOO_LARGE'
  | 'OVER_THE_LIMIT'
  | 'CONTRADICTION'
  | 'CELL_ERROR';

/**
 * A figure that we cannot stand behind. The text is a sentence for the person who typed the cell: it names the argument,
 * the value that was given, the limit that it breaks, and what to do.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: RefusalCode,
    readonly argument: string,
    readonly value: string,
    readonly limit: string,
    readonly text: string,
  ) {
    super(text);
  }
}
