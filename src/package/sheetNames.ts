import { PackageError } from './error';

/** Excel's rules for sheet names: 1 to 31 characters, none of `: \ / ? * [ ]`, no apostrophe at either end, not "History", unique. */
const LONGEST_NAME = 31;

/** Throws with a sentence for a name that Excel would reject beside the names in use. */
export function requireSheetName(name: string, used: readonly string[]): void {
  const refuse = (why: string): PackageError => new PackageError('SHEET', `A sheet cannot be named "${name}": ${why}.`);
  if (name === '' || name.length > LONGEST_NAME) {
    throw refuse(`it has ${name.length} characters, and Excel allows 1 to ${LONGEST_NAME}`);
  }
  // Control characters are named by their range.
  const forbidden = [...name].find((c) => ':\\/?*[]'.includes(c) || c < ' ');
  if (forbidden !== undefined) {
    throw refuse(`Excel does not allow the character ${JSON.stringify(forbidden)} in it`);
  }
  if (name.startsWith("'") || name.endsWith("'")) {
    throw refuse('it may not begin or end with an apostrophe');
  }
  if (name.toLowerCase() === 'history') {
    throw refuse('Excel keeps that name for itself');
  }
  if (used.some((other) => other.toLowerCase() === name.toLowerCase())) {
    throw refuse('the workbook has a sheet of that name (letter case does not count)');
  }
}
