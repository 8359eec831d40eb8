import { basisCarried, toForm1040, type AnyInputName } from '../forms/form8606';

/**
 * What the preparer of a return is told, and what shows on the finished return. The words stand here once; the figures are
 * those of the tab that shows them: cells of a Form 8606 tab (`handOff.ts`), or of the page for the preparer.
 */

/** Lines 7 and 8 together: what Forms 1099-R come to, and the least that Form 1040, line 4a holds. */
export const lines7And8 = '4a here';

export type ToldFigure = { readonly input: AnyInputName } | { readonly entry: string } | { readonly row: string };
export type ToldPiece = string | ToldFigure;

export interface ToldAbout {
  readonly year: number;
  /** Whose form it is, within a sentence. */
  readonly whose: string;
}

export interface Told {
  readonly id: string;
  readonly mark: string;
  /** What it is about, where the sentence stands in a list. */
  readonly topic: string;
  /** The sentence, in parts that each fit on a line of a page. */
  readonly parts: (about: ToldAbout) => readonly (readonly ToldPiece[])[];
}

const line = (entry: string): ToldFigure => ({ entry });
const input = (name: AnyInputName): ToldFigure => ({ input: name });
const row = (id: string): ToldFigure => ({ row: id });

export const contributionTold: Told = {
  id: 'Told: contributed', mark: '1', topic: 'Contributed',
  parts: ({ year }) => [
    [`Contributed to traditional IRAs for ${year}: `, input('contributionsInYear'), ` during ${year} and `, input('contributionsAfterYearEnd'), ' after it.'],
    ['Deducted: ', input('deducted'), '. Nondeductible (line 1): ', line('1'), '.'],
  ],
};

export const conversionTold: Told = {
  id: 'Told: converted', mark: '2', topic: 'Converted',
  parts: ({ year }) => [
    [`Converted to Roth IRAs in ${year}: `, input('conversions'), '.'],
    ['Taxable (line 18): ', line('18'), '; tax-free (line 17): ', line('17'), '.'],
  ],
};

export const inputsTold: Told = {
  id: 'Told: inputs', mark: '3', topic: 'For the software',
  parts: ({ year }) => [
    ['For the software: basis before (line 2) ', line('2'), ','],
    [`value on 31 December ${year} (line 6) `, line('6'), ', distributions (line 7) ', line('7'), ','],
    ['converted (line 8) ', line('8'), ', contributed late (line 4) ', line('4'), '.'],
  ],
};

export const formsTold: Told = {
  id: 'Told: 1099-R', mark: '4', topic: 'Forms 1099-R',
  parts: () => [
    ['A Form 1099-R is issued for each distribution and each conversion;'],
    ['box 2a and code 2 or 7 do not know the basis, this form does.'],
    ['Lines 7 and 8 together: ', row(lines7And8), '.'],
  ],
};

export const rothTold: Told = {
  id: 'Told: Roth', mark: '6', topic: 'Out of Roth IRAs',
  parts: ({ year }) => [
    [`Nonqualified distributions from Roth IRAs in ${year} (line 19): `, line('19'), ';'],
    ['basis in contributions (line 22): ', line('22'), ', in conversions (line 24): ', line('24'), ';'],
    ['taxable (line 25c): ', line('25c'), '.'],
  ],
};

export const seenForm: Told = {
  id: 'Seen: form', mark: 'a', topic: 'In the return',
  parts: ({ whose }) => [
    [`A Form 8606 of ${whose} is in the return: line 14 `, line('14'), ','],
    ['line 15c ', line('15c'), ', line 18 ', line('18'), '. Each spouse has a form of their own.'],
  ],
};

export const seenForm1040: Told = {
  id: 'Seen: 1040', mark: 'b', topic: 'Form 1040',
  parts: () => [
    ['Form 1040, line 4a holds at least ', row(lines7And8), ', and line 4b of it ', line(toForm1040.id), '.'],
    ['A line 4b that holds all of line 4a means that the basis was left out.'],
  ],
};

export const seenCarry: Told = {
  id: 'Seen: carry', mark: 'c', topic: 'Next year',
  parts: ({ year }) => [['The software carries ', line(basisCarried.id), ` of basis to ${year + 1}.`]],
};

/** What goes through an employer plan is reported elsewhere. */
export const afterTaxPlanMoney = 'After-tax money of an employer plan converted (mega backdoor): Form 1040, lines 5a and 5b, and no part of this form';

/** An amount as the words of a sentence show it, by the format of a sheet; a line that is left blank is said to be blank. */
export const toldFormat = '$#,##0.00';
export const toldBlank = 'blank';
