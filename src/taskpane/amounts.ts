import type { RatioPlaces, Unit } from '../engine/term';

const inDollars = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const inCents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** An amount of the form in its unit, as it stands on a line: 6,653 or 6,653.13. */
export const onLine = (amount: number, unit: Unit): string => (unit === 'cents' ? inCents : inDollars).format(amount);

/** The same in a sentence: $6,653. */
export const inSentence = (amount: number, unit: Unit): string => `${amount < 0 ? '-' : ''}$${onLine(Math.abs(amount), unit)}`;

/** A source amount with its cents, whatever the unit of the form. */
export const ofCell = (amount: number): string => inCents.format(amount);

/** Line 10: ten places where it is exact, so that a reviewer can refoot it. */
export const ratio = (value: number, places: RatioPlaces): string => value.toFixed(places === 'exact' ? 10 : places);

/** How many of something: 50,000. */
export const inThousands = (count: number): string => count.toLocaleString('en-US');
