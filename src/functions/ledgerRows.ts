import { parseYear } from '../cells/year';
import { Decimal, toPlaces, zero } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import { decimalsOf, type Settings } from '../engine/term';
import { inWords } from '../engine/words';
import type { Form8606Inputs } from '../forms/form8606';
import { ledger, type FilledYear } from '../ledger/ledger';
import { amountIfGiven, amountOfCell, notNegative, roundingSettings, taxYear, yearOfCell } from './arguments';
import { cellOf, isBlank, rangeOf, refuseLoneError } from './range';

/** The arguments of LEDGER, as Excel hands them over. */
export interface LedgerArguments {
  readonly rows: unknown;
  readonly opening_basis: unknown;
  readonly ratio_places: unknown;
  readonly rounding: unknown;
  readonly year_of_death: unknown;
}

/** year, nondeductible contributions, of which made next year, line 6 value, distributions, converted; a basis adjustment by choice. */
const FEWEST_COLUMNS = 6;
const MOST_COLUMNS = 7;

interface Row {
  readonly year: number;
  readonly inputs: Form8606Inputs;
}

/**
 * Several years of one person, worked out in the order of the years: for each its year, basis before, line 10, tax-free
 * amount, taxable conversion, taxable distribution and basis carried. Line 10 is "" where the form leaves it blank.
 *
 * @throws Refusal CONTRADICTION for a year that stands twice or rows of another width; MISSING for rows without a year; and
 * as the arguments and the form do, naming the row.
 */
export function ledgerRows(given: LedgerArguments): (number | string)[][] {
  const settings = roundingSettings(given.ratio_places, given.rounding);
  const openingBasis = amountIfGiven('opening_basis', given.opening_basis) ?? zero;
  const rows = [...rowsIn(given.rows)].sort((a, b) => a.year - b.year);
  const years = rows.map(({ year, inputs }, at) => ({ year, inputs: at === 0 ? { ...inputs, priorBasis: openingBasis } : inputs }));
  const yearOfDeath = cellOf('year_of_death', given.year_of_death);
  const options = yearOfDeath === null ? {} : { yearOfDeath: taxYear('year_of_death', yearOfDeath) };
  return ledger(years, settings, options).map((filled) => shownYear(filled, settings));
}

function shownYear({ year, form }: FilledYear, settings: Settings): (number | string)[] {
  const toUnit = (amount: Decimal): Decimal => toPlaces(amount, decimalsOf(settings.unit));
  const { priorBasis, basisAdded, basisRemoved, distributions, conversions } = form.inputs;
  // Without basis there is no Part I, and so no line 15c: the distribution is taxable as a whole.
  const taxableDistribution = form.line('15c') ?? toUnit(distributions);
  const taxableConversion = Decimal.max(zero, form.line('18') ?? zero);
  const taxFree = toUnit(distributions).plus(toUnit(conversions)).minus(taxableDistribution).minus(taxableConversion);
  return [
    year,
    toUnit(priorBasis.plus(basisAdded).minus(basisRemoved)).toNumber(),
    form.line('10')?.toNumber() ?? '',
    taxFree.toNumber(),
    taxableConversion.toNumber(),
    taxableDistribution.toNumber(),
    form.carry.toNumber(),
  ];
}

function rowsIn(argument: unknown): readonly Row[] {
  const range = rangeOf(argument);
  if (range === null) throw new Refusal('MISSING', 'rows', '', 'a range', 'rows is missing; give a range with one row per year.');
  refuseLoneError('rows', range);
  refuseYearsAcross(range);
  const width = range[0]?.length ?? 0;
  if (width < FEWEST_COLUMNS || width > MOST_COLUMNS) {
    throw new Refusal('CONTRADICTION', 'rows', `${width} columns`, `${FEWEST_COLUMNS} or ${MOST_COLUMNS} columns`,
      `rows has ${width} column${width === 1 ? '' : 's'}; give year, nondeductible contributions, of which made next year, line 6 value, distributions, converted and, `
      + 'if there is any, a basis adjustment.');
  }
  const rowOf = new Map<number, number>();
  const rows: Row[] = [];
  for (const [at, cells] of range.entries()) {
    if (isEmpty(cells) || (at === 0 && isHeading(cells))) continue;
    const row = readRow(at + 1, cells);
    const earlier = rowOf.get(row.year);
    if (earlier !== undefined) {
      throw new Refusal('CONTRADICTION', 'rows', String(row.year), 'each year once',
        `rows, row ${at + 1}, is ${row.year} again, as row ${earlier}; give each year once.`);
    }
    rowOf.set(row.year, at + 1);
    rows.push(row);
  }
  if (rows.length === 0) throw new Refusal('MISSING', 'rows', '', 'a year', 'rows holds no year; give a range with one row per year.');
  return rows;
}

/** Years from left to right would be read as amounts, and give figures: a first row of nothing but years, after its heading if it has one. */
function refuseYearsAcross([first = []]: readonly (readonly unknown[])[]): void {
  const years = first.map((cell) => parseYear(cell, { date1904: false, numberFormat: 'General' }).kind === 'year');
  const from = years[0] === true ? 0 : 1;
  if (years.length - from < 2 || !years.slice(from).every(Boolean)) return;
  throw new Refusal('CONTRADICTION', 'rows', 'years across', 'one row per year',
    'rows has its years from left to right; give one row per year, for example TRANSPOSE of this range.');
}

function readRow(at: number, [yearCell, ...amounts]: readonly unknown[]): Row {
  const year = yearOfCell(`rows, row ${at}, column 1,`, yearCell, Object.fromEntries(amounts.map((cell, index) => [`column ${index + 2}`, cell])));
  const read = (index: number): Decimal => amountOfCell(`rows, row ${at}, column ${index + 2},`, amounts[index]);
  const positive = (index: number): Decimal => notNegative(`rows, row ${at}, column ${index + 2},`, read(index));
  const contributed = positive(0);
  const madeNextYear = positive(1);
  if (madeNextYear.greaterThan(contributed)) {
    throw new Refusal('CONTRADICTION', 'rows', inWords(madeNextYear), inWords(contributed),
      `rows, row ${at}: of the contributions of ${inWords(contributed)}, ${inWords(madeNextYear)} cannot have been made next year; correct one of them.`);
  }
  const adjustment = read(5);
  return {
    year,
    inputs: {
      contributionsInYear: contributed.minus(madeNextYear),
      contributionsAfterYearEnd: madeNextYear,
      accountValues: positive(2),
      distributions: positive(3),
      conversions: positive(4),
      basisAdded: Decimal.max(zero, adjustment),
      basisRemoved: Decimal.max(zero, adjustment.negated()),
    },
  };
}

/** Blank cells arrive as 0 on the desktop, so a row of nothing but these is a row that is not there. */
const isEmpty = (cells: readonly unknown[]): boolean => cells.every((cell) => isBlank(cell) || cell === 0);

/** A first row of words, without a year and without a number. */
function isHeading(cells: readonly unknown[]): boolean {
  return cells.every((cell) => isBlank(cell) || typeof cell === 'string')
    && parseYear(cells[0], { date1904: false, numberFormat: 'General' }).kind !== 'year'
    && cells.every((cell) => !/^[\s$(.,-]*\d[\d.,\s)]*$/u.test(String(cell ?? '')));
}
