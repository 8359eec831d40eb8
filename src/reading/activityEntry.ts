import type { CellAddress } from '../cells/address';
import { roles, type AnswerDetails } from '../plan/plan';
import type { CellAmount } from './amountCell';
import { nameOf, type GridCell } from './grid';
import { excludeChoice, type DateFound, type RowText, type YearFound } from './judgement';
import type { Transaction } from './transactionWords';

/** One movement of money in the activity of an account. */
export interface Entry {
  readonly row: number;
  readonly cell: GridCell;
  readonly read: CellAmount & { readonly kind: 'amount' };
  readonly said: AnswerDetails;
  readonly words: string;
  /** Null where the preparer has said what it was. */
  readonly transaction: Transaction | null;
  readonly date: DateFound;
  /** The tax year that a contribution is for, as the row states it: not that of its date. */
  readonly forYear: YearFound;
  /** The year in which money moved, as far as a column or, without a date, the title states it. */
  readonly inYear: YearFound;
  readonly flows: 'in' | 'out';
  readonly account: { readonly kind: 'IRA' | 'Roth' | 'other' | 'unknown'; readonly why: string };
  readonly nondeductible: boolean;
  readonly label: CellAddress | null;
  readonly texts: readonly RowText[];
}

/** Rows that say the same but for their numbers. */
export const alike = ({ words, flows }: Pick<Entry, 'words' | 'flows'>): string => `${flows} ${words.toLowerCase().replace(/[\d./$,#-]+/gu, ' ').replace(/\s+/gu, ' ').trim()}`;

/** What an unknown transaction may have been. */
export const transactionChoices = [
  { answer: { role: 'contributions' }, says: 'Contributed' },
  { answer: { role: 'conversions' }, says: 'Converted to Roth' },
  { answer: { role: 'distributions' }, says: 'Distributed' },
  { answer: { kind: 'growth' }, says: 'Interest, a gain or a fee: it stayed inside' },
  { answer: { kind: 'rollover' }, says: 'Rolled over' },
  { answer: { kind: 'transfer' }, says: 'Moved between IRAs' },
  { answer: { kind: 'charitable' }, says: 'Given to charity (QCD)' },
  { answer: { role: 'returned' }, says: 'A contribution that came back' },
  excludeChoice,
] as const;

export const whereItCounts = (role: keyof typeof roles): string => `As answered, it counts in another selection: ${roles[role]}.`;

export const shownAs = (cell: GridCell): string => `${nameOf(cell)} shows ${cell.shown}`;
