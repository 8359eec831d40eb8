import { Refusal } from '../engine/refusal';
import { codesIn, codesSay } from '../rules/distributionCodes';
import { cellOf, shown } from './range';
import { yesOrNoIfGiven } from './yesOrNo';

/** The arguments of FORM_1099R_CODE, as Excel hands them over. */
export interface CodeArguments {
  readonly code: unknown;
  readonly ira_box: unknown;
}

/**
 * What codes of box 7 mean for Form 8606: a sentence.
 *
 * @throws Refusal MISSING, or NOT_A_CHOICE for what is no code.
 */
export function meaningOfCode(given: CodeArguments): string {
  const cell = cellOf('code', given.code);
  if (cell === null) throw new Refusal('MISSING', 'code', '', 'a code of box 7', 'code is missing; give the code of Form 1099-R, box 7.');
  const codes = codesIn(cell);
  if (codes === null) {
    throw new Refusal('NOT_A_CHOICE', 'code', String(cell), 'one or two codes of box 7',
      `code is ${shown(cell)}, which is not one or two codes of Form 1099-R, box 7; give for example 2, 7, G, P or "8J".`);
  }
  const ticked = yesOrNoIfGiven('ira_box', given.ira_box);
  return codesSay(codes, ticked === null ? null : ticked ? 'IRA' : 'plan').why;
}
