/**
 * What an .xlsx package holds, as plain data, and what may be changed in it.
 *
 * Formulas are written as a person types them in Excel: with a leading `=`, without the file format's prefixes
 * (`_xlfn.`), and with our functions as `BASIS.NAME(`, however the file spelled them (`_xldudf_BASIS_NAME(`,
 * `[2]!_xldudf_BASIS_NAME(`, any letter case).
 */

/** The errors that a file can state in a cell by themselves, and so the ones that can be written. */
export const WRITABLE_ERRORS = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
] as const;

/** A file that states these does so by other means than the cell's text. */
export const READ_ONLY_ERRORS = ['#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!', '#CONNECT!', '#BUSY!', '#UNKNOWN!'] as const;

export type CellError =
  (typeof WRITABLE_ERRORS)[number] | (typeof READ_ONLY_ERRORS)[number];

/** The stored value of a cell. An error is not text that looks like one. `null` is an empty cell. */
export type CellValue = number | string | boolean | { readonly error: CellError } | null;

export interface StoredCell {
  readonly value: CellValue;
  readonly formula?: string;
  /** Present on the first cell of an array formula, with the range that it fills; `dynamic` ones spill. */
  readonly array?: { readonly ref: string; readonly dynamic: boolean };
  /** True for a cell that only shows part of an array formula's result. */
  readonly partOfArray?: boolean;
  /** True for a cell of a what-if data table: Excel calculates it, and nothing else can. It has no formula of its own. */
  readonly partOfDataTable?: boolean;
  /** Excel's number format code, `General` where the file gives none. */
  readonly numberFormat: string;
}

export interface StoredSheet {
  readonly name: string;
  /** Absent for a worksheet. The others have no cells here; their names and places in the order count all the same. */
  readonly kind?: 'chartsheet' | 'dialogsheet' | 'macrosheet';
  readonly visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly protected: boolean;
  /** By address without `$`, for example `B12`. Only cells that the file stores. */
  readonly cells: ReadonlyMap<string, StoredCell>;
  readonly merges: readonly string[];
  readonly hiddenRows: ReadonlySet<number>;
}

export interface StoredName {
  readonly name: string;
  /** As Excel shows it, with a leading `=`. */
  readonly formula: string;
  /** The sheet that it belongs to; absent for a name of the whole workbook. */
  readonly sheet?: string;
  readonly hidden: boolean;
}

export interface StoredTable {
  readonly name: string;
  readonly sheet: string;
  readonly ref: string;
  readonly columns: readonly string[];
  readonly hasTotals: boolean;
}

/** A table over cells that hold something already: its first row has the names of its columns. */
export interface NewTable {
  readonly name: string;
  readonly sheet: string;
  readonly ref: string;
  readonly columns: readonly string[];
  /** One of Excel's own, for example `TableStyleLight1`; absent: none. */
  readonly style?: string;
  readonly bandedRows: boolean;
  /** Each heading has an arrow by which rows are sorted and filtered. */
  readonly filterButton: boolean;
}

export interface WorkbookContent {
  readonly sheets: readonly StoredSheet[];
  readonly names: readonly StoredName[];
  readonly tables: readonly StoredTable[];
  readonly date1904: boolean;
  readonly precisionAsDisplayed: boolean;
  readonly structureProtected: boolean;
  readonly calculation: 'automatic' | 'manual' | 'automaticExceptTables';
}

/** How a cell looks; what is absent stays as it is (existing cell) or is Excel's default (new cell). Colours: `#RRGGBB`. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: 'left' | 'center' | 'right' | 'fill' | 'centerContinuous' | 'general';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly borders?: Readonly<
    Partial<Record<'top' | 'bottom' | 'left' | 'right', 'thin' | 'medium' | 'double' | 'hair' | 'none'>>
  >;
  /** Text that a program, not a person, must never read as a formula: Excel's leading apostrophe. */
  readonly quotePrefix?: boolean;
}

export interface CellChange {
  readonly address: string;
  readonly value: CellValue;
  /** Absent: a constant. */
  readonly formula?: string;
  /**
   * Keep the file's own `<f>` element to the byte and replace the stored value only. Also for a cell that shows part of an
   * array formula's result, which has no `<f>` of its own.
   */
  readonly keepFormula?: boolean;
  /**
   * With `formula`: an array formula that fills the range. With `keepFormula`: the range that the kept array formula fills
   * now, the only thing in its `<f>` that may change. Every other cell of a new range is given too, with `keepFormula`.
   */
  readonly array?: { readonly ref: string; readonly dynamic: boolean };
  readonly style?: CellStyle;
}

/** White at the edges of the paper, in inches. Header and footer stand within those at the top and the bottom. */
export interface PageMargins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly header: number;
  readonly footer: number;
}

export interface PageSetup {
  readonly orientation?: 'portrait' | 'landscape';
  readonly fitToWidth?: number;
  readonly fitToHeight?: number;
  readonly printArea?: string;
  readonly printTitleRows?: string;
  /** Excel's header and footer codes, for example `&L&F&C&A&R&D`. */
  readonly header?: string;
  readonly footer?: string;
  readonly centerHorizontally?: boolean;
  /** Absent: as on a new sheet of Excel. */
  readonly margins?: PageMargins;
  /** One-based rows with which a new page begins. */
  readonly pageBreaks?: readonly number[];
}

export type ChartKind = 'clusteredColumn' | 'stackedColumn' | 'clusteredBar' | 'line' | 'smoothScatter';

/** A chart of cells of its own sheet. Addresses are without sheet and `$`. */
export interface NewChart {
  readonly name: string;
  readonly kind: ChartKind;
  readonly title?: string;
  /** Absent: none. */
  readonly legend?: 'top' | 'bottom' | 'left' | 'right';
  readonly series: readonly NewChartSeries[];
  readonly categoryAxis: NewChartAxis;
  readonly valueAxis: NewChartAxis;
  /** The cells that it covers. */
  readonly covers: string;
}

export interface NewChartSeries {
  readonly name: string;
  /** Cells of one column; absent: nothing is drawn. */
  readonly values?: string;
  /** What the values stand for; for a scatter the amounts along the horizontal axis. */
  readonly categories?: string;
  readonly fill?: string;
  readonly line?: { readonly color?: string; readonly dash?: 'solid' | 'dash' | 'roundDot' | 'dashDot' };
  /** The values stand beside their points: without a number format in that of their cells; a position is for lines only. */
  readonly labels?: { readonly numberFormat?: string; readonly color?: string; readonly position?: 'top' | 'right' };
}

export interface NewChartAxis {
  readonly title?: string;
  readonly numberFormat?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface NewSheet {
  readonly name: string;
  readonly cells: readonly CellChange[];
  /** By zero-based column: width in characters, or hidden. */
  readonly columns: ReadonlyMap<number, { readonly width?: number; readonly hidden?: boolean }>;
  /** By one-based row: height in points. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly frozenRows?: number;
  readonly showGridlines?: boolean;
  readonly tabColor?: string;
  readonly page?: PageSetup;
  readonly charts?: readonly NewChart[];
}

export interface WorkbookChanges {
  /** Cells of sheets that were in the file, by sheet name. */
  readonly cells: ReadonlyMap<string, readonly CellChange[]>;
  readonly newSheets: readonly NewSheet[];
  readonly namesAdded: readonly StoredName[];
  /** A name of the workbook, or `'Sheet 1'!Name` for one that belongs to a sheet. */
  readonly namesRemoved: readonly string[];
  readonly tablesAdded?: readonly NewTable[];
  /** Tables of the file that cover other cells now; their columns are the same. */
  readonly tablesResized?: readonly Pick<NewTable, 'name' | 'sheet' | 'ref'>[];
}
