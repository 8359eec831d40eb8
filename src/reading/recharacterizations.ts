import { formatCell } from '../cells/address';
import { usDate, type CalendarDate } from '../cells/date';
import { Decimal, zero } from '../engine/decimal';
import { inWords } from '../engine/words';
import { detailsOf, leavesOut, letsIn } from '../plan/answers';
import { noteText, type CellAmount } from './amountCell';
import type { SourceContext } from './context';
import { contributionYear, saysNondeductible } from './contributions';
import type { Asked } from './facts';
import { yearsOffered, type Counted } from './fates';
import { nameOf, type GridCell } from './grid';
import { excludeChoice, includeChoice, type DateFound, type Judgement } from './judgement';
import { wordsWith } from './moreWords';
import { countedFrom, isNegative } from './pending';
import { recordsIn, type RecordShape, type Records } from './records';
import { countedBefore } from './witnesses';

const shape: RecordShape = {
  words: wordsWith({
    words: {
      direction: ['direction', 'from to', 'from', 'to', 'type', 'kind', 'which way', 'what', 'description', 'recharacterization', 'recharacterized to', 'recharacterized from'],
      contribution_date: ['original date', 'date of original contribution', 'original contribution date', 'date contributed', 'contributed on', 'date', 'date made', 'contribution date'],
      date_moved: [
        'date recharacterized', 'recharacterization date', 'date of recharacterization', 'recharacterized on', 'date moved', 'moved on', 'rechar date', 'transfer date', 'date transferred',
        'transferred on', 'date of transfer', 'when moved',
      ],
      contribution_total: ['original amount', 'original contribution', 'contribution', 'amount contributed', 'contributed', 'amount', 'original', 'contribution recharacterized'],
      recharacterised: [
        'amount moved', 'amount transferred', 'moved', 'transferred', 'with earnings', 'amount with earnings', 'total moved', 'total transferred', 'contribution plus earnings', 'recharacterized',
        'amount recharacterized', 'moved with earnings', 'incl earnings',
      ],
    },
  }),
  money: ['contribution_total', 'contribution_nondeductible', 'recharacterised', 'fmv_year_end'],
  beside: ['direction', 'contribution_date', 'date_moved', 'tax_year', 'owner'],
  needs: [['contribution_total', 'contribution_nondeductible']],
};

/**
 * Reads recharacterized contributions. One to a traditional IRA was made to it from the start: it is on line 1 by its
 * original date and amount, without its earnings, and in the value at year end though it moved later. One to a Roth IRA
 * leaves line 1, and what moved after year end leaves line 6 (Instructions for Form 8606, Recharacterizations and line 6).
 */
export function readRecharacterizations(context: SourceContext): void {
  const records = recordsIn(context, shape);
  if (records === null) return;
  for (const row of records.rows) readRow(records, row);
  records.finish({ recharacterised: 'What moved, with its earnings. It was in the year-end value, or out of it, as it should be.', fmv_year_end: 'The value on 31 December of what was moved.' });
}

/** A recharacterization whose direction and original contribution are known. */
interface Moved {
  readonly records: Records;
  readonly row: number;
  readonly original: GridCell;
  readonly read: CellAmount & { readonly kind: 'amount' };
  readonly judgement: Judgement & { readonly kind: 'count' };
  readonly madeOn: CalendarDate | null;
}

function readRow(records: Records, row: number): void {
  const { context } = records;
  const { fates } = context;
  const original = records.filled(row, 'contribution_nondeductible') ?? records.at(row, 'contribution_total') ?? records.at(row, 'contribution_nondeductible');
  if (original === null) return;
  const concept = records.filled(row, 'contribution_nondeductible') === original ? 'contribution_nondeductible' : 'contribution_total';
  const found = records.amount(row, concept);
  const texts = records.texts(row);
  if (found === null) {
    const moved = records.filled(row, 'recharacterised');
    if (moved === null || records.isSettled(row, original)) return;
    return ask(records, original, 'AMOUNT_MISSING', `${nameOf(original)} is blank: the contribution itself, without its earnings, is not known. Enter it there.`, [{ answer: 'zero', says: 'It is zero' }, excludeChoice]);
  }
  if (records.isSettled(row, original)) return;
  const { read } = found;
  if (read.kind === 'ask') return fates.ask(read.asked);
  if (read.amount.isZero()) return fates.ignore(original, 'Zero.');
  if (isNegative(read)) return ask(records, original, 'NEGATIVE_AMOUNT', 'A contribution is not below zero.', [{ answer: { amount: read.amount.abs().toString() }, says: `It is ${inWords(read.amount.abs())}` }, excludeChoice]);

  const said = detailsOf(records.answer(row, original));
  const words = texts.filter(({ concept: of }) => of !== 'source' && of !== 'owner').map(({ text }) => text).join(' | ');
  const direction = said.kind === 'to_roth' || said.kind === 'to_traditional' ? said.kind : directionIn(words);
  if (said.kind === undefined && /\bconver/iu.test(words)) {
    return ask(records, original, 'CONVERSION_OR_CONTRIBUTION', 'Its row speaks of a conversion. A conversion made since 2018 cannot be recharacterized; a contribution can.', directions);
  }
  if (direction === null) return ask(records, original, 'RECHARACTERIZED_WHICH_WAY', 'Nothing says which way it went.', directions);
  const date = records.date(row, 'contribution_date', null);
  const stated = records.statedYear(row, concept);
  const judgement = contributionYear({
    statedFor: stated.kind === 'year' ? stated.year : null, unclear: stated.kind === 'unclear' ? stated.why : null, planned: null, date, answered: said.year,
    // What is answered in the row about the amount that moved is another matter.
    late: detailsOf(context.answers.at(original.address)).late, amount: read.amount,
  }, context, concept === 'contribution_nondeductible' || saysNondeductible({ texts }));
  if (judgement.kind === 'ask') return ask(records, original, judgement.code, judgement.why, judgement.choices);
  if (judgement.kind === 'exclude') return fates.exclude(original, judgement.reason, records.label(row));
  const moved: Moved = { records, row, original, read, judgement, madeOn: date.kind === 'date' ? date.date : null };
  return direction === 'to_traditional' ? toTraditional(moved) : toRoth(moved);
}

const directions: Asked['choices'] = [
  { answer: { kind: 'to_traditional' }, says: 'A contribution to a Roth IRA became one to a traditional IRA' },
  { answer: { kind: 'to_roth' }, says: 'A contribution to a traditional IRA became one to a Roth IRA' },
  excludeChoice,
];

/** "Roth -> Traditional", "from Roth to trad", "to traditional": the last kind of IRA that is named is where it went. */
function directionIn(words: string): 'to_traditional' | 'to_roth' | null {
  const arrow = words.toLowerCase().replace(/[→⇒➔➝]|-+>|=+>|»/gu, ' to ').replace(/[^\p{L}\p{N} ]+/gu, ' ').replace(/\s+/gu, ' ');
  const to = [...arrow.matchAll(/\b(?:to|into|as|became)(?: an?| my| the)? (roth|trad\w*|tira|ira|nondeductible)\b/gu)].map(([, kind]) => (kind === 'roth' ? 'to_roth' as const : 'to_traditional' as const));
  const [only] = new Set(to);
  if (only !== undefined) return new Set(to).size === 1 ? only : null;
  const [, from] = /\bfrom(?: an?| my| the)? (roth|trad\w*|tira|ira)\b/u.exec(arrow) ?? [];
  if (from !== undefined) return from === 'roth' ? 'to_traditional' : 'to_roth';
  return null;
}

function toTraditional(moved: Moved): void {
  const { records, row, original, read, judgement, madeOn } = moved;
  const { context } = records;
  const said = detailsOf(records.answer(row, original));
  const twin = countedBefore(context, judgement.year, 'contributionsInYear', 'contributionsAfterYearEnd').find(({ amount }) => amount.equals(read.amount));
  if (said.role === 'contributions') {
    context.fates.exclude(original, 'As answered, it stands among the contributions, and counts there.', records.label(row));
    return atYearEnd(moved, 'recharacterizedFromRoth');
  }
  if (twin !== undefined && said.counts !== true) {
    return ask(records, original, 'CONTRIBUTION_TWICE', `${formatCell(twin.cell)} is a contribution for ${judgement.year} of the same amount: it may be the same one.`, [
      { answer: { role: 'contributions' }, says: 'It is the same one: count it once' }, { ...includeChoice, says: 'It is another one: count it too' },
    ], [judgement.year]);
  }
  const when = madeOn === null ? '' : `, made ${usDate(madeOn)}`;
  const note = `contributed to a Roth IRA for ${judgement.year}${when}, and recharacterized: on line 1 by its original amount`;
  context.fates.use(countedFrom(original, read, { ...judgement, note }, records.label(row)));
  context.fates.tie(original, read, judgement.year, 'recharacterized in');
  for (const code of read.notes) context.fates.warn(original.address, code, noteText(code, original, read.amount));
  atYearEnd(moved, 'recharacterizedFromRoth');
}

function toRoth(moved: Moved): void {
  const { records, row, original, read, judgement } = moved;
  const { fates } = records.context;
  const { year } = judgement;
  const contributed = countedBefore(records.context, year, 'contributionsInYear', 'contributionsAfterYearEnd').reduce((sum, { amount }) => sum.plus(amount), zero);
  if (!contributed.greaterThan(zero)) {
    fates.exclude(original, `A contribution for ${year} that became one to a Roth IRA. No contribution for ${year} is read that it could be taken off, so it is on no line.`, records.label(row));
    return;
  }
  const counted = countedFrom(original, read, { kind: 'count', input: 'recharacterizedToRoth', year, note: `contributed to a traditional IRA for ${year}, and recharacterized to a Roth IRA: off line 1` }, records.label(row));
  fates.use(moved.madeOn === null ? counted : { ...counted, wasLate: judgement.input === 'contributionsAfterYearEnd' });
  for (const code of read.notes) fates.warn(original.address, code, noteText(code, original, read.amount));
  atYearEnd(moved, 'recharacterizedOffLine6');
}

/**
 * What was contributed during the year and moved after it belongs, on 31 December, where it went: the amount that moved
 * enters line 6 or leaves it. What moved during the year stands in the value already; what was contributed after the year
 * was in none.
 */
function atYearEnd({ records, row, original, read, judgement }: Moved, input: 'recharacterizedFromRoth' | 'recharacterizedOffLine6'): void {
  const { context } = records;
  const { fates, answers } = context;
  const { year } = judgement;
  const date = records.date(row, 'date_moved', null);
  const dateCell = records.at(row, 'date_moved');
  const cell = records.filled(row, 'fmv_year_end') ?? records.at(row, 'recharacterised');
  if (judgement.input === 'contributionsAfterYearEnd' || (date.kind === 'date' && date.date.year <= year)) return;
  const does = input === 'recharacterizedFromRoth' ? 'belongs to' : 'leaves';
  if (cell === null) return withoutColumn({ records, row, original, read, judgement }, input, date, does);
  const answer = answers.at(cell.address);
  if (leavesOut(answer)) return fates.exclude(cell, 'Left out by the preparer.', records.label(row));
  const found = records.amount(row, records.filled(row, 'fmv_year_end') === null ? 'recharacterised' : 'fmv_year_end');
  if (found === null) {
    return ask(records, cell, 'AMOUNT_MISSING', `${nameOf(cell)} is blank. What moved after ${year}, with its earnings, ${does} line 6 of ${year}.`, [{ answer: 'zero', says: 'It is zero' }, excludeChoice], [year]);
  }
  if (found.read.kind === 'ask') return fates.ask(found.read.asked, [year]);
  if (isNegative(found.read)) return ask(records, cell, 'NEGATIVE_AMOUNT', 'What moved is not below zero.', [{ answer: { amount: found.read.amount.abs().toString() }, says: `It is ${inWords(found.read.amount.abs())}` }, excludeChoice], [year]);
  if (date.kind !== 'date' && !letsIn(answer)) {
    const why = date.kind === 'unclear' ? date.why : dateCell === null ? 'No column says when it moved.' : 'Nothing says when it moved.';
    return ask(records, cell, 'MOVED_WHEN', `${why} If it moved after ${year}, it ${does} the year-end value on line 6.`, [
      { ...includeChoice, says: `It moved after ${year}` }, { answer: 'exclude', says: `It moved during ${year}, and the year-end value shows it` },
    ], [year]);
  }
  const when = date.kind === 'date' ? usDate(date.date) : `after ${year}, as answered`;
  const note = found.cell === records.at(row, 'fmv_year_end') ? 'its value on 31 December' : 'the amount that moved, with its earnings';
  const counted: Counted = countedFrom(cell, found.read, { kind: 'count', input, year, note: `recharacterized ${when}; ${note} ${does} line 6` }, records.label(row));
  fates.use(counted);
}

/** Where no column holds what moved, it is asked at the cell that says when, or which way. */
function withoutColumn(
  { records, row, original, read, judgement: { year } }: Omit<Moved, 'madeOn'>, input: 'recharacterizedFromRoth' | 'recharacterizedOffLine6', date: DateFound, does: string,
): void {
  const { fates, answers } = records.context;
  const place = records.filled(row, 'date_moved') ?? records.texts(row)[0]?.cell;
  if (place === undefined) return fates.warn(original.address, 'AMOUNT_MOVED_UNKNOWN', `No column says when ${nameOf(original)} moved, nor how much with its earnings: after ${year} it ${does} line 6. Select them too.`);
  const { late } = detailsOf(answers.at(place.address));
  if (late === undefined) {
    return ask(records, place, 'AMOUNT_MOVED_UNKNOWN', `${date.kind === 'date' ? `It moved after ${year}` : `If it moved after ${year}`}, what moved with its earnings ${does} the year-end value on line 6, and no column holds it. How much was it?`, [
      { answer: { late: read.amount.toString() }, says: `${inWords(read.amount)}: there were no earnings` },
      ...(date.kind === 'date' ? [] : [{ answer: { late: '0' }, says: `It moved during ${year}` }]),
      ...(date.kind === 'date' ? [{ answer: { late: '0' }, says: 'Nothing was left of it' }] : []),
    ], [year]);
  }
  const moved = new Decimal(late);
  if (moved.isZero()) return fates.ignore(place, 'As answered, nothing of it belongs to line 6.');
  const amount: Moved['read'] = { kind: 'amount', amount: moved, text: null, blank: false, answered: true, notes: [] };
  fates.use(countedFrom(place, amount, { kind: 'count', input, year, note: `recharacterized after ${year}; what moved ${does} line 6, as answered` }, records.label(row)));
}

function ask({ context }: Records, cell: GridCell, code: string, why: string, choices: Asked['choices'], years: readonly number[] | null = null): void {
  const offered = yearsOffered(choices);
  context.fates.ask({ cell: cell.address, code, text: `${cell.blank ? '' : `${nameOf(cell)} shows ${cell.shown}. `}${why} It is not counted until you say.`, choices }, years ?? (offered.length > 0 ? offered : null));
}
