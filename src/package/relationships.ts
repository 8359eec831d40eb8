import type { Package } from './container';
import { parseXml } from './xml';

/** Where one part points to. Parts are found by these and never by their customary paths. */
export interface Relationship {
  readonly id: string;
  /** The last segment of the type, which the transitional and the strict form of the standard share. */
  readonly type: string;
  readonly fullType: string;
  /** The part's name, or the address of something outside of the package. */
  readonly target: string;
  readonly external: boolean;
}

/** `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`; `_rels/.rels` for the package itself (''). */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relationships of a part; none if it has no such file. */
export function relationshipsOf(parts: Package, part: string): Relationship[] {
  const file = relationshipsPart(part);
  if (!parts.has(file)) {
    return [];
  }
  return parseXml(parts.text(file), file).children.map((element) => {
    const fullType = element.attributes.get('Type') ?? '';
    const target = element.attributes.get('Target') ?? '';
    const external = element.attributes.get('TargetMode') === 'External';
    return {
      id: element.attributes.get('Id') ?? '',
      type: fullType.slice(fullType.lastIndexOf('/') + 1),
      fullType,
      target: external ? target : resolve(parts, part, target),
      external,
    };
  });
}

function resolve(parts: Package, from: string, target: string): string {
  const path = target.replace(/\\/g, '/').replace(/[?#].*$/, '');
  const segments = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') {
      segments.pop();
    } else if (segment !== '' && segment !== '.') {
      segments.push(segment);
    }
  }
  const name = segments.join('/');
  return parts.has(name) ? name : decodePercent(name);
}

/** A target may be percent-encoded where the part's name is not; what is no such code stays. */
const decodePercent = (name: string): string =>
  name.replace(/(?:%[0-9A-Fa-f]{2})+/g, (codes) =>
    new TextDecoder().decode(Uint8Array.from(codes.slice(1).split('%'), (code) => parseInt(code, 16))),
  );
