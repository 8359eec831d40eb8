import { toForm1040 } from '../forms/form8606';
import { taxableRoth } from '../forms/form8606/partIII';
import { asked, readOrAsked, workedOut, type Block, type BlockCells } from './block';
import { lines7And8 } from './told';

const shownDifference = (cells: BlockCells, entered: string, worked: string): string =>
  `=IF(ISBLANK(${cells.row(entered)}),"",ROUND(${cells.row(entered)}-${worked},2))`;

/** From the form to the return, and from the Forms 1099-R and 5498 to the form: what this workpaper knows, and what the preparer adds. */
export const tieOut: Block = {
  title: 'Tie-out   To Form 1040, and from Forms 1099-R and 5498',
  rows: [
    workedOut(lines7And8, () => 'Distributions and conversions of this form (lines 7 and 8)', (cells) =>
      `=ROUND(${cells.input('distributions')},${cells.decimals})+ROUND(${cells.input('conversions')},${cells.decimals})`, 'Form 8606, lines 7 and 8'),
    workedOut('4a Roth', () => 'Nonqualified distributions from Roth IRAs (line 19)', (cells) =>
      `=ROUND(${cells.input('roth nonqualified')},${cells.decimals})`, 'Form 8606, line 19'),
    asked('4a other', () => 'Other IRA distributions: rollovers, charitable, recharacterized, returned, qualified Roth, inherited', 'Preparer'),
    asked('4a spouse', () => 'Line 4a amounts of the other spouse, on a joint return', 'Preparer; the spouse\'s tab'),
    workedOut('4a', () => 'Form 1040, line 4a', (cells) => `=${cells.row(lines7And8)}+${cells.row('4a Roth')}+N(${cells.row('4a other')})+N(${cells.row('4a spouse')})`,
      'May stay blank on the return if all is taxable'),
    asked('4a filed', () => 'Line 4a of the finished return', 'Preparer'),
    workedOut('4a difference', () => 'Difference', (cells) => shownDifference(cells, '4a filed', cells.row('4a'))),
    workedOut('4b here', () => 'Taxable from this form (lines 15c and 18)', (cells) => `=${cells.entry(toForm1040.id)}`, 'Form 8606, lines 15c and 18'),
    workedOut('4b Roth', () => 'Taxable distributions from Roth IRAs (line 25c)', (cells) => `=${cells.entry(taxableRoth.id)}`, 'Form 8606, line 25c'),
    asked('4b other', () => 'Other taxable IRA amounts: earnings on returned contributions, inherited IRAs', 'Preparer'),
    asked('4b spouse', () => 'Line 4b amounts of the other spouse, on a joint return', 'Preparer; the spouse\'s tab'),
    workedOut('4b', () => 'Form 1040, line 4b', (cells) => `=${cells.row('4b here')}+${cells.row('4b Roth')}+N(${cells.row('4b other')})+N(${cells.row('4b spouse')})`),
    asked('4b filed', () => 'Line 4b of the finished return', 'Preparer'),
    workedOut('4b difference', () => 'Difference', (cells) => shownDifference(cells, '4b filed', cells.row('4b'))),
    readOrAsked('1099-R', ({ year }) => `Forms 1099-R for ${year}: box 1 of all traditional, SEP and SIMPLE IRAs`, 'Preparer', '1099-R', (cells) => cells.boxes('1099-R', '1099-R off')),
    readOrAsked('1099-R excluded', () => 'Of it, not on lines 7 and 8: rollovers, charitable, recharacterized, returned', 'Preparer', '1099-R',
      (cells) => cells.boxes('1099-R off', '1099-R part off')),
    workedOut('1099-R difference', () => 'Difference from lines 7 and 8', (cells) =>
      shownDifference(cells, '1099-R', `(${cells.input('distributions')}+${cells.input('conversions')}+N(${cells.row('1099-R excluded')}))`)),
    readOrAsked('5498 box 1', ({ year }) => `Forms 5498 for ${year}: box 1, contributions to traditional IRAs`, 'Preparer; sent out in May', '5498 box 1',
      (cells) => cells.boxes('5498 box 1')),
    readOrAsked('5498 box 3', ({ year }) => `Forms 5498 for ${year}: box 3, conversions received by Roth IRAs`, 'Preparer; sent out in May', '5498 box 3',
      (cells) => cells.boxes('5498 box 3')),
    workedOut('5498 difference', () => 'Difference from contributions and from line 8, together', (cells) =>
      `=IF(COUNT(${cells.row('5498 box 1')},${cells.row('5498 box 3')})=0,"",ROUND(`
      + `IF(ISBLANK(${cells.row('5498 box 1')}),0,ABS(${cells.row('5498 box 1')}+${cells.boxes('recharacterized in')}-${cells.input('contributionsInYear')}-${cells.input('contributionsAfterYearEnd')}))`
      + `+IF(ISBLANK(${cells.row('5498 box 3')}),0,ABS(${cells.row('5498 box 3')}-${cells.input('conversions')})),2))`),
    asked('Filed line 14', ({ year }) => `Line 14 of the last Form 8606 filed before ${year}; 0 if none was ever filed`, 'Preparer; the filed form'),
    {
      id: 'SEP and SIMPLE', label: () => 'SEP and SIMPLE IRAs: there are none, or all are in the value on line 6. Yes or No', source: () => 'Preparer; asked of the client',
      preparers: ['amount'], numberFormat: '@',
    },
  ],
};
