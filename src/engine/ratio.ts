import { Decimal, one, toPlaces, zero } from './decimal';
import { unitsPerDollar, type Cells, type Figures, type Settings } from './term';
import { unitsOf, type Amount } from './words';

/**
 * The share of the pool that is basis, and amounts multiplied by it. A sheet has no exact fraction and fifteen digits, so
 * the ratio is never multiplied as a decimal there: it stands as two whole numbers, an upper and a lower one. Unrounded,
 * they are the part and the whole, counted in units of the form. Rounded to so many places, they are the ratio without its
 * decimal point, over a power of ten; then the places are worked out in two halves, because all ten at once would pass the
 * digits that a sheet holds exactly, and a result just under a half would be rounded up.
 */

const tenTo = (power: number): Decimal => new Decimal(10).pow(power);

const placesOf = ({ ratioPlaces }: Settings): number | null => (ratioPlaces === 'exact' ? null : ratioPlaces);

const firstHalf = (places: number): number => Math.floor(places / 2);

/** The same, on a sheet: how many places the first half and the second half have. */
const halves = (cells: Cells): { readonly asked: string; readonly places: string; readonly first: string; readonly second: string } => {
  const places = cells.ratioPlaces;
  return { asked: `ISNUMBER(${places})`, places, first: `INT(${places}/2)`, second: `(${places}-INT(${places}/2))` };
};

const inUnits = (term: Amount, cells: Cells): string => `ROUND(${term.formula(cells)}*${cells.unitsPerDollar},0)`;

/** Never more of it than the whole: a pool that lost value holds nothing but basis. */
const capped = (part: Amount, whole: Amount, figures: Figures): Decimal =>
  unitsOf(Decimal.min(part.value(figures), whole.value(figures)), figures);

const cappedOnSheet = (part: Amount, whole: Amount, cells: Cells): string => `MIN(${inUnits(part, cells)},${inUnits(whole, cells)})`;

/** The first half of the places, as a whole number; zero where the ratio is not rounded. */
export const firstPlaces = (part: Amount, whole: Amount): Amount => ({
  value: (figures) => {
    const places = placesOf(figures.settings);
    return places === null
      ? zero
      : capped(part, whole, figures).times(tenTo(firstHalf(places))).dividedToIntegerBy(unitsOf(whole.value(figures), figures));
  },
  formula: (cells) => {
    const { asked, first } = halves(cells);
    return `IF(${asked},INT(${cappedOnSheet(part, whole, cells)}*10^${first}/${inUnits(whole, cells)}),0)`;
  },
  says: (figures) => `the first places of ${part.says(figures)} over ${whole.says(figures)}`,
});

/** The ratio as a fraction of whole numbers: the upper one. */
export const upperNumber = (part: Amount, whole: Amount, begun: Amount): Amount => ({
  value: (figures) => {
    const places = placesOf(figures.settings);
    const upper = capped(part, whole, figures);
    return places === null ? upper : toPlaces(upper.times(tenTo(places)).dividedBy(unitsOf(whole.value(figures), figures)), 0);
  },
  formula: (cells) => {
    const { asked, first, second } = halves(cells);
    const upper = cappedOnSheet(part, whole, cells);
    const lower = inUnits(whole, cells);
    const done = begun.formula(cells);
    return `IF(${asked},${done}*10^${second}+ROUND((${upper}*10^${first}-${done}*${lower})*10^${second}/${lower},0),${upper})`;
  },
  says: (figures) => `the upper number of the fraction ${part.says(figures)} over ${whole.says(figures)}`,
});

/** The ratio as a fraction of whole numbers: the lower one. */
export const lowerNumber = (whole: Amount): Amount => ({
  value: (figures) => {
    const places = placesOf(figures.settings);
    return places === null ? unitsOf(whole.value(figures), figures) : tenTo(places);
  },
  formula: (cells) => `IF(${halves(cells).asked},10^${cells.ratioPlaces},${inUnits(whole, cells)})`,
  says: (figures) => `the lower number of the fraction over ${whole.says(figures)}`,
});

/** The ratio as a decimal, for the eye: nothing is worked out from it. */
export const ratio = (part: Amount, whole: Amount, upper: Amount, lower: Amount): Amount => ({
  value: (figures) =>
    (placesOf(figures.settings) === null
      ? Decimal.min(one, part.value(figures).dividedBy(whole.value(figures)))
      : upper.value(figures).dividedBy(lower.value(figures))),
  formula: (cells) => `${upper.formula(cells)}/${lower.formula(cells)}`,
  says: (figures) => {
    const fraction = `${part.says(figures)} divided by ${whole.says(figures)}`;
    if (part.value(figures).greaterThan(whole.value(figures))) return `${fraction}, and never more than 1`;
    const places = placesOf(figures.settings);
    return places === null ? `${fraction}, not rounded (shown to 10 places)` : `${fraction}, rounded to ${places} places`;
  },
});

/** An amount times the ratio, rounded half up to the unit of the form. */
export const timesRatio = (of: Amount, shown: Amount, upper: Amount, lower: Amount): Amount => ({
  value: (figures) => {
    const units = unitsOf(of.value(figures), figures);
    const product = toPlaces(units.times(upper.value(figures)).dividedBy(lower.value(figures)), 0);
    return product.dividedBy(unitsPerDollar(figures.settings.unit));
  },
  formula: (cells) => {
    const { asked, first, second } = halves(cells);
    const amount = inUnits(of, cells);
    const number = upper.formula(cells);
    const inHalves = `INT((${amount}*INT(${number}/10^${first})+INT(${amount}*MOD(${number},10^${first})/10^${first})+10^${second}/2)/10^${second})`;
    return `IF(${asked},${inHalves},ROUND(${amount}*${number}/${lower.formula(cells)},0))/${cells.unitsPerDollar}`;
  },
  says: (figures) => `${of.says(figures)} times ${shown.says(figures)}`,
});
