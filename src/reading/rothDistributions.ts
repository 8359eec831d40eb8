import type { Scale } from '../cells/amount';
import { tidy } from '../cells/tidy';
import type { RothInputName } from '../forms/form8606';
import { detailsOf, leavesOut, saysItCounts } from '../plan/answers';
import type { Role } from '../plan/plan';
import { amountIn } from './amountCell';
import type { SourceContext } from './context';
import { yearOfFlow } from './flows';
import { isDateNumber, nameOf, textOf, type Grid, type GridCell } from './grid';
import type { Column, Header } from './header';
import { excludeChoice, includeChoice, labelOf, wordsOfRow, type Judgement, type ListRole, type RowFacts } from './judgement';
import { readList } from './list';
import { dataRows, type ListLayout } from './listLayout';
import { belongsTo, ownersOfRows } from './owners';
import { countedFrom, isNegative, settlePending, type Pending } from './pending';
import { factsOfRows } from './rowFacts';
import { settleHeader, waitForColumns } from './settle';
import { unitsOf } from './units';
import { headerWords, mayHoldMoney } from './vocabulary';

/**
 * Part III starts from several amounts: what was distributed, the homebuyer part of it, and the basis that it comes out of.
 * A sheet names them in the header, a column each, or in labels, a row each. Which distributions are qualified, and so not
 * here at all, is for whoever chose the range; words that speak of something else are asked about.
 */
export const rothDistributions = (context: SourceContext, roleOf: (role: Role) => ListRole | null): void => {
  const header = headerOfKinds(context);
  if (header === null) readList(context, byLabel, roleOf);
  else readColumns(context, header);
};

/** What words say an amount of Part III is, the most telling first. */
const kinds: readonly (readonly [RothInputName, RegExp])[] = [
  ['roth repayments', /\brepa(?:y|id)\w*|\bredeposit\w*/iu],
  ['roth disasterDistributions', /\bdisasters?\b|\bline 25b\b/iu],
  ['roth earlierHomebuyer', /\b(?:earlier|prior|previous|past)\b.*\bhome|\bhome.*\b(?:earlier|prior|previous|past)\b/iu],
  ['roth homebuyer', /\bhome ?-?buy\w*|\bfirst-?\s?home\b|\bfirst-?\s?time home\b|\bhome purchase\b|\bline 20\b/iu],
  ['roth conversionBasis', /\bbasis\b.*\b(?:conver\w*|roll\w*)|\b(?:conver\w*|roll\w*)\b.*\bbasis\b|\bline 24\b/iu],
  ['roth contributionBasis', /\bbasis\b.*\bcontrib\w*|\bcontrib\w*\b.*\bbasis\b|\bline 22\b/iu],
  ['roth nonqualified', /\bdistrib\w*|\bwithdr\w*|\bnon-?\s?qualified\b|\btaken\b|\bgross\b|\bbox 1\b|\bline 19\b/iu],
  ['roth conversionBasis', /\bconver\w*/iu],
  ['roth contributionBasis', /\bcontrib\w*/iu],
  ['roth nonqualified', /\bamounts?\b/iu],
];

const kindOf = (words: string): RothInputName | null => kinds.find(([, says]) => says.test(tidy(words)))?.[0] ?? null;

/** A header that the vocabulary knows as one of distributions is one here too. */
const kindOfHeader = (text: string): RothInputName | null =>
  kindOf(text) ?? (['distribution_other', 'f1099r_box1'].includes(headerWords(text).concept ?? '') ? 'roth nonqualified' : null);

/** Words of a row that is not, or may not be, a distribution on line 19. */
const against = /(?<!non-?\s?)\bqualified\b|\bcode q\b|\bdeath\b|\bdisab\w*|\brollover\b|\brolled\b|\btransfer\w*|\brechar\w*|\breturn\w*|\bexcess\b|\bqcd\b|\bcharit\w*|\binherit\w*|\btraditional\b|\bsep\b(?!\.? ?\d)|\b40[13] ?\(?[abk]\b|\b457\b/iu;

const judged = (row: RowFacts, context: SourceContext, input: RothInputName): Judgement => {
  const contradiction = input === 'roth nonqualified' ? against.exec(wordsOfRow(row))?.[0] : undefined;
  if (contradiction !== undefined && !saysItCounts(row.answer)) {
    return {
      kind: 'ask',
      code: 'MAY_BE_SOMETHING_ELSE',
      why: `Its row speaks of "${contradiction}", and only nonqualified distributions from the person's own Roth IRAs are on line 19.`,
      choices: [includeChoice, excludeChoice],
    };
  }
  return yearOfFlow(row, context, input, true);
};

/** Rows with a label and one amount: the label says which it is. */
const byLabel: ListRole = {
  role: 'roth_distributions',
  headed: ['distribution_other', 'f1099r_box1', 'amount'],
  signs: 'outflow',
  datedInWords: true,
  judge: (row, context) => judged(row, context, kindOf(wordsOfRow(row)) ?? 'roth nonqualified'),
  asksForBlank: (row) => row.date.kind === 'date' || (kindOf(wordsOfRow(row)) ?? 'roth nonqualified') !== 'roth nonqualified',
};

interface KindColumn extends Column {
  readonly input: RothInputName;
}

/** The first row of nothing but words that names a basis or another amount of Part III over a column of amounts. */
const headerOfKinds = ({ grid, answers }: SourceContext): { readonly header: Header; readonly amounts: readonly KindColumn[] } | null => {
  for (const row of grid.rows.filter((one) => !grid.isBlankRow(one)).slice(0, ROWS_SEARCHED)) {
    const cells = grid.filledIn(row);
    if (!cells.every(({ value }) => typeof value === 'string') || cells.length < 2) continue;
    const columns = grid.columns.map((column): Column => {
      const place = grid.at(row, column);
      const text = textOf(place);
      return { column, concept: headerWords(text).concept, cell: place.blank ? null : place, place, text, year: null, answered: false };
    });
    const amounts = columns.flatMap((column): readonly KindColumn[] => {
      const said = detailsOf(answers.at(column.place.address)).column === 'distribution_other';
      const input = said ? 'roth nonqualified' : column.cell === null ? null : kindOfHeader(column.text);
      return input !== null && holdsMoney(grid, row, column.column) ? [{ ...column, concept: 'amount', input }] : [];
    });
    if (amounts.some(({ input }) => input !== 'roth nonqualified')) return { header: { rows: [row], columns }, amounts };
  }
  return null;
};

const ROWS_SEARCHED = 25;

const holdsMoney = (grid: Grid, header: number, column: number): boolean => grid.rows.some((row) => {
  const cell = grid.at(row, column);
  return row > header && !cell.blank && !isDateNumber(cell) && amountIn(cell, undefined).kind === 'amount';
});

const readColumns = (context: SourceContext, { header, amounts }: NonNullable<ReturnType<typeof headerOfKinds>>): void => {
  const { grid, fates, plan } = context;
  const rows = dataRows(grid, header);
  const meant = amounts.filter((column) => !leftOut(context, column, rows));
  const units = unitsOf(context, header, meant, rows, () => false);
  const openFor = ({ column }: KindColumn): GridCell | null => units.all ?? units.waits.get(column) ?? null;
  const known = meant.filter((column) => openFor(column) === null && !askedTwice(context, column, meant));
  for (const column of meant.filter((one) => !known.includes(one))) waitForColumns(context, [column], rows, openFor(column) ?? column.place);
  for (const column of header.columns.filter((one) => isUnknown(context, header, one, amounts))) askWhatItHolds(context, column, rows);
  settleHeader(context, header, rows);
  const columns = header.columns.map((column) => amounts.find((one) => one.column === column.column) ?? column);
  const layout: ListLayout = { header, columns, amounts, rows, waitsFor: null };
  const factsOf = factsOfRows(context, byLabel, layout);
  const ownerOf = ownersOfRows(context, columns, rows);
  const pending: Pending[] = [];
  for (const row of rows) {
    const owner = ownerOf(row);
    for (const column of known) {
      const facts = factsOf(row, column);
      if (facts.cell.blank) continue;
      if ('waitsFor' in owner) fates.wait(facts.cell, owner.waitsFor.address);
      else if (owner.of === plan.person) readAmount(context, facts, column, units.scaleOf(column.column), pending);
      else if (owner.of === 'ignore') fates.ignore(facts.cell, 'In a joint or total row.');
      else fates.exclude(facts.cell, belongsTo(owner.of), labelOf(facts));
    }
  }
  settlePending(context, pending);
};

/** A column of amounts whose header says nothing that is known: it may be the distributions themselves. */
const isUnknown = ({ grid }: SourceContext, header: Header, { column, concept, cell }: Column, amounts: readonly KindColumn[]): boolean =>
  cell !== null && mayHoldMoney(concept) && amounts.every((one) => one.column !== column) && holdsMoney(grid, header.rows[0] ?? 0, column);

const askWhatItHolds = (context: SourceContext, column: Column, rows: readonly number[]): void => {
  const { fates, answers, grid } = context;
  if (leavesOut(answers.at(column.place.address))) {
    for (const cell of rows.map((row) => grid.at(row, column.column)).filter(({ blank }) => !blank)) fates.exclude(cell, 'Left out by the preparer.', column.place.address);
    return;
  }
  fates.ask({
    cell: column.place.address,
    code: 'COLUMN_UNKNOWN',
    text: `The column "${column.text}" at ${nameOf(column.place)} holds amounts of a kind that is not known. It is not counted until you say what it holds.`,
    choices: [{ answer: { column: 'distribution_other' }, says: 'It holds distributions from Roth IRAs' }, { ...excludeChoice, says: 'It holds something else' }],
  });
  waitForColumns(context, [column], rows, column.place);
};

const leftOut = ({ answers, fates, grid }: SourceContext, { place, column }: KindColumn, rows: readonly number[]): boolean => {
  if (!leavesOut(answers.at(place.address))) return false;
  for (const cell of rows.map((row) => grid.at(row, column)).filter(({ blank }) => !blank)) fates.exclude(cell, 'Left out by the preparer.', place.address);
  return true;
};

/** Two columns of one kind would count an amount twice. */
const askedTwice = ({ fates, answers }: SourceContext, column: KindColumn, all: readonly KindColumn[]): boolean => {
  if (saysItCounts(answers.at(column.place.address)) || all.filter(({ input }) => input === column.input).length === 1) return false;
  fates.ask({
    cell: column.place.address,
    code: 'COLUMN_UNKNOWN',
    text: `"${column.text}" at ${nameOf(column.place)} says the same as another column. Nothing in it is counted until you say whether it counts.`,
    choices: [{ ...includeChoice, says: 'Count this column' }, { ...excludeChoice, says: 'Leave this column out' }],
  });
  return true;
};

/** A distribution is known by its row, what it is compared with by the head of its column. */
const readAmount = (context: SourceContext, facts: RowFacts, { input, place }: KindColumn, scale: Scale, pending: Pending[]): void => {
  const { fates } = context;
  const { cell, answer } = facts;
  const label = input === 'roth nonqualified' ? labelOf(facts) : place.address;
  if (leavesOut(answer)) return fates.exclude(cell, 'Left out by the preparer.', label);
  const read = amountIn(cell, context.answers.at(cell.address), scale);
  if (read.kind === 'blank') return fates.ignore(cell, 'Blank.');
  const judgement = judged(facts, context, input);
  if (judgement.kind === 'exclude') return fates.exclude(cell, judgement.reason, label);
  if (judgement.kind === 'ask') {
    return fates.ask({ cell: cell.address, code: judgement.code, text: `${nameOf(cell)} shows ${cell.shown}. ${judgement.why} It is not counted until you say.`, choices: judgement.choices });
  }
  if (read.kind === 'ask') return fates.ask(read.asked, [judgement.year]);
  if (input !== 'roth nonqualified' && isNegative(read)) return askNegative(context, cell, judgement.year);
  pending.push({ cell, read, signs: 'outflow', group: input, answered: saysItCounts(answer), counted: countedFrom(cell, read, judgement, label) });
};

const askNegative = ({ fates }: SourceContext, cell: GridCell, year: number): void => {
  fates.ask({
    cell: cell.address,
    code: 'NEGATIVE_AMOUNT',
    text: `${nameOf(cell)} shows ${cell.shown}, a negative amount where none is expected. It is not counted until you say what it is.`,
    choices: [excludeChoice],
  }, [year]);
};
