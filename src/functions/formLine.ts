import type { FilledForm } from '../engine/form';
import { Refusal } from '../engine/refusal';
import { cellOf, shown } from './range';

/**
 * Which line of a form is asked for: "18", 18, "15a", "Line 15 a".
 *
 * @throws Refusal MISSING, or NOT_A_CHOICE for a line that the form lacks.
 */
export function lineIn(form: string, lines: readonly string[], argument: unknown): string {
  const cell = cellOf('line', argument);
  const choices = lines.join(', ');
  if (cell === null) throw new Refusal('MISSING', 'line', '', choices, `line is missing; give one of: ${choices}.`);
  const line = String(cell).toLowerCase().replace(/^\s*line/u, '').replace(/\s/gu, '');
  if (!lines.includes(line)) {
    throw new Refusal('NOT_A_CHOICE', 'line', String(cell), choices, `line is ${shown(cell)}, which ${form} lacks; give one of: ${choices}.`);
  }
  return line;
}

/** A line as a cell shows it: "" where the form leaves it blank, for blank is not zero. */
export const shownLine = (form: FilledForm, line: string): number | '' => form.line(line)?.toNumber() ?? '';
