/**
 * What Excel makes of a value that is put into a cell, be it by a person or by an add-in.
 *
 * Text that begins with an apostrophe stays text without it; text in a cell formatted as text stays text; `=...` is a
 * formula; plain numbers, TRUE, FALSE and error words become what they say. All else that Excel might read as a date, a
 * time, an amount, a percentage or a fraction depends on its language and settings: that is refused here, since a program
 * should not leave it to them.
 */
import type { CellError, CellValue } from '../package/content';
import type { CellEntry } from './backend';
import { HostFault } from './errors';
import { asShown, flawOf } from './formula';

export interface Interpreted {
  readonly entry: CellEntry;
  /** Set for text with a leading apostrophe: the cell shows it, Excel keeps the mark. */
  readonly quotePrefix: boolean;
}

const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;
const ERROR_WORDS: readonly CellError[] = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];
const PLAIN_NUMBER = /^\s*[-+]?(\d+\.?\d*|\.\d+)\s*$/;
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)';
const AMBIGUOUS: readonly RegExp[] = [
  /^[-+(]?\s*[$€£¥]?\s*[-+(]?\s*(\d[\d,\s]*\.?\d*|\.\d+)(e[-+]?\d+)?\s*[%$€£¥]?\s*\)?-?$/i,
  /^-?\d+\s+\d+\/\d+$/,
  /^\d{1,4}\s*[-/.]\s*\d{1,4}(\s*[-/.]\s*\d{1,4})?(\s+\d{1,2}:\d{2}.*)?$/,
  /^\d{1,4}:\d{1,2}(:\d{1,2}(\.\d+)?)?(\s*[ap]\.?m?\.?)?$/i,
  /^\d{1,2}\s*[ap]\.?m\.?$/i,
  /^\d{1,2}\s+[ap]\.?$/i,
  new RegExp(`^(\\w+,?\\s+)?\\d{0,4}(st|nd|rd|th)?[\\s.,/-]*${MONTH}\\.?[\\s.,/-]*\\d{0,4}(st|nd|rd|th)?[\\s.,/-]*\\d{0,4}$`, 'i'),
  /^[-+@]./,
];

/** `null` in a rectangle leaves its cell as it is. */
export function interpret(input: unknown, numberFormat: string, cell: string): Interpreted | null {
  if (input === null || input === undefined) return null;
  if (typeof input === 'boolean') return plain(input);
  if (typeof input === 'number') return plain(numberFormat === '@' ? String(input) : input);
  if (typeof input !== 'string') throw refused(cell, input, 'is neither a number, text, true, false nor null');
  if (input.startsWith("'")) return { entry: { value: short(input.slice(1), cell) }, quotePrefix: true };
  if (numberFormat === '@') return plain(input === '' ? null : short(input, cell));
  if (input.startsWith('=') && input.length > 1) return { entry: { formula: formulaOf(input, cell) }, quotePrefix: false };
  return plain(constantOf(short(input, cell), cell));
}

const plain = (value: CellValue): Interpreted => ({ entry: { value }, quotePrefix: false });

function formulaOf(input: string, cell: string): string {
  if (input.length > LONGEST_FORMULA) throw refused(cell, input, `is a formula of ${input.length} characters, and Excel takes ${LONGEST_FORMULA}`);
  const flaw = flawOf(input);
  if (flaw !== null) throw refused(cell, input, `is no formula (${flaw}). If it is text, give the cell the number format "@" first`);
  return asShown(input);
}

function constantOf(text: string, cell: string): CellValue {
  if (text === '') return null;
  if (PLAIN_NUMBER.test(text)) return Number(text);
  const word = text.trim().toUpperCase();
  if (word === 'TRUE') return true;
  if (word === 'FALSE') return false;
  const error = ERROR_WORDS.find((one) => one === word);
  if (error) return { error };
  if (readsOtherwise(text)) {
    throw refused(
      cell, text,
      'could become a number, a date or a formula in Excel. Write the number itself, or give the cell the number format "@" first to keep the text',
    );
  }
  return text;
}

/** Whether Excel may take the text for something else than text. */
export function readsOtherwise(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '-' || trimmed === '+') return false;
  return AMBIGUOUS.some((pattern) => pattern.test(trimmed)) && (/\d/.test(trimmed) || /^[-+@]/.test(trimmed));
}

function short(text: string, cell: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  throw refused(cell, text, `has ${text.length} characters, and a cell holds ${LONGEST_TEXT}`);
}

const refused = (cell: string, input: unknown, why: string): HostFault => {
  const shown = JSON.stringify(input) ?? 'undefined';
  return new HostFault('InvalidArgument', `${cell}: ${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown} ${why}.`);
};
