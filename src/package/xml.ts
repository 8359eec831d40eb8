import { SaxesParser, type SaxesTagNS } from 'saxes';
import { damaged, PackageError } from './error';

/**
 * XML with the places of its elements, so that a change can be spliced into the text and everything else left alone.
 * Entities that a document defines itself are not expanded: a document type is refused, which spreadsheet files never have.
 */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  readonly namespace: string;
  /** By local name; one in a namespace by `{namespace}local`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Where `<` of the opening tag stands, and the places after it, before the closing tag and after that. */
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  readonly selfClosing: boolean;
  readonly children: readonly XmlElement[];
  /** The text directly inside of the element. */
  readonly text: string;
}

export interface XmlHandlers {
  /** `start` is the place of `<`, `openEnd` the one after `>`. */
  open(tag: SaxesTagNS, start: number, openEnd: number): void;
  close(tag: SaxesTagNS, closeStart: number, end: number): void;
  text(text: string): void;
}

export const RELATIONSHIPS = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
] as const;

/** Walks through a document in one pass; `part` names it in errors. */
export function scanXml(text: string, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('error', (error) => {
    throw damaged(`The part ${part} is not well-formed XML (${error.message})`);
  });
  parser.on('doctype', () => {
    throw new PackageError(
      'DAMAGED',
      `The part ${part} has a document type, which spreadsheet files never have; it is not read.`,
    );
  });
  parser.on('opentag', (tag) => {
    const openEnd = parser.position;
    handlers.open(tag, text.lastIndexOf('<', openEnd - 1), openEnd);
  });
  parser.on('closetag', (tag) => {
    const end = parser.position;
    handlers.close(tag, tag.isSelfClosing ? end : text.lastIndexOf('<', end - 1), end);
  });
  parser.on('text', (value) => handlers.text(value));
  parser.on('cdata', (value) => handlers.text(value));
  parser.write(text).close();
}

/** The whole document as a tree; for the small parts (workbook, relationships, styles), not for sheets. */
export function parseXml(text: string, part: string): XmlElement {
  const stack: { element: Mutable<XmlElement>; children: XmlElement[] }[] = [];
  let root: XmlElement | undefined;
  scanXml(text, part, {
    open(tag, start, openEnd) {
      const children: XmlElement[] = [];
      stack.push({
        element: {
          name: tag.name,
          local: tag.local,
          namespace: tag.uri,
          attributes: attributesOf(tag),
          start,
          openEnd,
          closeStart: openEnd,
          end: openEnd,
          selfClosing: tag.isSelfClosing,
          children,
          text: '',
        },
        children,
      });
    },
    close(_tag, closeStart, end) {
      const done = stack.pop();
      if (done) {
        done.element.closeStart = closeStart;
        done.element.end = end;
        const parent = stack.at(-1);
        if (parent) {
          parent.children.push(done.element);
        } else {
          root = done.element;
        }
      }
    },
    text(value) {
      const top = stack.at(-1);
      if (top) {
        top.element.text += value;
      }
    },
  });
  if (!root) {
    throw damaged(`The part ${part} is empty`);
  }
  return root;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A tag's attributes by local name; one in a namespace by `{namespace}local`. */
export function attributesOf(tag: SaxesTagNS): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const attribute of Object.values(tag.attributes)) {
    attributes.set(attribute.prefix ? `{${attribute.uri}}${attribute.local}` : attribute.local, attribute.value);
  }
  return attributes;
}

export const childOf = (element: XmlElement, local: string): XmlElement | undefined =>
  element.children.find((child) => child.local === local && child.namespace === element.namespace);

export const childrenOf = (element: XmlElement, local: string): XmlElement[] =>
  element.children.filter((child) => child.local === local && child.namespace === element.namespace);

/** The `r:id` of an element, whatever prefix the file gave to relationships. */
export function relationshipId(element: Pick<XmlElement, 'attributes'>): string | undefined {
  for (const namespace of RELATIONSHIPS) {
    const id = element.attributes.get(`{${namespace}}id`);
    if (id !== undefined) {
      return id;
    }
  }
  return undefined;
}

/** `x:` for `<x:row>`, nothing for `<row>`: what a new sibling's tags must start with. */
export const prefixOf = (element: { readonly name: string; readonly local: string }): string =>
  element.name.slice(0, element.name.length - element.local.length);

/** An XML boolean; absent is `otherwise`. */
export const isTrue = (value: string | undefined, otherwise = false): boolean =>
  value === undefined ? otherwise : value === '1' || value === 'true' || value === 'on';

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Replaces the given stretches of a text. Insertions at one place keep their order and stand before a replacement there. */
export function splice(text: string, splices: readonly Splice[]): string {
  const ordered = splices
    .map((change, order) => ({ ...change, order }))
    .sort((a, b) => a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start) || a.order - b.order);
  const pieces: string[] = [];
  let at = 0;
  for (const change of ordered) {
    if (change.start < at) {
      throw new Error(`Two changes overlap at character ${change.start}.`);
    }
    pieces.push(text.slice(at, change.start), change.text);
    at = change.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/**
 * An opening tag with some attributes set (a string) or left out (null), the others untouched; with `closed` it ends in `/>`
 * or not as asked.
 */
export function withAttributes(tag: string, changes: ReadonlyMap<string, string | null>, closed?: boolean): string {
  const head = /^<[^\s/>]+/.exec(tag)?.[0] ?? '';
  const tail = /\s*\/?>$/.exec(tag)?.[0] ?? '>';
  const rest = new Map(changes);
  let out = head;
  for (const match of tag.slice(head.length, tag.length - tail.length).matchAll(/\s+([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)) {
    const name = match[1] ?? '';
    const value = rest.get(name);
    if (value === undefined) {
      out += match[0];
    } else if (value !== null) {
      out += ` ${name}="${escapeAttribute(value)}"`;
    }
    rest.delete(name);
  }
  for (const [name, value] of rest) {
    if (value !== null) {
      out += ` ${name}="${escapeAttribute(value)}"`;
    }
  }
  return out + (closed === undefined ? tail : closed ? '/>' : '>');
}

export const escapeText = (text: string): string =>
  text.replace(/[&<>\r]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&#13;'));

export const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/["\n\t]/g, (c) => (c === '"' ? '&quot;' : c === '\n' ? '&#10;' : '&#9;'));

/** Characters that XML cannot hold are written `_x0001_` in spreadsheet files; this reads them back. */
export const decodeXstring = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

/** The inverse: text that merely looks like such a code is protected by writing its underscore as a code. */
export const encodeXstring = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );

/** Text of the kind that spreadsheet files hold in cells, formulas and names. */
export const escapeXstring = (text: string): string => escapeText(encodeXstring(text));
