/**
 * A worksheet tab as plain data: what stands in each cell, how it looks, which names point at it. Nothing here knows
 * Excel; src/office writes it, and tests read it.
 */
import type { Chart } from './chart';

/** `null`: the cell belongs to the preparer and is left as it is. A string that begins with `=` is a formula. */
export type Content = string | number | null;

export interface Look {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: 'Left' | 'Center' | 'Right';
  readonly vertical?: 'Top' | 'Center';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly top?: 'Thin' | 'Double';
  readonly bottom?: 'Thin' | 'Double';
  /** Between the rows of the range. */
  readonly between?: 'Thin';
}

export interface Layout {
  readonly title: string;
  /** Row by row from A1; every row is as long as the first. */
  readonly cells: readonly (readonly Content[])[];
  /** Applied in order, before any content: a cell must be set to text before text is written into it. */
  readonly looks: readonly { readonly range: string; readonly look: Look }[];
  /** Names of the whole workbook for cells of this tab. */
  readonly names: readonly { readonly name: string; readonly cell: string }[];
  /** Names for ranges on the user's own sheets, so that Excel moves them with the cells. */
  readonly sourceNames: readonly { readonly name: string; readonly range: string }[];
  /** Columns, from 1, whose cells are the preparer's in every row: they are not emptied where the tab has become shorter. */
  readonly preparersColumns?: readonly number[];
  /** Widths in characters of the standard font, from column A. */
  readonly columnWidths: readonly number[];
  /** Heights in points: rows that take more than one line, and such as must fit a page in every program. Of others, Excel's own. */
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  /** Upright if absent. */
  readonly orientation?: 'Portrait' | 'Landscape';
  readonly printArea: string;
  readonly printTitleRows: string;
  /** Rows with which a new page begins. */
  readonly pageBreaks?: readonly number[];
  readonly footer: { readonly left: string; readonly center: string; readonly right: string };
  /** Drawn on a new tab, and left to the preparer from then on. */
  readonly charts?: readonly Chart[];
  /** The one cell whose content says that the tab is finished. Until the commit it says that it is not. */
  readonly statusCell: string;
}

/** A text of our own inside a formula. */
export const quotedText = (text: string): string => `"${text.replace(/"/g, '""')}"`;
