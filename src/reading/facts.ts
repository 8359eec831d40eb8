import type { Decimal } from '../engine/decimal';
import type { AnyInputName } from '../forms/form8606';
import type { CellAddress } from '../cells/address';
import type { Scale } from '../cells/amount';
import type { Person, Role, SourceDetails } from '../plan/plan';

/**
 * What the reader made of the selected ranges. Every cell of every range stands in exactly one of four lists: used (by a
 * year, or as what a year states of its carry), excluded, ignored, or asked about.
 */
export interface Reading {
  readonly person: Person;
  /** Years in order, each with the cells that it uses; years before the first one asked for only feed its line 2. */
  readonly years: readonly YearFacts[];
  readonly asked: readonly Asked[];
  readonly excluded: readonly SetAside[];
  readonly ignored: readonly SetAside[];
  readonly warnings: readonly Warning[];
  /** Reasons for which no form can be filled in at all; empty when one can. */
  readonly stops: readonly Warning[];
  readonly boxes: readonly BoxCell[];
  readonly boxesRead: readonly BoxRead[];
  readonly forms1099r: readonly Form1099rRead[];
  readonly sources: readonly SourceShape[];
}

/** Text, or a number or a truth value as Excel writes it out; or what cannot be written. */
export type Held = { readonly writtenOut: string } | 'nothing' | 'an error';

export interface YearFacts {
  readonly year: number;
  readonly used: readonly UsedCell[];
  /** Basis that the source itself states for the end of this year (a filed line 14), to compare with. */
  readonly statedCarry?: UsedCell;
}

/** One source cell that is counted. Its amount is positive in the sense of its input. */
export interface UsedCell {
  readonly cell: CellAddress;
  readonly input: AnyInputName;
  readonly amount: Decimal;
  /** -1 where the source shows the amount as an outflow. */
  readonly sign: 1 | -1;
  /** What stood in the cell, when it was text that had to be read as an amount. */
  readonly text: string | null;
  /** True where the cell was empty and stands for zero. */
  readonly blank: boolean;
  /** The cell that says what this amount is (account, description), if the sheet has one. */
  readonly label: CellAddress | null;
  /** How it was read, in words for a reviewer. */
  readonly note: string;
  /** Present where the amount is the preparer's answer and not what the cell holds: no formula can fetch it from the cell. */
  readonly answered?: true;
  /** Present beside `answered`, where `text` does not say what the cell holds: the answer holds good only as long as it does. */
  readonly holds?: Held;
  /** Present where the sheet is in thousands: the number in the cell times this is dollars. */
  readonly scale?: Scale;
  /** Other cells that are part of this one and counted, or left out, there; their amounts are taken off this one ("of which late"). */
  readonly less?: readonly CellAddress[];
  /** Present beside `less`: the amount of the cell with those parts. */
  readonly whole?: Decimal;
}

/**
 * An amount of a Form 1099-R or 5498, whether or not it counts on a line, for the comparison of those forms with the lines.
 * `1099-R`: box 1 of an IRA. `1099-R off`: the same where it is on no line (rolled over, charitable, recharacterized, returned).
 * `1099-R part off`: such a part of a box 1. `part`: an amount that is only taken off another. `recharacterized in`: a
 * contribution that Form 5498 shows as made to the Roth IRA.
 */
export interface BoxCell {
  readonly cell: CellAddress;
  readonly year: number;
  readonly ties: Ties;
  /** Without its sign. */
  readonly amount: Decimal;
  readonly sign: 1 | -1;
  /** What stood in the cell, when it was text that had to be read as an amount. */
  readonly text: string | null;
  /** Present where the amount is the preparer's answer. */
  readonly answered?: true;
  /** Present where the sheet is in thousands. */
  readonly scale?: Scale;
}

export type Ties = '1099-R' | '1099-R off' | '1099-R part off' | '5498 box 1' | '5498 box 3' | '5498 box 5' | 'recharacterized in' | 'part';

/** A box that was read for a year, though all of its cells may be blank: its total is known. */
export interface BoxRead {
  readonly year: number;
  readonly box: '1099-R' | '5498 box 1' | '5498 box 3' | '5498 box 5';
}

/** A Form 1099-R of a list, as it stands there, whether or not it counts on a line. */
export interface Form1099rRead {
  readonly year: number;
  /** Box 1. */
  readonly cell: CellAddress;
  readonly amount: Decimal;
  /** Whether a formula can fetch the amount from the cell. */
  readonly linked: boolean;
  readonly payer: string;
  readonly code: string;
  /** What the list itself says that the money was. */
  readonly was: string;
}

export interface SetAside {
  readonly cell: CellAddress;
  /** The amount that stood there, as text, if any: an excluded balance is shown with its reason. */
  readonly shown: string;
  readonly label: CellAddress | null;
  readonly reason: string;
}

export interface Asked {
  readonly cell: CellAddress;
  /** A question about the cell keeps it from being counted. One about a year stands at a cell that is counted. */
  readonly about: 'cell' | 'year';
  readonly code: string;
  readonly text: string;
  /** Answers as the plan takes them, each with a word for the button. */
  readonly choices: readonly { readonly answer: unknown; readonly says: string }[];
}

export interface Warning {
  readonly cell: CellAddress | null;
  readonly code: string;
  readonly text: string;
}

/** A selected range at the time of reading; the tab compares it with what the range has become. */
export interface SourceShape {
  readonly role: Role;
  readonly range: string;
  /** What the plan says of the range besides: whose it is. */
  readonly details: SourceDetails;
  readonly rows: number;
  readonly columns: number;
  readonly filled: number;
}
