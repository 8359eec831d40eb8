import { Decimal } from '../engine/decimal';

/** A text in which an amount was read: its title, and where it stands. */
export interface Source {
  readonly title: string;
  readonly at: string;
}

/** How well an amount is known: read in several texts, or in one only. */
export interface Evidence {
  readonly known: 'several' | 'one';
  readonly sources: readonly Source[];
}

/** An amount of US dollars in force for one tax year, with the law that sets it and the announcement that gave it. */
export interface Figure extends Evidence {
  readonly covered: true;
  readonly amount: Decimal;
  readonly statute: string;
  readonly announced: string;
}

/** An amount that this table does not give for a year, and why: whoever asks for it is refused, never given a guess. */
export interface NotCovered {
  readonly covered: false;
  readonly why: string;
}

/** Said of an amount that the statute itself states for the year, so that no announcement was needed. */
export const inTheStatute = 'stated in the statute';

/** Said of an adjusted amount whose announcement has not been seen here; the sources of the figure repeat it. */
export const notSeen = 'announcement not seen';

export const dollars = (amount: string, statute: string, announced: string, evidence: Evidence): Figure =>
  ({ covered: true, amount: new Decimal(amount), statute, announced, ...evidence });

export const notCovered = (why: string): NotCovered => ({ covered: false, why });

export const several = (first: Source, second: Source, ...others: readonly Source[]): Evidence =>
  ({ known: 'several', sources: [first, second, ...others] });

export const one = (source: Source): Evidence => ({ known: 'one', sources: [source] });
