import { basisCarried, toForm1040 } from '../forms/form8606';
import { personWords, type TabContent } from './content';
import { quotedText } from './layout';
import { refsOf } from './schedules';
import { asked, type Block, type BlockCells, type BlockRow } from './block';

/** An amount as words of a sentence; a line that the form leaves blank is said to be blank. */
const amount = (cell: string): string => `IF(ISTEXT(${cell}),"blank",TEXT(${cell},"$#,##0.00"))`;

type Piece = string | { readonly cell: string };

/** A sentence that follows the figures; a source that can no longer be read is said in words. */
const live = (...pieces: readonly Piece[]): string => {
  const joined = pieces.map((piece) => (typeof piece === 'string' ? quotedText(piece) : amount(piece.cell))).join('&');
  return `=IFERROR(${joined},${quotedText('A source cell can no longer be read: see Support.')})`;
};

const sentence = (id: string, mark: string, pieces: (tab: TabContent, cells: BlockCells) => readonly Piece[]): BlockRow =>
  ({ id, mark, label: (tab, cells) => live(...pieces(tab, cells)) });

/** Where the dates and the sheets are: the figures follow the sheets, so no date is written down here. */
const datesIn = (tab: TabContent): string => {
  const places = ([['contributions', ['contributionsInYear', 'contributionsAfterYearEnd']], ['conversions', ['conversions']], ['distributions', ['distributions']],
    ['Roth distributions', ['roth nonqualified']]] as const).flatMap(([what, inputs]) => {
    const refs = inputs.map((input) => refsOf(tab, input)).filter((found) => found !== '').join(', ');
    return refs === '' ? [] : [`${what} ${refs}`];
  });
  return places.length === 0 ? 'No dated contribution, conversion or distribution was read.' : `Dates and cells, under Support: ${places.join('; ')}.`;
};

/** What the preparer of the return is told, with the figures as they stand. */
export const handOff: Block = {
  title: 'For the preparer of the return',
  rows: [
    sentence('Told: contributed', '1', ({ year }, cells) => [
      `Contributed to traditional IRAs for ${year}: `, { cell: cells.input('contributionsInYear') }, ` during ${year} and `,
      { cell: cells.input('contributionsAfterYearEnd') }, ' after it. Deducted: ', { cell: cells.input('deducted') }, '. Nondeductible (line 1): ', { cell: cells.entry('1') }, '.',
    ]),
    sentence('Told: converted', '2', ({ year }, cells) => [
      `Converted to Roth IRAs in ${year}: `, { cell: cells.input('conversions') }, '. Taxable (line 18): ', { cell: cells.entry('18') },
      '; tax-free (line 17): ', { cell: cells.entry('17') }, '.',
    ]),
    sentence('Told: inputs', '3', ({ year }, cells) => [
      'For the software: basis before (line 2) ', { cell: cells.entry('2') }, `, value on 31 December ${year} (line 6) `, { cell: cells.entry('6') },
      ', distributions (line 7) ', { cell: cells.entry('7') }, ', converted (line 8) ', { cell: cells.entry('8') }, ', contributed late (line 4) ', { cell: cells.entry('4') }, '.',
    ]),
    sentence('Told: 1099-R', '4', (_, cells) => [
      'A Form 1099-R is issued for each distribution and each conversion; box 2a and code 2 or 7 do not know the basis, this form does. Lines 7 and 8 together: ',
      { cell: cells.row('4a here') }, '.',
    ]),
    { id: 'Told: dates', mark: '5', label: (tab) => datesIn(tab) },
    sentence('Told: Roth', '6', ({ year }, cells) => [
      `Nonqualified distributions from Roth IRAs in ${year} (line 19): `, { cell: cells.entry('19') }, '; basis in contributions (line 22): ', { cell: cells.entry('22') },
      ', in conversions (line 24): ', { cell: cells.entry('24') }, '; taxable (line 25c): ', { cell: cells.entry('25c') }, '.',
    ]),
    asked('After-tax plan money', () => 'After-tax money of an employer plan converted (mega backdoor): Form 1040, lines 5a and 5b, and no part of this form', 'Preparer'),
  ],
};

/** What shows on the finished return that this form was taken over as it is. */
export const finishedReturn: Block = {
  title: 'What to look for in the finished return',
  rows: [
    sentence('Seen: form', 'a', ({ person }, cells) => [
      `A Form 8606 of the ${personWords[person].toLowerCase()} is in the return: line 14 `, { cell: cells.entry('14') }, ', line 15c ', { cell: cells.entry('15c') },
      ', line 18 ', { cell: cells.entry('18') }, '. Each spouse has a form of their own.',
    ]),
    sentence('Seen: 1040', 'b', (_, cells) => [
      'Form 1040, line 4a holds at least ', { cell: cells.row('4a here') }, ', and line 4b of it ', { cell: cells.entry(toForm1040.id) },
      '. A line 4b that holds all of line 4a means that the basis was left out.',
    ]),
    sentence('Seen: carry', 'c', ({ year }, cells) => [`The software carries `, { cell: cells.entry(basisCarried.id) }, ` of basis to ${year + 1}.`]),
    {
      id: 'Seen: statement', mark: 'd',
      label: (_, cells) => `=IF(N(${cells.input('recharacterizedToRoth')})+N(${cells.input('recharacterizedFromRoth')})+N(${cells.input('returned')})>0,`
        + `${quotedText('A statement about the recharacterized or returned contributions is attached.')},${quotedText('No statement is needed: nothing was recharacterized or returned.')})`,
    },
  ],
};
