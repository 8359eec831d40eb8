import { quotedText } from './layout';
import { workedOut, type Block, type BlockCells } from './block';

/** As many rows as the picture takes. */
export const pictureRows = Array.from({ length: 15 }, (_, index) => `Picture ${index + 1}`);

const share = (part: string, whole: string): string => `=IF(${whole}>0,MIN(1,MAX(0,${part}/${whole})),0)`;
const rest = (part: string, whole: string): string => `=IF(${whole}>0,1-${part},0)`;

const SHARE = '0.0%';

/**
 * How much of the money was taxed before: of what was converted, and of what was left. Shares and not amounts, since a
 * conversion of 7,000 beside a pool of 700,000 could not be seen. Where there is no money, there is no share.
 */
export const pool: Block = {
  title: 'The pool in a picture   Money after tax, and money before tax',
  rows: [
    workedOut('Pool converted', ({ year }) => `Converted to Roth IRAs in ${year}`, (cells) => `=N(${cells.entry('16')})`, 'Line 16'),
    workedOut('Pool left', ({ year }) => `In the IRAs on 31 December ${year}`, (cells) =>
      `=ROUND(${cells.input('accountValues')}+${cells.input('outstandingRollovers')},2)`, 'Value, with outstanding rollovers'),
    { ...workedOut('Converted after tax', () => 'Share of the conversion that is tax-free', (cells) => share(`N(${cells.entry('17')})`, cells.row('Pool converted')), 'Line 17'), numberFormat: SHARE },
    { ...workedOut('Left after tax', () => 'Share of what was left that is basis', (cells) => rest(cells.row('Left before tax'), cells.row('Pool left')), 'After tax'), numberFormat: SHARE },
    { ...workedOut('Converted before tax', () => 'Share of the conversion that is taxable', (cells) => rest(cells.row('Converted after tax'), cells.row('Pool converted')), 'Line 18'), numberFormat: SHARE },
    { ...workedOut('Left before tax', () => 'Share of what was left that was never taxed', (cells) => share(cells.row('Never taxed'), cells.row('Pool left')), 'Before tax; see To next year'), numberFormat: SHARE },
    { id: 'Pool in words', label: ({ year }, cells) => inWords(year, cells) },
    ...pictureRows.map((id) => ({ id })),
  ],
};

/** What the picture shows, for who cannot see it. */
const inWords = (year: number, cells: BlockCells): string => {
  const money = (id: string): string => `TEXT(${cells.row(id)},"$#,##0")`;
  const percent = (id: string): string => `TEXT(${cells.row(id)},"0.0%")`;
  const orNothing = (id: string, said: string): string => `IF(${cells.row(id)}>0,${said},"nothing")`;
  return `=IFERROR(${quotedText(`Converted in ${year}: `)}&${
    orNothing('Pool converted', `${money('Pool converted')}&", "&${percent('Converted after tax')}&" tax-free, "&${percent('Converted before tax')}&" taxable"`)}&${
    quotedText(`. In the IRAs on 31 December ${year}: `)}&${
    orNothing('Pool left', `${money('Pool left')}&", "&${percent('Left after tax')}&" after tax, "&${percent('Left before tax')}&" never taxed"`)}&".",${
    quotedText('A source cell can no longer be read: see Support.')})`;
};
