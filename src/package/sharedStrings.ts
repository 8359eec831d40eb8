import type { Package } from './container';
import { relatedPart, type WorkbookPart } from './workbookPart';
import { decodeXstring, scanXml } from './xml';

/** The texts of a workbook that cells refer to by number; none if it has no such part. */
export function sharedStringsOf(parts: Package, workbook: WorkbookPart): string[] {
  const part = relatedPart(workbook, parts, 'sharedStrings');
  return part === undefined ? [] : readSharedStrings(parts.text(part), part);
}

/** Rich text is read as its plain text; readings for Japanese (`rPh`) are left out. */
function readSharedStrings(xml: string, part: string): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  scanXml(xml, part, {
    open(tag) {
      if (tag.local === 'si') {
        text = '';
      }
      phonetic += tag.local === 'rPh' ? 1 : 0;
      inText = tag.local === 't' && phonetic === 0;
    },
    close(tag) {
      if (tag.local === 'si') {
        strings.push(decodeXstring(text));
      }
      phonetic -= tag.local === 'rPh' ? 1 : 0;
      inText = false;
    },
    text(value) {
      text += inText ? value : '';
    },
  });
  return strings;
}
