import { figureOf } from '../law';
import { homebuyerLimit } from '../forms/form8606/partIII';
import { catchUpAge } from '../law/constants';
import type { AmountName } from '../law/amounts';
import { asked, workedOut, type Block, type BlockRow } from './block';
import { deductionRangeRows } from './worksheet11';

/** A limit stands in a cell with its source, never in a formula. */
const limit = (id: string, name: AmountName, label: (year: number) => string): BlockRow => ({
  id,
  label: ({ year }) => label(year),
  amount: ({ year }) => figureOf(name, year).amount.toNumber(),
  source: ({ year }) => `${figureOf(name, year).statute}; ${figureOf(name, year).announced}`,
});

const WHOLE = '0';

export const HOMEBUYER_LIMIT_ROW = 'Homebuyer limit';

export const limits: Block = {
  title: 'Limits and tolerances   What line 20, Worksheet 1-1 and checks C7 and C11 go by',
  rows: [
    limit('Limit', 'iraLimit', (year) => `Limit on contributions to all IRAs for ${year}`),
    limit('Catch-up', 'iraCatchUp50', () => 'Additional amount from the age in the next row'),
    {
      id: 'Catch-up age', label: () => 'Age from which the additional amount is allowed', amount: () => catchUpAge.value, source: () => catchUpAge.source,
      numberFormat: WHOLE,
    },
    asked('Age', ({ year }) => `Age on 31 December ${year}`, 'Preparer; blank: no additional amount', WHOLE),
    asked('Compensation', () => 'Compensation for IRA purposes, with the spouse\'s share of it on a joint return', 'Preparer; blank: not compared'),
    asked('Roth contributions', ({ year }) => `Contributed directly to Roth IRAs for ${year}`, 'Preparer'),
    workedOut('Contributed in all', ({ year }) => `Contributed to all IRAs for ${year}, less what was returned`, (cells) =>
      `=ROUND(${cells.input('contributionsInYear')}+${cells.input('contributionsAfterYearEnd')}-${cells.input('returned')}+N(${cells.row('Roth contributions')}),2)`),
    workedOut('The most', () => 'The most that may be contributed', (cells) => {
      const dollarLimit = `${cells.row('Limit')}+IF(N(${cells.row('Age')})>=${cells.row('Catch-up age')},${cells.row('Catch-up')},0)`;
      return `=IF(ISNUMBER(${cells.row('Compensation')}),MIN(${dollarLimit},${cells.row('Compensation')}),${dollarLimit})`;
    }, '26 U.S.C. § 219(b)(1)'),
    {
      id: HOMEBUYER_LIMIT_ROW, label: () => 'First-time homebuyers: limit of a lifetime', amount: () => homebuyerLimit.limit.value.toNumber(),
      source: () => homebuyerLimit.limit.source,
    },
    ...deductionRangeRows,
    {
      id: 'Fewest places', label: () => 'Fewest places of line 10 that the form allows', amount: () => 3, source: () => 'Form 8606, line 10', numberFormat: WHOLE,
    },
    workedOut('Line 18 otherwise', () => 'Line 18 with line 10 in the other way (fewest places, or unrounded), not held at line 5', (cells) => {
      const [line5, line8, line9, line16, line17, line18] = ['5', '8', '9', '16', '17', '18'].map((id) => cells.entry(id)) as [string, string, string, string, string, string];
      const other = `IF(EXACT(${cells.ratioPlaces},"exact"),MIN(1,ROUND(${line5}/${line9},${cells.row('Fewest places')})),MIN(1,${line5}/${line9}))`;
      return `=IF(ISNUMBER(${line18}),ROUND(${line16}-IF(ISNUMBER(${line9}),ROUND(${line8}*${other},${cells.decimals}),${line17}),${cells.decimals}),IF(LEN(${line18})=0,"",${line18}))`;
    }, 'For comparison only'),
    { id: 'Tolerance', label: () => 'Difference in line 18 that rounding explains: this much, or', amount: () => 1, source: () => 'Rounding to whole dollars' },
    {
      id: 'Tolerance share', label: () => 'this share of line 8, if that is more', amount: () => 0.0005, source: () => 'Half of the third place', numberFormat: '0.0000',
    },
  ],
};
