import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Small workbooks written out by hand, so that a test shows the very XML that it is about. */

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface ExtraPart {
  readonly content: string | Uint8Array;
  readonly contentType?: string;
  /** The type of the workbook's relationship to it, or its last segment; absent: not related to the workbook. */
  readonly relatedAs?: string;
}

export interface Fixture {
  /** By sheet name: everything between `<worksheet …>` and `</worksheet>`. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Further attributes of a sheet's entry, for example ` state="hidden"`. */
  readonly entries?: Readonly<Record<string, string>>;
  /** Between `<workbook …>` and `<sheets>`, and after `</sheets>`. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  /** The `<si>` elements. */
  readonly sharedStrings?: string;
  /** Between `<styleSheet …>` and its end; null: no style sheet. */
  readonly styles?: string | null;
  readonly parts?: Readonly<Record<string, ExtraPart>>;
}

export const PLAIN_STYLES =
  '<fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** `<sheetData>` with one row of these cells, where only the cells matter. */
export const row1 = (cells: string): string => `<sheetData><row r="1">${cells}</row></sheetData>`;

export function workbookFile(fixture: Fixture): Uint8Array {
  const names = Object.keys(fixture.sheets);
  const overrides: string[] = [`<Override PartName="/xl/workbook.xml" ContentType="${SHEETML}.sheet.main+xml"/>`];
  const relationships: string[] = [];
  const relate = (type: string, target: string): string => {
    const id = `rId${relationships.length + 1}`;
    relationships.push(
      `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${RELATIONSHIPS}/${type}`}" Target="${target}"/>`,
    );
    return id;
  };
  const later: Record<string, Uint8Array> = {};
  const entries = names.map((name, i) => {
    overrides.push(`<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SHEETML}.worksheet+xml"/>`);
    later[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(
      `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${fixture.sheets[name] ?? ''}</worksheet>`,
    );
    const id = relate('worksheet', `worksheets/sheet${i + 1}.xml`);
    return `<sheet name="${name.replace(/&/g, '&amp;')}" sheetId="${i + 1}"${fixture.entries?.[name] ?? ''} r:id="${id}"/>`;
  });
  const parts: Record<string, ExtraPart> = {
    ...(fixture.styles === null
      ? {}
      : {
          'xl/styles.xml': {
            content: `${DECLARATION}<styleSheet xmlns="${MAIN}">${fixture.styles ?? PLAIN_STYLES}</styleSheet>`,
            contentType: `${SHEETML}.styles+xml`,
            relatedAs: 'styles',
          },
        }),
    ...(fixture.sharedStrings === undefined
      ? {}
      : {
          'xl/sharedStrings.xml': {
            content: `${DECLARATION}<sst xmlns="${MAIN}">${fixture.sharedStrings}</sst>`,
            contentType: `${SHEETML}.sharedStrings+xml`,
            relatedAs: 'sharedStrings',
          },
        }),
    ...fixture.parts,
  };
  for (const [part, { content, contentType, relatedAs }] of Object.entries(parts)) {
    if (contentType !== undefined) {
      overrides.push(`<Override PartName="/${part}" ContentType="${contentType}"/>`);
    }
    if (relatedAs !== undefined) {
      relate(relatedAs, part.replace(/^xl\//, ''));
    }
    later[part] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="${SHEETML}.printerSettings"/>` +
        `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      relationshipsXml([`<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>`]),
    ),
    'xl/workbook.xml': strToU8(
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${fixture.beforeSheets ?? ''}<sheets>${entries.join('')}</sheets>${fixture.afterSheets ?? ''}</workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(relationshipsXml(relationships)),
    ...later,
  });
}

export const relationshipsXml = (relationships: readonly string[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relationships.join('')}</Relationships>`;

/** What Excel writes for its first formula that spills (seen in a workbook saved by Excel 16.107 for Mac). */
export const DYNAMIC_ARRAY_METADATA: ExtraPart = {
  contentType: `${SHEETML}.sheetMetadata+xml`,
  relatedAs: 'sheetMetadata',
  content:
    `${DECLARATION}<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">` +
    '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" ' +
    'splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
    '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">' +
    '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
    '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>',
};

export const calcChain = (cells: string): ExtraPart => ({
  contentType: `${SHEETML}.calcChain+xml`,
  relatedAs: 'calcChain',
  content: `${DECLARATION}<calcChain xmlns="${MAIN}">${cells}</calcChain>`,
});

/** The parts of a file in the order of its directory. */
export const partsOf = (bytes: Uint8Array): Map<string, Uint8Array> => new Map(Object.entries(unzipSync(bytes)));

export const textOf = (bytes: Uint8Array, part: string): string => {
  const content = partsOf(bytes).get(part);
  if (!content) {
    throw new Error(`The file has no part ${part}.`);
  }
  return strFromU8(content);
};

/** The parts whose bytes differ, those that came and those that went. */
export function differences(
  before: Uint8Array,
  after: Uint8Array,
): { changed: string[]; added: string[]; removed: string[] } {
  const [old, now] = [partsOf(before), partsOf(after)];
  const same = (part: string): boolean =>
    Buffer.compare(old.get(part) ?? Buffer.alloc(0), now.get(part) ?? Buffer.alloc(0)) === 0;
  return {
    changed: [...old.keys()].filter((part) => now.has(part) && !same(part)),
    added: [...now.keys()].filter((part) => !old.has(part)),
    removed: [...old.keys()].filter((part) => !now.has(part)),
  };
}

/** What a call throws; fails when it throws nothing. */
export function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('The call was expected to throw.');
}
