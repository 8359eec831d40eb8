import { basisCarried } from '../forms/form8606';
import { quotedText } from './layout';
import { workedOut, type Block } from './block';

/** What next year starts with, so that whoever opens the file in a year need not work it out again. */
export const nextYear: Block = {
  title: 'To next year',
  rows: [
    workedOut('Next line 2', ({ year }) => `Form 8606 for ${year + 1}, line 2`, (cells) => `=${cells.entry(basisCarried.id)}`, 'Line 14, or basis that no line 14 takes up'),
    workedOut('Late contributions', ({ year }) => `Of it, contributed after 31 December ${year} for ${year}: on no line 1 of ${year + 1}`, (cells) =>
      `=${cells.input('contributionsAfterYearEnd')}`, 'Forms 5498; not again next year'),
    workedOut('Never taxed', ({ year }) => `Left in the IRAs on 31 December ${year} beyond basis`, (cells) =>
      `=MAX(0,ROUND(${cells.input('accountValues')}+${cells.input('outstandingRollovers')}-${cells.entry(basisCarried.id)}+${cells.input('contributionsAfterYearEnd')},2))`,
      'Year-end value less basis then in the IRAs'),
    {
      id: 'Outstanding',
      label: ({ year }, cells) => `=IF(ISNUMBER(${cells.row('Never taxed')}),IF(${cells.row('Never taxed')}>0,`
        + `${quotedText(`Conversions in ${year + 1} are taxable in part unless the money never taxed has left the IRAs by 31 December ${year + 1} (to an employer plan that takes it), or is converted too.`)},`
        + `${quotedText(`Nothing never taxed was left on 31 December ${year}: a conversion of basis in ${year + 1} is tax-free as long as that stays so.`)}),`
        + `${quotedText('A source cell can no longer be read: see Support.')})`,
    },
  ],
};
