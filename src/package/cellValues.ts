import { READ_ONLY_ERRORS, WRITABLE_ERRORS, type CellError, type CellValue } from './content';
import { damaged, type PackageError } from './error';
import type { CellXml } from './sheetXml';
import { decodeXstring } from './xml';

/** What is needed to understand a stored value beside its cell. */
export interface ValueContext {
  readonly part: string;
  readonly sharedStrings: readonly string[];
  readonly date1904: boolean;
}

const ERRORS: ReadonlySet<string> = new Set<CellError>([...WRITABLE_ERRORS, ...READ_ONLY_ERRORS]);

const isError = (text: string): text is CellError => ERRORS.has(text);

/** The stored value of a cell, exactly as the file states it; a value that contradicts its type is damage, not a guess. */
export function valueOf(cell: CellXml, context: ValueContext): CellValue {
  const text = cell.value;
  const contradiction = (): PackageError =>
    damaged(`The cell ${cell.address} of ${context.part} holds "${text}", which is no value of its type "${cell.type}"`);
  if (cell.type === 'inlineStr') {
    return cell.inlineText === undefined ? null : decodeXstring(cell.inlineText);
  }
  if (cell.type === 'str') {
    return text === undefined ? (cell.formula ? '' : null) : decodeXstring(text);
  }
  if (text === undefined || text.trim() === '') {
    return null;
  }
  switch (cell.type) {
    case 'n':
      return finite(Number(text)) ?? fail(contradiction());
    case 's':
      return context.sharedStrings[/^\s*\d+\s*$/.test(text) ? Number(text) : -1] ?? fail(contradiction());
    case 'b':
      return text.trim() === '1' || text.trim() === 'true';
    case 'e':
      return { error: isError(text.trim()) ? (text.trim() as CellError) : '#UNKNOWN!' };
    case 'd':
      return serialOf(text.trim(), context.date1904) ?? fail(contradiction());
    default:
      throw contradiction();
  }
}

function fail(error: PackageError): never {
  throw error;
}

const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

const DAY = 24 * 60 * 60 * 1000;
/** Day 0 of the two calendars of Excel. The first one counts a 29 February 1900 that never was. */
const DAY_ZERO_1900 = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
const FIRST_OF_MARCH_1900 = Date.UTC(1900, 2, 1);

/** The day number of an ISO 8601 date and time (`t="d"`), or of a time alone. */
function serialOf(iso: string, date1904: boolean): number | undefined {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(iso);
  if (!match || (match[1] === undefined && match[4] === undefined)) {
    return undefined;
  }
  const time = (Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) / 86400;
  if (match[1] === undefined) {
    return time;
  }
  const date = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const zero = date1904 ? DAY_ZERO_1904 : DAY_ZERO_1900;
  const days = (date - zero) / DAY - (!date1904 && date < FIRST_OF_MARCH_1900 ? 1 : 0);
  return days >= 0 ? days + time : undefined;
}
