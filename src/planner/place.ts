import { columnName } from '../cells/address';
import type { Cells } from '../engine/term';
import { idOf, type Block, type Field, type Planner } from './planner';
import { keyOf } from './work';

/**
 * Where everything stands on a planner's tab. It follows from the definition alone, so it is the same for every tab of one
 * layout version: what is typed stays beside its label when the tab is built again.
 */
export const head = { title: 1, purpose: 2, status: 3, year: 4, person: 5, rounding: 6, unitsPerDollar: 7, decimals: 8, ratioPlaces: 9 } as const;

export const columns = { mark: 1, label: 2, firstAmount: 3 } as const;

export const at = (column: number, row: number): string => `${columnName(column)}${row}`;
export const fixed = (column: number, row: number): string => `$${columnName(column)}$${row}`;

export interface PlacedBlock {
  readonly block: Block;
  readonly titleRow: number;
  /** The row with the headings of the cases, or of the fields of a block that stands `down`; null where there are none. */
  readonly headingRow: number | null;
  readonly firstRow: number;
  readonly lastRow: number;
}

export interface Places {
  readonly blocks: readonly PlacedBlock[];
  /** The columns after the amounts: where a figure comes from, and outside the printed page how what is typed is counted. */
  readonly source: number;
  readonly firstCounted: number;
  readonly flag: number;
  readonly lastColumn: number;
  /** Where the unit is typed. */
  readonly rounding: { readonly column: number; readonly row: number };
  /** The row after the last block. */
  readonly notes: number;
  cellOf(caseId: string, fieldId: string): { readonly column: number; readonly row: number };
  /** Where a typed cell is counted: beside the printed page, in its row. */
  countedAt(caseId: string, fieldId: string): { readonly column: number; readonly row: number };
  /** The cells as one case sees them. */
  cellsOf(caseId: string): Cells;
}

const widthOf = ({ cases, fields, down }: Block): number => (down ? fields.length : cases.length);
const lengthOf = ({ cases, fields, down }: Block): number => (down ? cases.length : fields.length);

export const placesOf = (planner: Planner, year: number): Places => {
  const worked = planner.blocks(year);
  const blocks = inPrintedOrder(worked, planner.printed);
  const width = Math.max(...blocks.map(widthOf));
  const source = columns.firstAmount + width;
  const firstCounted = source + 2;
  const flag = firstCounted + width;
  const placed: PlacedBlock[] = [];
  let row: number = head.ratioPlaces + 1;
  for (const block of blocks) {
    const titleRow = row + 1;
    const headingRow = block.down || block.cases.length > 1 ? titleRow + 1 : null;
    const firstRow = (headingRow ?? titleRow) + 1;
    const lastRow = firstRow + lengthOf(block) - 1;
    placed.push({ block, titleRow, headingRow, firstRow, lastRow });
    row = lastRow + 1;
  }

  const places = new Map<string, { readonly column: number; readonly row: number; readonly field: Field }>();
  for (const { block, firstRow } of placed) {
    block.cases.forEach(({ id }, c) => block.fields.forEach((field, f) => {
      const key = keyOf(id, idOf(field));
      if (places.has(key)) throw new Error(`The planner ${planner.id} has ${key} twice.`);
      const [column, down] = block.down ? [f, c] : [c, f];
      places.set(key, { column: columns.firstAmount + column, row: firstRow + down, field });
    }));
  }
  const singles = worked.filter(({ cases }) => cases.length === 1).map(({ cases }) => cases[0]!.id);
  const find = (caseId: string, name: string): { readonly column: number; readonly row: number; readonly field: Field } => {
    const found = name.includes(':') ? places.get(name) : [caseId, ...singles].map((place) => places.get(keyOf(place, name))).find((place) => place !== undefined);
    if (!found) throw new Error(`The planner ${planner.id} has no field ${name} for ${caseId}.`);
    return found;
  };
  const counted = ({ column, row: inRow }: { readonly column: number; readonly row: number }): { readonly column: number; readonly row: number } =>
    ({ column: firstCounted + column - columns.firstAmount, row: inRow });
  const addressOf = (caseId: string, name: string): string => {
    const place = find(caseId, name);
    const shown = place.field.field === 'typed' ? counted(place) : place;
    return at(shown.column, shown.row);
  };
  return {
    blocks: placed,
    source,
    firstCounted,
    flag,
    lastColumn: flag,
    rounding: { column: columns.firstAmount, row: head.rounding },
    notes: row + 1,
    cellOf: (caseId, fieldId) => find(caseId, keyOf(caseId, fieldId)),
    countedAt: (caseId, fieldId) => counted(find(caseId, keyOf(caseId, fieldId))),
    cellsOf: (caseId) => ({
      input: (name) => addressOf(caseId, name),
      choice: (name) => addressOf(caseId, name),
      entry: (id) => addressOf(caseId, keyOf(caseId, id)),
      unitsPerDollar: fixed(columns.firstAmount, head.unitsPerDollar),
      decimals: fixed(columns.firstAmount, head.decimals),
      ratioPlaces: fixed(columns.firstAmount, head.ratioPlaces),
    }),
  };
};

const inPrintedOrder = (blocks: readonly Block[], printed: Planner['printed']): readonly Block[] => {
  if (!printed) return blocks;
  const inOrder = printed.map((id) => {
    const block = blocks.find((one) => one.id === id);
    if (!block) throw new Error(`There is no block ${id} to be printed.`);
    return block;
  });
  return [...inOrder, ...blocks.filter(({ id }) => !printed.includes(id))];
};
