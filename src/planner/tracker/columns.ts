import { formulaOf, type FormEntry } from '../../engine/form';
import type { Cells } from '../../engine/term';
import { basisCarried, form8606Entries } from '../../forms/form8606';
import { taxableConversion, taxableDistributions } from '../../forms/form8606/partII';

/** What stands in a column of the tracker, and whose it is. */
export type ColumnKind = 'year' | 'amount' | 'date' | 'words' | 'code';

export interface TrackerColumn {
  readonly heading: string;
  readonly kind: ColumnKind;
  /** The user's: typed, linked or left blank. The others are worked out. */
  readonly typed: boolean;
  /** In characters. */
  readonly width: number;
}

const typed = (heading: string, kind: ColumnKind, width: number): TrackerColumn => ({ heading, kind, typed: true, width });
const worked = (heading: string, kind: ColumnKind, width: number): TrackerColumn => ({ heading, kind, typed: false, width });

/**
 * The columns of the tracker in their order. The reader knows those of the user's by their headings, so that a tracker is a
 * `year_table` of Form 8606 too. A heading is the name of a table column: it never changes, and has none of the
 * marks that Excel would ask to be escaped. The last days stand left of what is compared with them: LibreOffice, which works a
 * whole sheet out at once when it opens it, was seen to take one for empty that stood to the right.
 */
export const columns = {
  year: typed('Year', 'year', 5.5),
  person: typed('Owner', 'code', 7),
  contributeBy: worked('Contribute by', 'date', 11),
  convertBy: worked('Convert by', 'date', 11),
  contributed: typed('Nondeductible contribution', 'amount', 13),
  madeOn: typed('Date contributed', 'date', 11),
  late: worked('Made next year', 'amount', 11),
  convertedOn: typed('Date converted', 'date', 11),
  converted: typed('Converted', 'amount', 11.5),
  distributed: typed('Distributions', 'amount', 11.5),
  value: typed('Value 12/31', 'amount', 12.5),
  before: worked('Beginning basis', 'amount', 11.5),
  look: worked('Look', 'code', 9.5),
  taxableConversion: worked('Taxable conversion', 'amount', 11.5),
  taxableDistribution: worked('Taxable (line 15c)', 'amount', 11.5),
  carried: worked('Basis carried forward', 'amount', 11.5),
  filed: typed('Filed line 14', 'amount', 11.5),
  compared: worked('Filed less worked out', 'amount', 11.5),
  form: worked('Form 8606', 'words', 30),
  proof: typed('Where the proof is', 'words', 18),
} as const satisfies Record<string, TrackerColumn>;

export type ColumnId = keyof typeof columns;
export const columnIds = Object.keys(columns) as ColumnId[];

/** With our functions, or with the form's own lines as plain Excel formulas in columns of their own. */
export type Edition = 'functions' | 'plain';

/** The lines that the results rest on, each after what it refers to: found by asking their formulas. */
const restingOn = (results: readonly FormEntry[]): readonly FormEntry[] => {
  const needed = new Set<string>();
  const visit = (id: string): void => {
    if (needed.has(id)) return;
    needed.add(id);
    const entry = form8606Entries.find((one) => one.id === id);
    if (!entry) throw new Error(`Form 8606 has no line ${id}.`);
    formulaOf(entry, { ...nowhere, entry: (other) => { visit(other); return other; } });
  };
  for (const { id } of results) visit(id);
  return form8606Entries.filter(({ id }) => needed.has(id));
};

const nowhere: Cells = { input: () => '0', choice: () => '""', entry: () => '0', unitsPerDollar: '100', decimals: '2', ratioPlaces: '"exact"' };

/** What the plain edition has besides, right of the page. */
export const workings: readonly FormEntry[] = restingOn([taxableConversion, taxableDistributions, basisCarried]);

/** None that the reader would take for an amount of the user's: the form's own names would count twice. */
const headingOf = (entry: FormEntry): string => `Worked out ${entry.kind === 'line' ? `line ${entry.id}` : entry.id}`;

export const headingsOf = (edition: Edition): readonly string[] =>
  [...columnIds.map((id) => columns[id].heading), ...(edition === 'plain' ? workings.map(headingOf) : [])];
