import type { RangeAddress } from '../cells/address';

/** What Excel hands over of the selected ranges, one entry per source of the plan and in its order. */
export interface SelectedCells {
  readonly sources: readonly SourceCells[];
  /** The workbook counts days from 1904. */
  readonly date1904: boolean;
}

/** One selected range and the cells in it that hold something. A cell that is not listed is empty. */
export interface SourceCells {
  readonly range: RangeAddress;
  readonly cells: readonly SourceCell[];
}

export interface SourceCell {
  /** Row and column on the sheet, from 1. */
  readonly row: number;
  readonly column: number;
  /** A number, text, a logical, or `{error}`. */
  readonly value: unknown;
  /** With its leading `=`; null for a constant. */
  readonly formula: string | null;
  readonly numberFormat: string;
  /** What Excel shows in the cell; empty where that is not known. */
  readonly text: string;
  /** True in a hidden or filtered row. */
  readonly rowHidden?: boolean;
}
