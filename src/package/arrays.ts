import { addressOf, areaOf, contains, isOneCell, placeOf, refOf, type Area, type Place } from './address';
import type { CellChange } from './content';
import { PackageError } from './error';
import type { CellXml } from './sheetXml';

/**
 * Array formulas fill a range, and a part of that range cannot be changed by itself. This decides what a set of changes
 * means for them: which further cells become empty, or why the changes are refused.
 */
export interface StoredArray {
  readonly area: Area;
  readonly first: CellXml;
  readonly kind: 'spilling' | 'fixed' | 'dataTable';
}

/** The array formulas and what-if data tables among a sheet's cells. */
export function arraysOf(cells: Iterable<CellXml>, dynamicMarks: ReadonlySet<number>): StoredArray[] {
  const arrays: StoredArray[] = [];
  for (const first of cells) {
    const area = areaOf(first.formula?.ref ?? '');
    if (area && first.formula?.type === 'dataTable') {
      arrays.push({ area, first, kind: 'dataTable' });
    } else if (area && first.formula?.type === 'array') {
      arrays.push({ area, first, kind: dynamicMarks.has(first.metadata ?? 0) ? 'spilling' : 'fixed' });
    }
  }
  return arrays;
}

/** What a sheet holds, as far as arrays need to know. */
export interface ArrayContext {
  readonly sheet: string;
  readonly arrays: readonly StoredArray[];
  cellAt(address: string): CellXml | undefined;
}

type Changes = ReadonlyMap<string, CellChange>;

/** The changes with those that arrays add: cells that no longer show a part of a result become empty. */
export function withArrays(changes: Changes, context: ArrayContext): Map<string, CellChange> {
  const all = new Map(changes);
  const filledAnew = new Set<string>();
  for (const change of changes.values()) {
    if (change.array) {
      newPlaces(change, context).forEach((address) => filledAnew.add(address));
    }
  }
  const abandoned = new Set(context.arrays.flatMap((array) => abandonedBy(array, changes)));
  for (const change of changes.values()) {
    const place = placeOf(change.address);
    const array = place && context.arrays.find(({ area }) => contains(area, place));
    if (array) {
      checkWithin(array, change, changes, abandoned, context);
    }
    if (change.array) {
      checkNewArea(change, changes, context);
    } else if (change.keepFormula && !array && !context.cellAt(change.address)?.formula && !filledAnew.has(change.address)) {
      throw refusal(context, change.address, 'its formula is to be kept, and it has none');
    }
  }
  for (const address of abandoned) {
    if (!all.has(address) && context.cellAt(address)) {
      all.set(address, { address, value: null });
    }
  }
  return all;
}

const refusal = (context: ArrayContext, address: string, why: string): PackageError =>
  new PackageError('ARRAY', `The cell ${address} of the sheet "${context.sheet}" cannot be changed: ${why}.`);

/** What a change may do to a cell that lies in an array formula's range. */
function checkWithin(
  array: StoredArray,
  change: CellChange,
  changes: Changes,
  abandoned: ReadonlySet<string>,
  context: ArrayContext,
): void {
  const { area, first, kind } = array;
  if (kind === 'dataTable') {
    throw refusal(
      context,
      change.address,
      `it belongs to the what-if data table ${refOf(area)}, which only Excel calculates`,
    );
  }
  if (change.keepFormula || isOneCell(area)) {
    return;
  }
  if (kind === 'fixed') {
    if (addressesOf(area).some((address) => !isReplaced(changes.get(address)))) {
      throw refusal(
        context,
        change.address,
        `it is part of the array formula in ${refOf(area)}, which can only be changed as a whole`,
      );
    }
  } else if (first.address !== change.address && !abandoned.has(change.address)) {
    throw refusal(
      context,
      change.address,
      `it shows part of the result of the formula in ${first.address}; change that one first`,
    );
  }
}

const isReplaced = (change: CellChange | undefined): boolean => change !== undefined && !change.keepFormula;

/** The cells of an array's range that its formula no longer fills. */
function abandonedBy(array: StoredArray, changes: Changes): string[] {
  const change = changes.get(array.first.address);
  if (!change || isOneCell(array.area) || (change.keepFormula && !change.array)) {
    return [];
  }
  const area = change.array ? areaOf(change.array.ref) : undefined;
  return addressesOf(array.area).filter((address) => {
    const place = placeOf(address);
    return address !== array.first.address && place !== undefined && !(area && contains(area, place));
  });
}

/** A new or changed range: it starts at its formula, and each of its cells is free and has a value. */
function checkNewArea(change: CellChange, changes: Changes, context: ArrayContext): void {
  if (change.keepFormula ? context.cellAt(change.address)?.formula?.type !== 'array' : change.formula === undefined) {
    throw refusal(context, change.address, 'a range is given for an array formula, and it has none');
  }
  for (const address of newPlaces(change, context)) {
    const place = placeOf(address);
    const within = place && context.arrays.find((array) => contains(array.area, place));
    const wasPart = within !== undefined && within.first.address === change.address;
    if (address === change.address || (wasPart && change.keepFormula && !changes.has(address))) {
      continue;
    }
    if (!wasPart && (within || holdsSomething(context.cellAt(address)))) {
      throw refusal(context, change.address, `its result would cover ${address}, which is not empty`);
    }
    if (!changes.get(address)?.keepFormula) {
      throw refusal(context, change.address, `its result covers ${address}, and no value is given for that`);
    }
  }
}

const holdsSomething = (cell: CellXml | undefined): boolean =>
  cell !== undefined && (cell.formula !== undefined || cell.value !== undefined || cell.inlineText !== undefined);

function newPlaces(change: CellChange, context: ArrayContext): string[] {
  const area = areaOf(change.array?.ref ?? '');
  const place = placeOf(change.address);
  if (!area || area.top !== place?.row || area.left !== place.column) {
    throw refusal(context, change.address, `the range "${change.array?.ref}" of its array formula does not start at it`);
  }
  return addressesOf(area);
}

/** More cells than any array formula of this trade fills; a file may state a range of seventeen thousand million. */
const LARGEST_ARRAY = 1_000_000;

function addressesOf(area: Area): string[] {
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > LARGEST_ARRAY) {
    throw new PackageError(
      'ARRAY',
      `An array formula fills ${refOf(area)}; at most ${LARGEST_ARRAY} cells of one are handled.`,
    );
  }
  const addresses: string[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      addresses.push(addressOf({ row, column } satisfies Place));
    }
  }
  return addresses;
}
