import { personWords, type TabContent } from './content';
import { quotedText } from './layout';
import { refsOf } from './schedules';
import { asked, type Block, type BlockCells, type BlockRow } from './block';
import {
  afterTaxPlanMoney, contributionTold, conversionTold, formsTold, inputsTold, rothTold, seenCarry, seenForm, seenForm1040, toldBlank, toldFormat, type Told, type ToldFigure, type ToldPiece,
} from './told';

/** An amount as words of a sentence. */
const amount = (cell: string): string => `IF(ISTEXT(${cell}),${quotedText(toldBlank)},TEXT(${cell},${quotedText(toldFormat)}))`;

const cellOf = (figure: ToldFigure, cells: BlockCells): string =>
  ('input' in figure ? cells.input(figure.input) : 'entry' in figure ? cells.entry(figure.entry) : cells.row(figure.row));

/** A sentence that follows the figures; a source that can no longer be read is said in words. */
const live = (pieces: readonly ToldPiece[], cells: BlockCells): string => {
  const joined = pieces.map((piece) => (typeof piece === 'string' ? quotedText(piece) : amount(cellOf(piece, cells)))).join('&');
  return `=IFERROR(${joined},${quotedText('A source cell can no longer be read: see Support.')})`;
};

const sentence = ({ id, mark, parts }: Told): BlockRow => ({
  id, mark,
  label: ({ year, person }, cells) => live(parts({ year, whose: `the ${personWords[person].toLowerCase()}` }).flatMap((part, index) => (index === 0 ? part : [' ', ...part])), cells),
});

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
    ...[contributionTold, conversionTold, inputsTold, formsTold].map(sentence),
    { id: 'Told: dates', mark: '5', label: (tab) => datesIn(tab) },
    sentence(rothTold),
    asked('After-tax plan money', () => afterTaxPlanMoney, 'Preparer'),
  ],
};

/** What shows on the finished return that this form was taken over as it is. */
export const finishedReturn: Block = {
  title: 'What to look for in the finished return',
  rows: [
    ...[seenForm, seenForm1040, seenCarry].map(sentence),
    {
      id: 'Seen: statement', mark: 'd',
      label: (_, cells) => `=IF(N(${cells.input('recharacterizedToRoth')})+N(${cells.input('recharacterizedFromRoth')})+N(${cells.input('returned')})>0,`
        + `${quotedText('A statement about the recharacterized or returned contributions is attached.')},${quotedText('No statement is needed: nothing was recharacterized or returned.')})`,
    },
  ],
};
