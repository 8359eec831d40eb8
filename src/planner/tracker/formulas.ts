import { columnName } from '../../cells/address';
import { formulaOf, type FormEntry } from '../../engine/form';
import { basisCarried, type InputName } from '../../forms/form8606';
import { taxableConversion, taxableDistributions } from '../../forms/form8606/partII';
import { coveredYears } from '../../law';
import { dueDateOf } from '../../law/dueDates';
import { quotedText } from '../../worksheet/layout';
import { columnIds, columns, workings, type ColumnId, type Edition } from './columns';
import { covered, looksAt, type LookCode } from './words';

/** Where a tracker stands and how it works its figures out. */
export interface Place {
  readonly edition: Edition;
  /** Of our functions; the development edition of the add-in has another. */
  readonly namespace: string;
  /** The name of the table. */
  readonly table: string;
  /** Column of the year and row of the headings, from 1. */
  readonly left: number;
  readonly top: number;
}

/** Above these dollars times dollars a sheet can be a cent off: 5e14 in cents (worksheet/sheetArithmetic.ts). */
const LARGEST_PRODUCT = '50000000000';

/** No account of one person holds more than this; it is a slip of the keyboard. */
const LARGEST = '100000000';

/** One row's formulas. They refer to cells of the row, to the rows above it, and by name to the columns of year and person. */
export const rowFormulas = (place: Place, row: number): Readonly<Record<ColumnId, string | null>> & { readonly workings: readonly string[] } => {
  const { edition, table, top } = place;
  const columnOf = (id: ColumnId): string => columnName(place.left + columnIds.indexOf(id));
  const here = (id: ColumnId): string => `${columnOf(id)}${row}`;
  const above = (id: ColumnId): string => `${columnOf(id)}$${top}:${columnOf(id)}${row - 1}`;
  const through = (id: ColumnId): string => `${columnOf(id)}$${top}:${columnOf(id)}${row}`;
  const all = (id: ColumnId): string => `${table}[${columns[id].heading}]`;
  const n = (id: ColumnId): string => `N(${here(id)})`;
  const year = here('year');
  const says = (code: LookCode): string => quotedText(code);
  const unlessEmpty = (formula: string): string => `=IF(LEN(${year})=0,"",${formula})`;
  const unlessLook = (formula: string): string => unlessEmpty(`IF(LEN(${here('look')})>0,${here('look')},${formula})`);
  const samePerson = (condition: string, over: (id: ColumnId) => string): string => `COUNTIFS(${over('person')},${here('person')},${over('year')},${condition})`;
  const unusable = (id: ColumnId): string =>
    `IF(LEN(${here(id)})=0,FALSE,IF(ISNUMBER(${here(id)}),OR(${here(id)}<0,${here(id)}>${LARGEST}),TRUE))`;
  const firstMatching = (tests: readonly (readonly [condition: string, code: string])[], otherwise: string): string =>
    tests.reduceRight((rest, [condition, code]) => `IF(${condition},${code},${rest})`, otherwise);

  // The last row of this person above, which must be of an earlier year, and none of those below.
  const isOutOfOrder = `${samePerson(`">="&${year}`, above)}+${samePerson(`"<="&${year}`, all)}>${samePerson(`"<="&${year}`, through)}`;
  const lastAbove = `LOOKUP(2,1/((${above('person')}=${here('person')})*ISNUMBER(${above('year')})),${above('carried')})`;
  const before = unlessEmpty(firstMatching([
    [`COUNTIFS(${above('person')},${here('person')},${above('year')},">0")=0`, says('basis?')],
    [`ISNUMBER(${lastAbove})`, lastAbove],
  ], says('before?')));

  const late = `=${firstMatching([
    [`LEN(${here('madeOn')})=0`, '0'],
    [`NOT(ISNUMBER(${here('madeOn')}))`, says('date?')],
    [`${here('madeOn')}<DATE(${year},1,1)`, says('early?')],
    [`${here('madeOn')}<DATE(${year}+1,1,1)`, '0'],
    [`INT(${here('madeOn')})<=${here('contributeBy')}`, n('contributed')],
  ], says('late?'))}`;

  const dateOf = (id: ColumnId, condition: string): string => `IF(ISNUMBER(${here(id)}),${condition},FALSE)`;
  const isCovered = `IF(ISNUMBER(${year}),AND(INT(${year})=${year},${year}>=${covered.firstYear},${year}<=${covered.lastYear}),FALSE)`;
  const look = `=${firstMatching([
    [`LEN(${year})=0`, `IF(COUNT(${here('contributed')}:${here('value')})>1,${says('year?')},"")`],
    [`NOT(${isCovered})`, says('year?')],
    [`LEN(${here('person')})=0`, says('person?')],
    [isOutOfOrder, says('order?')],
    [`OR(${(['contributed', 'converted', 'distributed', 'value'] as const).map(unusable).join(',')})`, says('amount?')],
    [`NOT(ISNUMBER(${here('late')}))`, `IF(LEN(${here('late')})=0,${says('date?')},${here('late')})`],
    [`OR(${here('late')}<0,${here('late')}>${n('contributed')})`, says('amount?')],
    [dateOf('madeOn', `AND(${here('madeOn')}>=DATE(${year}+1,1,1),${n('contributed')}>0,${here('late')}=0)`), says('next year?')],
    [`IF(LEN(${here('convertedOn')})=0,FALSE,NOT(ISNUMBER(${here('convertedOn')})))`, says('date?')],
    [dateOf('convertedOn', `YEAR(${here('convertedOn')})<>${year}`), says('converted?')],
    [`NOT(ISNUMBER(${here('before')}))`, `IF(LEN(${here('before')})=0,${says('basis?')},${here('before')})`],
    [unusable('before'), says('amount?')],
    [`AND(${n('converted')}+${n('distributed')}>0,LEN(${here('value')})=0)`, says('value?')],
    ...(edition === 'plain'
      ? [[`(${here('before')}+${n('contributed')})*MAX(${n('converted')},${n('distributed')})>=${LARGEST_PRODUCT}`, says('too large')] as const] : []),
  ], '""')}`;

  const sentence = (Object.keys(looksAt) as LookCode[]).reduceRight((rest, code) => `IF(EXACT(${here('look')},${says(code)}),${quotedText(looksAt[code])},${rest})`, '""');
  const everNondeductible = `OR(${here('before')}>0,COUNTIFS(${above('person')},${here('person')},${above('contributed')},">0")>0)`;
  const isDue = `OR(${n('contributed')}>0,${n('converted')}>0,AND(${n('distributed')}>0,${everNondeductible}))`;
  const form = `=IF(LEN(${here('look')})>0,${sentence},IF(LEN(${year})=0,"",${[
    `IF(${isDue},"Form 8606 due for "&${year}&".","No Form 8606 for "&${year}&".")`,
    `IF(${here('late')}>0," Split year: made in "&(${year}+1)&" for "&${year}&" (line 4).","")`,
    `IF(AND(${n('contributed')}>0,LEN(${here('madeOn')})=0)," No date: counted as "&IF(${here('late')}>0,"typed.","made in "&${year}&"."),"")`,
    `IF(ISNUMBER(${here('compared')}),IF(${here('compared')}<>0," The filed line 14 differs.",""),"")`,
  ].join('&')}))`;

  // Filed forms are in whole dollars: the same amount rounded is the same.
  const compared = unlessEmpty(firstMatching([
    [`LEN(${here('filed')})=0`, '""'],
    [`NOT(ISNUMBER(${here('filed')}))`, says('amount?')],
    [`NOT(ISNUMBER(${here('carried')}))`, '""'],
    [`${here('filed')}=ROUND(${here('carried')},0)`, '0'],
  ], `ROUND(${here('filed')}-${here('carried')},2)`));

  const results = edition === 'plain' ? plainResults(place, row, here) : functionResults(place, here);
  return {
    year: null, person: null, contributed: null, madeOn: null, convertedOn: null, converted: null, distributed: null, value: null, filed: null, proof: null,
    late, before, look, compared, form,
    taxableConversion: unlessLook(results.taxableConversion),
    // Without basis there is no Part I, and so no line 15c: the distribution is taxable as a whole.
    taxableDistribution: unlessLook(`IF(${n('distributed')}=0,0,IF(${here('before')}+${n('contributed')}=0,${n('distributed')},${results.taxableDistribution}))`),
    carried: unlessLook(results.carried),
    contributeBy: unlessEmpty(results.contributeBy),
    convertBy: unlessEmpty(results.convertBy),
    workings: edition === 'plain' ? workings.map((entry) => `=IF(OR(LEN(${year})=0,LEN(${here('look')})>0),"",${plainFormula(place, row, here, entry)})`) : [],
  };
};

interface Results {
  readonly taxableConversion: string;
  readonly taxableDistribution: string;
  readonly carried: string;
  readonly contributeBy: string;
  readonly convertBy: string;
}

type Here = (id: ColumnId) => string;

/** The functions count days from 1900; in a workbook that counts from 1904 this takes off what lies between, and else nothing. */
const asTheWorkbookCounts = '+DATE(1904,1,2)-1463';

const functionResults = ({ namespace }: Place, here: Here): Results => {
  const n = (id: ColumnId): string => `N(${here(id)})`;
  const pool = `(${n('converted')},${here('before')}+${n('contributed')},${n('value')},${n('distributed')},${here('late')})`;
  return {
    taxableConversion: `${namespace}.PRORATA_TAXABLE${pool}`,
    taxableDistribution: `${namespace}.FORM8606_LINE("15c",${n('contributed')},${here('before')},${here('late')},${n('value')},${n('distributed')},${n('converted')})`,
    carried: `${namespace}.BASIS_CARRYFORWARD${pool}`,
    contributeBy: `${namespace}.DEADLINE("contribution",${here('year')})${asTheWorkbookCounts}`,
    convertBy: `${namespace}.DEADLINE("conversion",${here('year')})${asTheWorkbookCounts}`,
  };
};

const plainResults = (place: Place, row: number, here: Here): Results => {
  const year = here('year');
  const of = ({ id }: FormEntry): string => workingAt(place, row, id);
  const dueDates = coveredYears.map((one) => `DATE(${dueDateOf(one).date.split('-').map(Number).join(',')})`);
  const ifCovered = (formula: string): string => `IF(ISNUMBER(${year}),IF(AND(${year}>=${covered.firstYear},${year}<=${covered.lastYear}),${formula},NA()),NA())`;
  return {
    taxableConversion: of(taxableConversion),
    taxableDistribution: of(taxableDistributions),
    carried: of(basisCarried),
    contributeBy: ifCovered(`CHOOSE(${year}-${covered.firstYear - 1},${dueDates.join(',')})`),
    convertBy: ifCovered(`DATE(${year},12,31)`),
  };
};

const workingAt = ({ left }: Place, row: number, id: string): string =>
  `${columnName(left + columnIds.length + workings.findIndex((entry) => entry.id === id))}${row}`;

/** A line of the form over the cells of a row: as our functions fill the form in, with all of line 3 contributed for the year. */
const plainFormula = (place: Place, row: number, here: Here, entry: FormEntry): string => {
  const inputs: Readonly<Partial<Record<InputName, string>>> = {
    contributionsInYear: `(${here('before')}+N(${here('contributed')})-${here('late')})`,
    contributionsAfterYearEnd: here('late'),
    accountValues: `N(${here('value')})`,
    distributions: `N(${here('distributed')})`,
    conversions: `N(${here('converted')})`,
  };
  return formulaOf(entry, {
    input: (name) => inputs[name as InputName] ?? '0',
    choice: () => '"No"',
    entry: (id) => workingAt(place, row, id),
    unitsPerDollar: '100',
    decimals: '2',
    ratioPlaces: '"exact"',
  }).slice(1);
};
