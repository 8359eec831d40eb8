import { BUILTIN_FORMATS } from './numberFormats';
import { childOf, childrenOf, decodeXstring, type XmlElement } from './xml';

/** The number format codes of a style sheet, by the number that cells refer to. */
export function formatCodes(styleSheet: XmlElement): string[] {
  const codes = new Map(BUILTIN_FORMATS);
  const custom = childOf(styleSheet, 'numFmts');
  for (const format of custom ? childrenOf(custom, 'numFmt') : []) {
    codes.set(Number(format.attributes.get('numFmtId')), decodeXstring(format.attributes.get('formatCode') ?? 'General'));
  }
  const formats = childOf(styleSheet, 'cellXfs');
  return (formats ? childrenOf(formats, 'xf') : []).map(
    (xf) => codes.get(Number(xf.attributes.get('numFmtId') ?? 0)) ?? 'General',
  );
}
