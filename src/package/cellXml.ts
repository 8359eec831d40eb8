import { WRITABLE_ERRORS, type CellValue } from './content';
import { PackageError } from './error';
import { escapeXstring } from './xml';

/** A value as a cell's `t` attribute and the element after `<f>`. */
export interface ValueXml {
  /** null: no `t` attribute. */
  readonly type: string | null;
  readonly xml: string;
}

/** Excel's limit for the text of a cell. */
const LONGEST_TEXT = 32_767;

/**
 * A value as the file holds it. Texts of constants stand in the cell itself (`inlineStr`), so that the shared strings need
 * not change. `where` names the cell in errors.
 */
export function valueXml(value: CellValue, calculated: boolean, prefix: string, where: string): ValueXml {
  const v = (text: string): string => `<${prefix}v>${text}</${prefix}v>`;
  if (value === null) {
    return { type: null, xml: '' };
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new PackageError('VALUE', `The value ${value} for ${where} is no number that a cell can hold.`);
    }
    return { type: null, xml: v(String(value === 0 ? 0 : value)) };
  }
  if (typeof value === 'boolean') {
    return { type: 'b', xml: v(value ? '1' : '0') };
  }
  if (typeof value === 'string') {
    return textXml(value, calculated, prefix, where);
  }
  if (!(WRITABLE_ERRORS as readonly string[]).includes(value.error)) {
    throw new PackageError(
      'VALUE',
      `The error ${value.error} for ${where} cannot be written to a file; these can: ${WRITABLE_ERRORS.join(', ')}.`,
    );
  }
  return { type: 'e', xml: v(value.error) };
}

function textXml(text: string, calculated: boolean, prefix: string, where: string): ValueXml {
  if (text.length > LONGEST_TEXT) {
    throw new PackageError(
      'VALUE',
      `The text for ${where} has ${text.length} characters; a cell holds at most ${LONGEST_TEXT}.`,
    );
  }
  const escaped = escapeXstring(text);
  if (calculated) {
    return { type: 'str', xml: `<${prefix}v>${escaped}</${prefix}v>` };
  }
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return { type: 'inlineStr', xml: `<${prefix}is><${prefix}t${space}>${escaped}</${prefix}t></${prefix}is>` };
}

/** A whole cell. Style 0 is the default and is not stated. */
export function cellXml(cell: {
  readonly prefix: string;
  readonly address: string;
  readonly style: number;
  readonly metadata?: number;
  /** The `<f>` element. */
  readonly formula?: string;
  readonly value: ValueXml;
}): string {
  const style = cell.style === 0 ? '' : ` s="${cell.style}"`;
  const type = cell.value.type === null ? '' : ` t="${cell.value.type}"`;
  const metadata = cell.metadata === undefined ? '' : ` cm="${cell.metadata}"`;
  const content = (cell.formula ?? '') + cell.value.xml;
  const tag = `${cell.prefix}c r="${cell.address}"${style}${type}${metadata}`;
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${cell.prefix}c>`;
}
