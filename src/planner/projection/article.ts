import { Decimal } from '../../engine/decimal';
import { rate, timesRate } from '../../engine/rates';
import { add, input, nothing, total, type Amount } from '../../engine/words';
import { elsewhere, single, type Block, type Field, type LimitField, type LinkedField } from '../planner';

/** A published table of what Roth contributions come to, checked year by year with the inputs that its article names. */

const SOURCE = 'As the article says';
const given = (id: string, label: string, is: string, measure?: LimitField['measure']): LimitField =>
  ({ field: 'limit', id, label, source: SOURCE, is: () => new Decimal(is), ...(measure ? { measure } : {}) });

const inputs: Block = single('article inputs', 'Inputs of the published table', [
  given('Article backdoor', 'Backdoor Roth, a year', '7000'),
  given('Article mega', 'Mega backdoor Roth, a year', '30000'),
  given('Article return', 'Return a year', '0.07', 'rate'),
]);

const published = [{ after: 5, printed: 130_000 }, { after: 10, printed: 320_000 }, { after: 15, printed: 610_000 }, { after: 20, printed: 1_010_000 }];

const mega = input('Article mega', 'the mega backdoor Roth a year');
const both = total([input('Article backdoor', 'the backdoor Roth a year'), mega]);
const grown = (amount: Amount): Amount => add(amount, timesRate(amount, rate('Article return', 'the return a year')));

interface Stream {
  readonly id: string;
  readonly year: (before: Amount) => Amount;
}

const streams: readonly Stream[] = [
  { id: 'Both, end of year', year: (before) => add(grown(before), both) },
  { id: 'Both, beginning', year: (before) => grown(add(before, both)) },
  { id: 'Mega alone, end', year: (before) => add(grown(before), mega) },
];

const caseOf = (number: number): string => `article year ${number}`;
const numberOf = (caseId: string): number => Number(caseId.replace(/\D+/, ''));

const years: Block = {
  id: 'article years',
  title: 'The published table, year by year',
  down: true,
  casesAre: 'Year',
  cases: Array.from({ length: published.at(-1)!.after }, (_, index) => ({ id: caseOf(index + 1), heading: `Year ${index + 1}` })),
  fields: streams.map(({ id, year }): LinkedField => ({
    field: 'linked', id, label: id, is: (caseId) => year(numberOf(caseId) === 1 ? nothing : elsewhere(caseOf(numberOf(caseId) - 1), id, 'the year before')),
  })),
};

const checked: Block = {
  id: 'article',
  title: 'A published table, checked: $7,000 and $30,000 a year at 7%',
  down: true,
  casesAre: 'After',
  cases: published.map(({ after }) => ({ id: `article after ${after}`, heading: `${after} years` })),
  fields: [
    { field: 'limit', id: 'Printed', label: 'Printed', source: '', is: (caseId) => new Decimal(published.find(({ after }) => after === numberOf(caseId))!.printed) },
    ...streams.map(({ id }): Field => ({ field: 'linked', id: `${id}, right`, label: `Right: ${id}`, is: (caseId) => elsewhere(caseOf(numberOf(caseId)), id, id) })),
  ],
};

export const articleBlocks: readonly Block[] = [inputs, years, checked];
