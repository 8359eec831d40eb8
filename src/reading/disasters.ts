import { formatCell } from '../cells/address';
import { daysBetween, usDate, type CalendarDate } from '../cells/date';
import { inWords } from '../engine/words';
import { detailsOf, saysItCounts } from '../plan/answers';
import { kinds, type Kind } from '../plan/plan';
import { noteText, type CellAmount } from './amountCell';
import type { SourceContext } from './context';
import type { Asked } from './facts';
import type { Counted } from './fates';
import { nameOf, type GridCell } from './grid';
import { excludeChoice, includeChoice, yearChoices } from './judgement';
import { wordsWith } from './moreWords';
import { countedFrom, isNegative } from './pending';
import { recordsIn, type RecordShape, type Records } from './records';
import type { Concept } from './vocabulary';
import { countedBefore, isTold } from './witnesses';

const words = {
  treatment: ['kind', 'type', 'reason', 'event', 'disaster', 'description', 'purpose', 'what', 'kind of distribution', 'why'],
  date_distributed: ['date distributed', 'distributed on', 'distribution date', 'date received', 'date of distribution', 'received on', 'taken on', 'date taken'],
  date_repaid: ['date repaid', 'repaid on', 'repayment date', 'date of repayment', 'when repaid', 'date put back'],
  repaid: ['repaid', 'repayment', 'repayments', 'amount repaid', 'put back', 'repayment amount'],
  distribution_other: ['distribution', 'distributed', 'amount distributed', 'amount received', 'distribution amount', 'amount taken', 'qualified disaster distribution'],
} as const;

const beside: readonly Concept[] = ['date_distributed', 'date_repaid', 'treatment', 'tax_year', 'owner'];

const distributionShape: RecordShape = {
  words: wordsWith({ words: { ...words, distribution_other: [...words.distribution_other, 'amount', 'amt'], date_distributed: [...words.date_distributed, 'date', 'when'] } }),
  money: ['distribution_other', 'repaid'],
  beside,
  needs: [['distribution_other']],
  byContent: (columns) => byContent(columns, 'distribution_other', 'date_distributed'),
};

const repaymentShape: RecordShape = {
  words: wordsWith({ words: { ...words, repaid: [...words.repaid, 'amount', 'amt'], date_repaid: [...words.date_repaid, 'date', 'when'] } }),
  money: ['repaid', 'distribution_other'],
  beside,
  needs: [['repaid']],
};

/** One date and one amount leave no doubt. */
function byContent(columns: Parameters<NonNullable<RecordShape['byContent']>>[0], amount: Concept, date: Concept): ReturnType<NonNullable<RecordShape['byContent']>> {
  const plain = columns.filter(({ concept }) => concept === 'amount').length === 1 && columns.filter(({ concept }) => concept === 'date').length <= 1;
  return columns.map((column) => ({ ...column, concept: column.concept === 'date' && plain ? date : column.concept === 'amount' ? (plain ? amount : null) : column.concept }));
}

/**
 * Reads qualified disaster distributions, and others that may be repaid. They are on line 7 even where they were repaid, and
 * line 15b has the disaster part (Instructions for Form 8606, lines 7 and 15b).
 */
export function readDisasterDistributions(context: SourceContext): void {
  const records = recordsIn(context, distributionShape);
  if (records === null) return;
  const claimed = new Set<Counted>();
  for (const row of records.rows) {
    distributed(records, row, claimed);
    repaid(records, row, 'disaster');
  }
  records.finish();
}

/** Reads repayments of distributions: each changes the form of the year of its distribution, or line 1 of its own. */
export function readRepayments(context: SourceContext): void {
  const records = recordsIn(context, repaymentShape);
  if (records === null) return;
  for (const row of records.rows) repaid(records, row, null);
  records.finish({ distribution_other: 'What was distributed: read from distributions, Forms 1099-R or disaster distributions.' });
}

/** What an amount of a row is, once its answers and its sign are settled; null where nothing is left to do. */
function amountOf(records: Records, row: number, concept: Concept): { readonly cell: GridCell; readonly read: CellAmount & { readonly kind: 'amount' } } | null {
  const { fates } = records.context;
  const cell = records.filled(row, concept);
  const found = records.amount(row, concept);
  if (cell === null || found === null || records.isSettled(row, cell)) return null;
  if (found.read.kind === 'ask') {
    fates.ask(found.read.asked);
    return null;
  }
  if (found.read.amount.isZero()) {
    fates.ignore(cell, 'Zero.');
    return null;
  }
  if (isNegative(found.read)) {
    const amount = found.read.amount.abs();
    ask(records, cell, 'NEGATIVE_AMOUNT', 'It is below zero.', [{ answer: { amount: amount.toString() }, says: `It is ${inWords(amount)}` }, excludeChoice]);
    return null;
  }
  return { cell, read: found.read };
}

function distributed(records: Records, row: number, claimed: Set<Counted>): void {
  const { context } = records;
  const found = amountOf(records, row, 'distribution_other');
  if (found === null) return;
  const { cell, read } = found;
  const answer = records.answer(row, cell);
  const said = detailsOf(answer);
  const year = yearOf(records, row, cell, 'distribution_other', said.year);
  if (year === null) return;
  const kind = said.kind ?? kindIn(records, row) ?? 'disaster';
  const isDisaster = kind === 'disaster' && year >= FIRST_YEAR_OF_LINE_15B;
  const count = (input: Counted['input'], note: string): Counted => countedFrom(cell, read, { kind: 'count', input, year, note }, records.label(row));
  const onLine7 = said.role === 'distributions';
  const others = countedBefore(context, year, 'distributions').filter((one) => !claimed.has(one));
  const twin = onLine7 ? undefined : others.find(({ amount }) => amount.equals(read.amount));
  if (twin !== undefined || said.role === 'disaster_distributions') {
    if (twin !== undefined) claimed.add(twin);
    const where = twin === undefined ? 'as answered' : formatCell(twin.cell);
    if (isDisaster) context.fates.use(count('disasterDistributions', `a qualified disaster distribution; on line 7 by another selection (${where})`));
    else context.fates.exclude(cell, `Line 7 has it by another selection (${where}).`, records.label(row));
    return;
  }
  if (!onLine7 && isTold(context, '7', year)) {
    return ask(records, cell, 'AMONG_THE_DISTRIBUTIONS', `Distributions of ${year} are read from another selection too, none of this amount. Is it among them?`, [
      { answer: { role: 'disaster_distributions' }, says: 'It is among them: count it once' }, { answer: { role: 'distributions' }, says: 'It is not: count it on line 7 too' }, excludeChoice,
    ], [year]);
  }
  context.fates.use(count('distributions', isDisaster ? 'a qualified disaster distribution, on line 7 even if it was repaid' : `${kinds[kind]}, on line 7 even if it was repaid`),
    isDisaster ? [count('disasterDistributions', 'a qualified disaster distribution, in its part on line 15b')] : []);
  for (const code of read.notes) context.fates.warn(cell.address, code, noteText(code, cell, read.amount));
}

/** Line 15 was split for disaster distributions in 2017. */
const FIRST_YEAR_OF_LINE_15B = 2017;

/** From 2024 on a repayment is treated as a rollover, and line 15c takes it off; before, one of a birth or adoption was on line 1. */
const FIRST_YEAR_OF_REPAYMENTS = 2024;

/** The calendar year in which money was distributed; asked where nothing says it. */
function yearOf(records: Records, row: number, cell: GridCell, concept: Concept, answered: number | undefined): number | null {
  const { years } = records.context;
  if (answered !== undefined) return answered;
  const stated = records.statedYear(row, concept);
  const date = records.date(row, 'date_distributed', stated.kind === 'year' ? stated.year : null);
  if (date.kind === 'date') return date.date.year;
  const inYear = records.year(row, concept);
  if (date.kind === 'none' && inYear.kind === 'year') return inYear.year;
  const why = date.kind === 'unclear' ? date.why : inYear.kind === 'unclear' ? inYear.why : 'Nothing says in which year it was distributed.';
  ask(records, cell, 'YEAR_UNKNOWN', why, [...yearChoices(years), excludeChoice]);
  return null;
}

/** What kind of distribution a row speaks of; null where it says nothing known. */
function kindIn(records: Records, row: number): Kind | null {
  const said = records.texts(row).filter(({ concept }) => concept === 'treatment' || concept === 'notes' || concept === null).map(({ text }) => text).join(' | ');
  if (/\breserv/iu.test(said)) return 'reservist';
  if (/\bbirth|\badopt|\bemergenc|\bpersonal expense|\babuse|\bterminal/iu.test(said)) return 'repayable';
  return /\bdisaster|\bhurricane|\b8915|\bfema\b|\bqdd\b|\bflood|\bfires?\b|\bwildfire|\bstorm|\btornado|\bearthquake|\bdr-?\d{4}/iu.test(said) ? 'disaster' : null;
}

function repaid(records: Records, row: number, ofRole: Kind | null): void {
  const { context } = records;
  const { fates, answers } = context;
  const found = amountOf(records, row, 'repaid');
  if (found === null) return;
  const { cell, read } = found;
  const own = detailsOf(answers.at(cell.address));
  const kind = own.kind ?? kindIn(records, row) ?? ofRole;
  const ofKind = kind === 'disaster' || kind === 'repayable' || kind === 'reservist' ? kind : null;
  if (ofKind === null) {
    return ask(records, cell, 'REPAYMENT_OF_WHAT', 'What a repayment changes depends on the kind of distribution.', [
      ...(['disaster', 'repayable', 'reservist'] as const).map((one) => ({ answer: { kind: one }, says: `It was ${kinds[one]}` })), excludeChoice,
    ]);
  }
  const distributedIn = yearOf(records, row, cell, 'repaid', own.year ?? detailsOf(records.answer(row, cell)).year);
  if (distributedIn === null) return;
  const on = records.date(row, 'date_repaid', null);
  const from = records.date(row, 'date_distributed', null);
  const repaidIn = on.kind === 'date' ? on.date.year : own.late === undefined ? null : own.late === '0' ? distributedIn : distributedIn + 1;
  if (repaidIn === null) {
    return ask(records, cell, 'REPAID_WHEN', on.kind === 'unclear' ? on.why : 'Nothing says when it was repaid.', [
      { answer: { late: '0' }, says: `It was repaid in ${distributedIn}` }, { answer: { late: read.amount.toString() }, says: `It was repaid after ${distributedIn}` }, excludeChoice,
    ], [distributedIn]);
  }
  const late = on.kind === 'date' && from.kind === 'date' ? outsideThreeYears(from.date, on.date) : null;
  if (late !== null && !saysItCounts(answers.at(cell.address))) return ask(records, cell, 'REPAID_LATE', late, [includeChoice, excludeChoice], [distributedIn]);
  const count = (input: Counted['input'], year: number, note: string): Counted => ({ ...countedFrom(cell, read, { kind: 'count', input, year, note }, records.label(row)), nondeductible: true });
  const when = on.kind === 'date' ? `repaid ${usDate(on.date)}` : `repaid in ${repaidIn}`;
  const sameYear = repaidIn === distributedIn;

  if (ofKind === 'reservist') return fates.use(count('contributionsInYear', repaidIn, `${when}: the repayment of a reservist distribution is on line 1`));
  if (ofKind === 'disaster') {
    if (sameYear) return fates.use(count('sameYearRepayments', distributedIn, `${when}, in the year of the distribution: off line 6`));
    return fates.exclude(cell, `Of a disaster distribution of ${distributedIn}, ${when}: Form 8915-F takes it up, and not Form 8606.`, records.label(row));
  }
  if (distributedIn >= FIRST_YEAR_OF_REPAYMENTS) {
    if (!isTold(context, '7', distributedIn) && records.filled(row, 'distribution_other') === null) {
      fates.warn(cell.address, 'REPAYMENT_WITHOUT_DISTRIBUTION', `${nameOf(cell)} repays a distribution of ${distributedIn}, and no selection holds it: line 7 must have it. Select it too.`);
    }
    return fates.use(count('repayments', distributedIn, `${when}: off line 15c of the year of the distribution${sameYear ? '' : ', whose return may have to be amended'}`),
      sameYear ? [count('sameYearRepayments', distributedIn, `${when}, in the year of the distribution: off line 6`)] : []);
  }
  if (repaidIn < FIRST_YEAR_OF_REPAYMENTS && /\bbirth|\badopt/iu.test(records.texts(row).map(({ text }) => text).join(' '))) {
    return fates.use(count('contributionsInYear', repaidIn, `${when}: before ${FIRST_YEAR_OF_REPAYMENTS} the repayment of a birth or adoption distribution is on line 1`));
  }
  fates.warn(cell.address, 'REPAYMENT_OF_EARLIER_YEAR', `${nameOf(cell)} repays a distribution of ${distributedIn}. Form 8606 of that year has no place for it: it is taken up by an amended return, outside this workpaper.`);
  fates.exclude(cell, `Of a distribution of ${distributedIn}, before line 15c took repayments off.`, records.label(row));
}

/** A repayment comes after its distribution, within three years. */
function outsideThreeYears(distributedOn: CalendarDate, repaidOn: CalendarDate): string | null {
  if (daysBetween(distributedOn, repaidOn) < 0) return `It was repaid on ${usDate(repaidOn)}, before it was distributed on ${usDate(distributedOn)}.`;
  const lastDay = { ...distributedOn, year: distributedOn.year + 3 };
  return daysBetween(lastDay, repaidOn) > 0 ? `It was repaid on ${usDate(repaidOn)}, more than three years after it was distributed on ${usDate(distributedOn)}.` : null;
}

function ask({ context }: Records, cell: GridCell, code: string, why: string, choices: Asked['choices'], years: readonly number[] | null = null): void {
  context.fates.ask({ cell: cell.address, code, text: `${nameOf(cell)} shows ${cell.shown}. ${why} It is not counted until you say.`, choices }, years);
}
