import { tidy } from '../cells/tidy';
import { Refusal } from '../engine/refusal';
import { cellOf, shown } from './range';

const answers: ReadonlyMap<string, boolean> = new Map([
  ['true', true], ['yes', true], ['y', true], ['x', true], ['1', true], ['false', false], ['no', false], ['n', false],
]);

/** TRUE or FALSE, yes or no, or the X of a ticked box; null where it was omitted or is blank. The number 0 is what a blank cell sends, so it is blank. */
export function yesOrNoIfGiven(name: string, argument: unknown): boolean | null {
  const cell = cellOf(name, argument);
  if (cell === null) return null;
  const answer = answers.get(tidy(String(cell)).toLowerCase());
  if (answer === undefined) {
    throw new Refusal('NOT_A_CHOICE', name, String(cell), 'TRUE, FALSE', `${name} is ${shown(cell)}; give TRUE or FALSE.`);
  }
  return answer;
}

/** As above, for an answer that must be given. */
export function yesOrNo(name: string, argument: unknown): boolean {
  const answer = yesOrNoIfGiven(name, argument);
  if (answer === null) throw new Refusal('MISSING', name, '', 'TRUE, FALSE', `${name} is missing; give TRUE or FALSE.`);
  return answer;
}
