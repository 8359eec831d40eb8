import { placeOf } from './address';
import type { StoredName } from './content';
import { PackageError } from './error';
import { toFile } from './formulaToFile';
import { RESERVED_NAMES, type WorkbookPart } from './workbookPart';
import {
  childOf,
  childrenOf,
  decodeXstring,
  escapeAttribute,
  escapeXstring,
  prefixOf,
  type Splice,
  type XmlElement,
} from './xml';

/** What the workbook's names are changed with. `sheets` are all sheets in order, new ones included. */
export interface NameChanges {
  readonly added: readonly StoredName[];
  readonly removed: readonly string[];
  readonly sheets: readonly string[];
  readonly links: number;
}

/** The changes to the workbook part that add and remove names; its other names stay where they are. */
export function nameSplices(workbook: WorkbookPart, changes: NameChanges): Splice[] {
  const list = childOf(workbook.root, 'definedNames');
  const present = new Map((list ? childrenOf(list, 'definedName') : []).map((element) => [keyOfElement(element), element]));
  const gone = new Set(changes.removed.map((name) => requireKnown(name, present, changes.sheets)));
  const added = changes.added.map((name) => {
    const scope = scopeOf(name, changes.sheets);
    const key = keyOf(name.name, scope);
    if (present.has(key) && !gone.has(key)) {
      throw new PackageError(
        'NAME',
        `The workbook already has the name "${name.name}"${name.sheet === undefined ? '' : ` on the sheet "${name.sheet}"`}.`,
      );
    }
    return { key, xml: nameXml(name, scope, prefixOf(workbook.root), changes) };
  });
  const twice = added.find(({ key }, i) => added.findIndex((other) => other.key === key) !== i);
  if (twice) {
    throw new PackageError('NAME', `The name "${twice.key.slice(twice.key.indexOf('!') + 1)}" would be added twice.`);
  }
  return place(
    workbook,
    list,
    [...present].filter(([key]) => gone.has(key)).map(([, element]) => element),
    added.map(({ xml }) => xml).join(''),
  );
}

/** Excel's rules: what could be read as a cell address, in either notation, or as a logical value is no name. */
const isValidName = (name: string): boolean =>
  /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) && !placeOf(name) && !/^(r\d*c\d*|r\d*|c\d*|true|false)$/i.test(name);

const keyOf = (name: string, scope: number | undefined): string => `${scope ?? ''}!${name.toLowerCase()}`;

function keyOfElement(element: XmlElement): string {
  const scope = element.attributes.get('localSheetId');
  return keyOf(
    decodeXstring(element.attributes.get('name') ?? '').replace(/^_xlnm\./i, ''),
    scope === undefined ? undefined : Number(scope),
  );
}

function scopeOf(name: { readonly name: string; readonly sheet?: string }, sheets: readonly string[]): number | undefined {
  if (name.sheet === undefined) {
    return undefined;
  }
  const scope = sheets.findIndex((sheet) => sheet.toLowerCase() === name.sheet?.toLowerCase());
  if (scope < 0) {
    throw new PackageError(
      'NAME',
      `The name "${name.name}" is to belong to the sheet "${name.sheet}", which the workbook does not have.`,
    );
  }
  return scope;
}

/** Excel offers to repair a workbook that has one of these for itself. */
const BELONGING_TO_A_SHEET: readonly string[] = ['Print_Area', 'Print_Titles', '_FilterDatabase'];

/** The key of a name to remove: `Name`, or `'Sheet 1'!Name`. */
function requireKnown(text: string, present: ReadonlyMap<string, XmlElement>, sheets: readonly string[]): string {
  const at = text.lastIndexOf('!');
  const sheet = text.slice(0, Math.max(at, 0)).replace(/^'(.*)'$/s, (_, inner: string) => inner.replace(/''/g, "'"));
  const name = text.slice(at + 1);
  const key = keyOf(name, scopeOf(at < 0 ? { name } : { name, sheet }, sheets));
  if (!present.has(key)) {
    throw new PackageError('NAME', `The name "${text}" cannot be removed: the workbook does not have it.`);
  }
  return key;
}

function nameXml(name: StoredName, scope: number | undefined, prefix: string, changes: NameChanges): string {
  const reserved = RESERVED_NAMES.find((known) => known.toLowerCase() === name.name.toLowerCase());
  if (!reserved && !isValidName(name.name)) {
    throw new PackageError(
      'NAME',
      `"${name.name}" is no name that Excel allows: ` +
        'one begins with a letter, _ or \\, goes on with letters, digits, . and _, and looks like no cell address.',
    );
  }
  if (reserved && scope === undefined && BELONGING_TO_A_SHEET.includes(reserved)) {
    throw new PackageError('NAME', `The name "${name.name}" belongs to a sheet; say which.`);
  }
  const text = toFile(name.formula, {
    where: `the name "${name.name}"`,
    hasSheet: (sheet) => changes.sheets.some((other) => other.toLowerCase() === sheet.toLowerCase()),
    links: changes.links,
  });
  const stored = reserved ? `_xlnm.${reserved}` : name.name;
  const attributes = (scope === undefined ? '' : ` localSheetId="${scope}"`) + (name.hidden ? ' hidden="1"' : '');
  return `<${prefix}definedName name="${escapeAttribute(stored)}"${attributes}>${escapeXstring(text)}</${prefix}definedName>`;
}

/** The list stands after the sheets, function groups and links, as the schema demands; an empty list is left out. */
function place(
  workbook: WorkbookPart,
  list: XmlElement | undefined,
  removed: readonly XmlElement[],
  added: string,
): Splice[] {
  if (list && !list.selfClosing) {
    if (removed.length === list.children.length && added === '') {
      return removed.length === 0 ? [] : [{ start: list.start, end: list.end, text: '' }];
    }
    const splices = removed.map(({ start, end }) => ({ start, end, text: '' }));
    return added === '' ? splices : [...splices, { start: list.closeStart, end: list.closeStart, text: added }];
  }
  if (added === '') {
    return [];
  }
  const prefix = prefixOf(workbook.root);
  const xml = `<${prefix}definedNames>${added}</${prefix}definedNames>`;
  if (list) {
    return [{ start: list.start, end: list.end, text: xml }];
  }
  const before = workbook.root.children
    .filter((child) => ['sheets', 'functionGroups', 'externalReferences'].includes(child.local))
    .at(-1);
  const at = before?.end ?? workbook.root.openEnd;
  return [{ start: at, end: at, text: xml }];
}
