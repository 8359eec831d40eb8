import { tidy } from '../cells/tidy';
import { withoutDates } from '../cells/date';
import { yearsIn } from '../cells/year';
import { detailsOf } from '../plan/answers';
import type { AnswerDetails } from '../plan/plan';
import { classifyAccount } from '../rules/accountWords';
import type { CellAmount } from './amountCell';
import type { SourceContext } from './context';
import { alike, type Entry } from './activityEntry';
import { settleEntries } from './activityLines';
import type { RowText } from './judgement';
import { wordsWith } from './moreWords';
import { recordsIn, type RecordShape, type Records } from './records';
import { dateIn } from './rowFacts';
import { transactionOf, type Transaction } from './transactionWords';
import type { Concept } from './vocabulary';

const shape: RecordShape = {
  words: wordsWith({
    words: {
      treatment: [
        'type', 'transaction', 'transaction type', 'trans type', 'tran type', 'action', 'activity', 'activity type', 'description', 'transaction description', 'what', 'detail', 'details',
        'kind', 'category', 'event', 'item', 'particulars',
      ],
      account_type: ['account', 'account name', 'registration', 'from account'],
      money_in: ['deposit', 'deposits', 'credit', 'credits', 'money in', 'in', 'additions', 'paid in', 'received', 'inflow', 'inflows'],
      money_out: ['withdrawal', 'withdrawals', 'debit', 'debits', 'money out', 'out', 'subtractions', 'paid out', 'outflow', 'outflows'],
      running_balance: ['balance', 'running balance', 'account balance', 'ending balance', 'cash balance', 'balance after', 'bal', 'new balance', 'closing balance', 'account value', 'market value', 'value'],
      amount: ['net amount', 'transaction amount', 'net', 'total', 'total amount'],
      date: ['trans date', 'run date', 'effective date', 'process date', 'when', 'posted', 'posting date', 'activity date'],
    },
  }),
  money: ['amount', 'money_in', 'money_out', 'contribution_nondeductible', 'contribution_total', 'converted', 'distribution_other'],
  beside: ['date', 'treatment', 'account_type', 'tax_year', 'owner', 'running_balance'],
  several: ['treatment'],
  needs: [['amount', 'money_in', 'money_out', 'contribution_nondeductible', 'contribution_total', 'converted', 'distribution_other']],
  byContent: (columns) => {
    const amounts = columns.filter(({ concept }) => concept === 'amount');
    return amounts.length === 1 ? columns : columns.map((column) => (column.concept === 'amount' ? { ...column, concept: null } : column));
  },
};

/** Columns that say themselves what the amounts in them were. */
const byColumn: Readonly<Partial<Record<Concept, Transaction>>> = {
  contribution_nondeductible: 'contribution', contribution_total: 'contribution', converted: 'conversion', distribution_other: 'distribution',
};

/** Reads the activity of an account: dated transactions of several kinds, of any number of years, in any order. */
export function readActivity(context: SourceContext): void {
  const records = recordsIn(context, shape);
  if (records === null) return;
  const entries = records.rows.flatMap((row) => shape.money.flatMap((concept) => entryIn(records, row, concept) ?? []));
  settleEntries(records, withLikeAnswered(entries));
  records.finish({ running_balance: 'The balance after the row. The value on 31 December is read from accounts, year-end values or Forms 5498.' });
}

function entryIn(records: Records, row: number, concept: Concept): Entry | null {
  const { context } = records;
  const cell = records.filled(row, concept);
  if (cell === null) return null;
  const texts = records.texts(row);
  const said = detailsOf(records.answer(row, cell));
  const words = wordsOf(texts);
  const transaction = said.role === undefined && said.kind === undefined ? byColumn[concept] ?? transactionOf(words) : null;
  if (transaction === 'growth' || transaction === 'balance') {
    context.fates.ignore(cell, transaction === 'balance' ? 'A balance, and no movement of money.' : `${words}: it stays inside the account, and is part of its value on 31 December.`);
    return null;
  }
  if (records.isSettled(row, cell)) return null;
  const read = records.amount(row, concept)?.read;
  if (read === undefined) return null;
  if (read.kind === 'ask') {
    context.fates.ask(read.asked);
    return null;
  }
  if (read.amount.isZero()) {
    context.fates.ignore(cell, 'Zero.');
    return null;
  }
  const stated = records.statedYear(row, concept);
  const dateCell = records.filled(row, 'date') ?? records.filled(row, 'contribution_date') ?? records.filled(row, 'conversion_date');
  const date = dateCell === null ? ({ kind: 'none' } as const) : dateIn(dateCell, stated.kind === 'year' ? stated.year : null, context);
  const yearCell = records.filled(row, 'tax_year');
  const inColumn = yearCell === null && date.kind === 'date' ? ({ kind: 'none' } as const) : stated;
  return {
    row, cell, read, said, words, transaction, date, texts,
    forYear: inColumn.kind === 'none' ? yearInWords(texts, date.kind === 'date' ? date.date.year : null) : inColumn,
    inYear: inColumn,
    flows: flowOf(concept, read),
    account: accountIn(texts),
    nondeductible: concept === 'contribution_nondeductible',
    label: records.label(row),
  };
}

/** Whether money went out of the account or came in, as its sign or its column shows it. */
function flowOf(concept: Concept, { amount }: CellAmount & { readonly kind: 'amount' }): Entry['flows'] {
  if (concept === 'money_out') return amount.isNegative() ? 'in' : 'out';
  return amount.isNegative() ? 'out' : 'in';
}

/** What was done, in the words of the row; its notes only where nothing else speaks. */
function wordsOf(texts: readonly RowText[]): string {
  const speaking = texts.filter(({ concept }) => concept === 'treatment' || concept === null);
  return tidy((speaking.length > 0 ? speaking : texts.filter(({ concept }) => concept === 'notes' || concept === 'account_type')).map(({ text }) => text).join(' | '));
}

/** The account of a row, where it names one that is known: its Roth IRA's rows are the other side of a conversion. */
function accountIn(texts: readonly RowText[]): Entry['account'] {
  const named = texts.filter(({ concept }) => concept === 'account_type').map(({ text }) => classifyAccount(text));
  const out = named.find(({ verdict }) => verdict === 'out');
  if (out !== undefined) return { kind: out.kind === 'Roth' ? 'Roth' : 'other', why: out.why };
  return { kind: named.some(({ verdict }) => verdict === 'in') ? 'IRA' : 'unknown', why: '' };
}

/** "2024 contribution", "for TY24", "prior year": the year that a contribution is for, in the words of its row. */
function yearInWords(texts: readonly RowText[], made: number | null): Entry['forYear'] {
  const words = texts.filter(({ concept }) => concept === null || concept === 'treatment' || concept === 'notes').map(({ text }) => withoutDates(text)).join(' | ');
  const years = yearsIn(words);
  const [only] = years;
  if (years.length > 1) return { kind: 'unclear', why: `Its row names the years ${years.join(' and ')}.` };
  if (only !== undefined) return { kind: 'year', year: only };
  if (made === null) return { kind: 'none' };
  if (/\b(?:prior|previous|last|past)[- ](?:tax )?(?:year|yr)\b|\bPY\b/iu.test(words)) return { kind: 'year', year: made - 1 };
  return /\b(?:current|this)[- ](?:tax )?(?:year|yr)\b|\bCY\b/iu.test(words) ? { kind: 'year', year: made } : { kind: 'none' };
}

/** What is said of one row of unknown words holds for those that say the same and flow the same way. */
function withLikeAnswered(entries: readonly Entry[]): readonly Entry[] {
  const answered = new Map<string, AnswerDetails>();
  for (const entry of entries) {
    const { role, kind } = entry.said;
    if ((role !== undefined || kind !== undefined) && !answered.has(alike(entry))) answered.set(alike(entry), role === undefined ? { kind: kind! } : { role });
  }
  return entries.map((entry) => {
    const like = entry.transaction === 'unknown' && entry.words !== '' ? answered.get(alike(entry)) : undefined;
    return like === undefined ? entry : { ...entry, transaction: null, said: { ...entry.said, ...like } };
  });
}
