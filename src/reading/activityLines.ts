import { daysBetween, usDate, type CalendarDate } from '../cells/date';
import { inWords } from '../engine/words';
import { kinds, type AnswerDetails } from '../plan/plan';
import { alike, shownAs, transactionChoices, whereItCounts, type Entry } from './activityEntry';
import { noteText } from './amountCell';
import { contributionYear, saysNondeductible } from './contributions';
import type { Asked } from './facts';
import { yearsOffered, type Counted } from './fates';
import { yearOfFlow } from './flows';
import { nameOf } from './grid';
import { excludeChoice, includeChoice, yearChoices, type Judgement } from './judgement';
import { countedFrom } from './pending';
import type { Records } from './records';
import { inList } from './sentences';
import { speaksOfEmployer, speaksOfOtherMoney, type Transaction } from './transactionWords';

/** Puts the movements of an account on their lines. */
export function settleEntries(records: Records, entries: readonly Entry[]): void {
  const conversions: Entry[] = [];
  const distributions: Entry[] = [];
  const rollovers: Entry[] = [];
  const unknownAlike = inGroups(entries.filter(({ transaction }) => transaction === 'unknown'), alike);
  for (const entry of entries) {
    if (mayBeOtherMoney(records, entry)) continue;
    if (isA(entry, 'conversions', 'conversion')) {
      if (entry.account.kind !== 'other' || !isOfAnotherAccount(records, entry)) conversions.push(entry);
    } else if (isA(entry, 'distributions', 'distribution')) {
      if (entry.transaction === null || !isOfAnotherAccount(records, entry)) distributions.push(entry);
    } else if (entry.transaction === 'rollover') {
      if (!isOfAnotherAccount(records, entry)) rollovers.push(entry);
    } else {
      settleEntry(records, entry, unknownAlike);
    }
  }
  settleConversions(records, conversions);
  settleRollovers(records, rollovers);
  countAlikeSigned(records, distributions, 'distributions');
}

const isA = ({ transaction, said }: Entry, role: AnswerDetails['role'], is: Transaction): boolean => (transaction === null ? said.role === role : transaction === is);

/**
 * A row of a list of all kinds of accounts: "Roth IRA contribution", "401(k) distribution". Where its account is named, that
 * decides; but what was contributed to a SEP or SIMPLE IRA is never on line 1.
 */
function mayBeOtherMoney(records: Records, entry: Entry): boolean {
  const { transaction, words, said, account, texts } = entry;
  if (transaction === null || said.counts === true || account.kind === 'Roth' || account.kind === 'other') return false;
  const named = texts.filter(({ concept }) => concept === 'account_type').map(({ text }) => text).join(' | ');
  const word = account.kind === 'unknown' || transaction === 'contribution' ? speaksOfOtherMoney(transaction, words) ?? speaksOfEmployer(transaction, named) : null;
  if (word === null) return false;
  ask(records, entry, 'MAY_BE_SOMETHING_ELSE', `Its row speaks of "${word}", and lines 1 to 8 are about one's own traditional, SEP and SIMPLE IRAs; line 1 only about contributions to traditional ones.`, [includeChoice, excludeChoice]);
  return true;
}

function settleEntry(records: Records, entry: Entry, unknownAlike: ReadonlyMap<string, readonly Entry[]>): void {
  const { fates } = records.context;
  const { cell, label, said, transaction, flows } = entry;
  if (transaction === null) {
    if (said.kind === 'growth') return fates.ignore(cell, `As answered: ${kinds.growth}.`);
    if (said.kind !== undefined) return fates.exclude(cell, `As answered: ${kinds[said.kind]}.`, label);
    if (said.role === 'contributions') return contribution(records, entry);
    if (said.role === 'returned') return returned(records, entry);
    if (said.role === 'outstanding_rollovers') return judged(records, entry, yearOfFlow({ answer: said, date: entry.date, year: entry.inYear }, records.context, 'outstandingRollovers', true));
    return fates.exclude(cell, whereItCounts(said.role ?? 'ledger'), label);
  }
  if (isOfAnotherAccount(records, entry)) return;
  switch (transaction) {
    case 'contribution': return contribution(records, entry);
    case 'charitable': return fates.exclude(cell, 'A qualified charitable distribution is not on line 7.', label);
    case 'transfer': return fates.exclude(cell, 'Moved from one IRA to another: it is in the pool before and after.', label);
    case 'returned': return ask(records, entry, 'RETURNED_UNCLEAR', 'It speaks of a contribution that came back. Only the contribution itself leaves line 1; earnings that came with it are no part of it.', [
      { answer: { role: 'returned', amount: entry.read.amount.abs().toString() }, says: `${inWords(entry.read.amount.abs())} was the contribution` }, excludeChoice,
    ]);
    case 'withheld': return ask(records, entry, 'WITHHELD_TAX', 'Tax that was withheld left the IRA, and is a distribution (line 7), unless another row has it in its amount.', [
      { answer: { role: 'distributions' }, says: 'No other row has it in its amount' }, { answer: 'exclude', says: 'It is part of another row' },
      ...(/\bconv/iu.test(entry.words) ? [{ answer: { role: 'conversions' as const }, says: `The tax is not in it: ${inWords(entry.read.amount.abs())} was converted` }] : []),
    ]);
    case 'recharacterization':
      if (records.context.plan.sources.some(({ role }) => role === 'recharacterizations')) return fates.exclude(cell, 'Read from the selection of recharacterizations.', label);
      return ask(records, entry, 'RECHARACTERIZED', 'Line 1 needs the contribution that it was, its date and its direction: select them as recharacterizations.', [
        { answer: 'exclude', says: 'It is read in another selection, or changes nothing here' },
      ]);
    default: return unknown(records, entry, unknownAlike, flows);
  }
}

/** The rows of a Roth IRA, of a plan or of a taxable account that are in the same list. */
function isOfAnotherAccount({ context }: Records, { account, cell, label }: Entry): boolean {
  if (account.kind !== 'Roth' && account.kind !== 'other') return false;
  context.fates.exclude(cell, account.kind === 'Roth' ? 'In a Roth IRA: not on lines 1 to 8.' : account.why, label);
  return true;
}

/** Lists may hold tens of thousands of rows: each is compared with those of its own group only. */
const inGroups = (entries: readonly Entry[], groupOf: (entry: Entry) => string): ReadonlyMap<string, readonly Entry[]> => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = groupOf(entry);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  return groups;
};

const sizeOf = ({ read }: Entry): string => read.amount.abs().toString();

/** Asks once for rows that say the same; the others wait for the answer. */
function unknown(records: Records, entry: Entry, unknownAlike: ReadonlyMap<string, readonly Entry[]>, flows: Entry['flows']): void {
  const like = entry.words === '' ? [entry] : unknownAlike.get(alike(entry)) ?? [entry];
  const [first = entry] = like;
  if (first !== entry) return records.context.fates.wait(entry.cell, first.cell.address);
  const others = like.length === 1 ? '' : ` ${like.length - 1} more ${like.length === 2 ? 'row says' : 'rows say'} the same (${inList(like.slice(1).map(({ cell }) => nameOf(cell)))}); the answer holds for ${like.length === 2 ? 'both' : 'all of them'}.`;
  const why = entry.words === '' ? 'No words say what it was.' : `"${entry.words}" does not say what it was: money that ${flows === 'in' ? 'came in' : 'went out'}.`;
  ask(records, entry, 'TRANSACTION_UNKNOWN', `${why}${others}`, transactionChoices);
}

function contribution(records: Records, entry: Entry): void {
  const { said, flows, forYear, date, texts, nondeductible, read } = entry;
  if (flows === 'out' && said.amount === undefined) {
    return ask(records, entry, 'NEGATIVE_AMOUNT', 'It is called a contribution, but money went out.', [
      { answer: { role: 'returned', amount: read.amount.abs().toString() }, says: 'It is a contribution that was returned' },
      { answer: { role: 'contributions', amount: read.amount.abs().toString() }, says: `It is a contribution of ${inWords(read.amount.abs())}` },
      excludeChoice,
    ]);
  }
  judged(records, entry, contributionYear({
    statedFor: forYear.kind === 'year' ? forYear.year : null,
    unclear: forYear.kind === 'unclear' ? forYear.why : null,
    planned: null,
    date,
    answered: said.year,
    late: said.late,
    amount: read.amount,
  }, records.context, nondeductible || saysNondeductible({ texts })));
}

/** Returned for the year that is stated or answered; the date is that of the return. */
function returned(records: Records, entry: Entry): void {
  const { said, forYear, date } = entry;
  const of = said.year ?? (forYear.kind === 'year' ? forYear.year : null);
  if (of !== null) return judged(records, entry, { kind: 'count', input: 'returned', year: of, note: `returned, for ${of}` });
  const made = date.kind === 'date' ? date.date.year : null;
  ask(records, entry, 'RETURNED_FOR_WHICH_YEAR', 'For which year had it been contributed?', [...yearChoices(made === null ? records.context.years : [made - 1, made]), excludeChoice]);
}

/**
 * A conversion may show twice: out of the traditional IRA and into the Roth IRA. It counts once, as what left the
 * traditional IRA, where both legs can be told and match.
 */
function settleConversions(records: Records, conversions: readonly Entry[]): void {
  const { fates } = records.context;
  const toldByAccount = conversions.some(({ account }) => account.kind === 'Roth') && conversions.some(({ account }) => account.kind !== 'Roth');
  const isArrival = ({ account, flows }: Entry): boolean => (toldByAccount ? account.kind === 'Roth' : flows === 'in');
  const departures = conversions.filter((entry) => !isArrival(entry));
  const arrivals = conversions.filter(isArrival);
  const bySize = inGroups(departures, sizeOf);
  const matched = new Set<Entry>();
  for (const arrival of arrivals) {
    const departure = bySize.get(sizeOf(arrival))?.find((other) => !matched.has(other) && areWithinAWeek(other, arrival));
    if (departure === undefined) continue;
    matched.add(departure).add(arrival);
    fates.exclude(arrival.cell, `The other leg of the conversion in ${nameOf(departure.cell)}: into the Roth IRA.`, arrival.label);
  }
  const isUnmatched = (entry: Entry): boolean => !isArrival(entry) || !matched.has(entry);
  if (!toldByAccount) return countAlikeSigned(records, conversions.filter(isUnmatched), 'conversions');
  for (const arrival of arrivals.filter(isUnmatched)) {
    if (arrival.said.counts === true) count(records, arrival, 'conversions');
    else ask(records, arrival, 'CONVERSION_LEG_ALONE', 'It arrived in a Roth IRA, and no row shows that amount leaving a traditional IRA within a week.', [{ ...includeChoice, says: 'It was converted: count it' }, excludeChoice]);
  }
  countAlikeSigned(records, departures, 'conversions');
}

function areWithinAWeek(one: Entry, other: Entry): boolean {
  return one.date.kind !== 'date' || other.date.kind !== 'date' || Math.abs(daysBetween(one.date.date, other.date.date)) <= 7;
}

/**
 * Money that left is shown one way throughout; the rarer way is asked, and so is a second row of the same day and amount,
 * which may be the other leg of the first.
 */
function countAlikeSigned(records: Records, entries: readonly Entry[], input: 'conversions' | 'distributions'): void {
  const settled = ({ said }: Entry): boolean => said.counts === true || said.role !== undefined;
  const [ins, outs] = [entries.filter((entry) => entry.flows === 'in' && !settled(entry)), entries.filter((entry) => entry.flows === 'out' && !settled(entry))];
  const odd = new Set(ins.length === 0 || outs.length === 0 ? [] : outs.length < ins.length ? outs : ins);
  const before = new Map<string, Entry>();
  for (const entry of entries) {
    if (odd.has(entry)) {
      ask(records, entry, 'SIGNS_MIXED', `It flows the other way than the other ${input} here.`, [{ ...includeChoice, says: `Count it as ${inWords(entry.read.amount.abs())}` }, excludeChoice]);
      continue;
    }
    const same = entry.date.kind === 'date' ? `${usDate(entry.date.date)} ${sizeOf(entry)} ${entry.account.kind}` : null;
    const twin = same === null || input !== 'conversions' || settled(entry) ? undefined : before.get(same);
    if (same !== null && !before.has(same)) before.set(same, entry);
    if (twin === undefined) {
      count(records, entry, input);
      continue;
    }
    ask(records, entry, 'SAME_CONVERSION_TWICE', `${nameOf(twin.cell)} shows the same amount on the same day: it may be the other leg of one conversion.`, [
      { answer: 'exclude', says: 'It is the other leg' }, { ...includeChoice, says: 'It is a second conversion: count it' },
    ]);
  }
}

const count = (records: Records, entry: Entry, input: Counted['input']): void =>
  judged(records, entry, yearOfFlow({ answer: entry.said, date: entry.date, year: entry.inYear }, records.context, input, true));

/**
 * A rollover is on no line, unless it was outstanding at year end: taken out after 1 November and put back in the next
 * year within 60 days (Instructions for Form 8606, line 6). Where the list does not show it coming back, that is asked.
 */
function settleRollovers(records: Records, rollovers: readonly Entry[]): void {
  const { fates } = records.context;
  const backs = inGroups(rollovers.filter(({ flows }) => flows === 'in'), sizeOf);
  const spoken = new Set<Entry>();
  for (const entry of rollovers) {
    const out = entry.flows === 'out' && entry.date.kind === 'date' ? entry.date.date : null;
    const toPlan = /\b40[13] ?\(?[abk]\b|\b457\b|\btsp\b|\bplan\b/iu.test(entry.words);
    if (out === null || toPlan || !isAfter1November(out)) {
      fates.exclude(entry.cell, 'Rolled over: on no line.', entry.label);
      continue;
    }
    const back = backs.get(sizeOf(entry))?.find((other) => !spoken.has(other) && other.date.kind === 'date'
      && daysBetween(out, other.date.date) >= 0 && daysBetween(out, other.date.date) <= 60);
    if (back !== undefined) spoken.add(back);
    if (back?.date.kind === 'date' && back.date.date.year === out.year) fates.exclude(entry.cell, `Rolled over, and back in ${nameOf(back.cell)} before year end: on no line.`, entry.label);
    else if (back?.date.kind === 'date') {
      judged(records, entry, { kind: 'count', input: 'outstandingRollovers', year: out.year, note: `taken out ${usDate(out)} and rolled over ${usDate(back.date.date)} (${nameOf(back.cell)})` });
    } else {
      ask(records, entry, 'ROLLOVER_OUTSTANDING', `It was taken out on ${usDate(out)}, and nothing here shows it coming back. Was it back in an IRA on 31 December, or on its way?`, [
        { answer: { role: 'outstanding_rollovers' }, says: 'It came back in the next year, within 60 days' },
        { answer: 'exclude', says: 'It was back by 31 December, or went to an employer plan' },
        { answer: { role: 'distributions' }, says: 'It was not rolled over in time: distributed' },
      ]);
    }
  }
}

const isAfter1November = ({ month, day }: CalendarDate): boolean => month === 12 || (month === 11 && day > 1);

function judged(records: Records, entry: Entry, judgement: Judgement): void {
  const { fates } = records.context;
  const { cell, read, label } = entry;
  if (judgement.kind === 'ask') return ask(records, entry, judgement.code, judgement.why, judgement.choices);
  if (judgement.kind === 'exclude') return fates.exclude(cell, judgement.reason, label);
  fates.use(countedFrom(cell, read, judgement, label));
  for (const code of read.notes) fates.warn(cell.address, code, noteText(code, cell, read.amount));
}

/** A question, and the years that its answer may matter to: a contribution may be for the year before that of its date. */
function ask({ context }: Records, { cell, date }: Entry, code: string, why: string, choices: Asked['choices']): void {
  const years = date.kind === 'date' ? [...new Set([date.date.year - 1, date.date.year, ...yearsOffered(choices)])] : null;
  context.fates.ask({ cell: cell.address, code, text: `${shownAs(cell)}. ${why} It is not counted until you say.`, choices }, years);
}
