/**
 * Every documented function as a person meets it in a workbook: its example typed, nested in a formula of Excel's own, and fed
 * from the cells of another sheet. All of it comes from the comments beside the functions, so a new function is tried by being
 * there.
 */
import ExcelJS from 'exceljs';
import { formatLocalCell, formatLocalRange } from '../../../src/cells/address';

interface Docs {
  readonly examples: readonly { readonly formula: string; readonly gives: string }[];
}

const { functionDocs } = jest.requireActual<{ functionDocs: () => ReadonlyMap<string, Docs> }>('../../../src/bundle/functionDocs.cjs');

export interface TriedFunction {
  readonly id: string;
  /** As the help page shows it. */
  readonly typed: string;
  /** Inside a formula of Excel's own. */
  readonly nested: string;
  /** With its arguments in the cells of the sheet "Figures". */
  readonly fed: string;
  /** The bare call, where it gives more than a cell holds, and which row and column of it the example picks. */
  readonly spills: { readonly formula: string; readonly row: number; readonly column: number } | null;
  readonly shows: number | string;
  readonly nestedShows: number | string;
}

type Written = number | string | boolean;

const readConstant = (text: string): Written => {
  if (text.startsWith('"')) return text.slice(1, -1);
  if (/^(?:TRUE|FALSE)$/.test(text)) return text === 'TRUE';
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
};

/** The arguments of a call, parted at its own commas. */
const argumentsIn = (inside: string): readonly string[] => inside.match(/(?:"[^"]*"|\{[^}]*\}|[^,"{}])+/g)!.map((one) => one.trim());

/** The figures of an argument, as rows: an array constant, or one constant. */
const figuresOf = (argument: string): readonly (readonly Written[])[] =>
  (argument.startsWith('{') ? argument.slice(1, -1).split(';').map((row) => row.split(',').map((one) => readConstant(one.trim()))) : [[readConstant(argument)]]);

const figures = new ExcelJS.Workbook();
for (const name of ['Work', 'Spills', 'Down']) figures.addWorksheet(name);
const sheet = figures.addWorksheet('Figures');
let nextRow = 1;

/** Writes the figures of an argument to the sheet and gives their place; places that do not move when they are copied down. */
const placed = (argument: string): string => {
  const rows = figuresOf(argument);
  rows.forEach((row, r) => row.forEach((value, c) => { sheet.getCell(nextRow + r, c + 1).value = value; }));
  const area = { sheet: '', top: nextRow, left: 1, bottom: nextRow + rows.length - 1, right: rows[0]!.length };
  nextRow += rows.length;
  const local = rows.length === 1 && rows[0]!.length === 1 ? formatLocalCell({ row: area.top, column: 1 }) : formatLocalRange(area);
  return `Figures!${local.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`;
};

export const everyFunction: readonly TriedFunction[] = [...functionDocs()].map(([id, { examples }]): TriedFunction => {
  const [{ formula, gives } = { formula: '', gives: '' }] = examples;
  const [call = '', inside = ''] = new RegExp(`BASIS\\.${id}\\(((?:"[^"]*"|[^()"])*)\\)`).exec(formula) ?? [];
  const shows = gives === '' || Number.isNaN(Number(gives)) ? gives : Number(gives);
  const picked = /^=INDEX\(.*, (\d+), (\d+)\)$/.exec(formula);
  return {
    id,
    typed: formula,
    nested: typeof shows === 'number' ? `=ROUND(${formula.slice(1)}+1,2)` : `=${formula.slice(1)}&"!"`,
    fed: formula.replace(call, `BASIS.${id}(${argumentsIn(inside).map(placed).join(',')})`),
    spills: picked === null ? null : { formula: `=${call}`, row: Number(picked[1]), column: Number(picked[2]) },
    shows,
    nestedShows: typeof shows === 'number' ? Number((shows + 1).toFixed(2)) : `${shows}!`,
  };
});

export const workbookOfFigures = async (): Promise<Uint8Array> => new Uint8Array(await figures.xlsx.writeBuffer() as ArrayBuffer);
