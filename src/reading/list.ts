import type { Scale } from '../cells/amount';
import type { Decimal } from '../engine/decimal';
import { inWords } from '../engine/words';
import { detailsOf, leavesOut, saysItCounts } from '../plan/answers';
import { roles, type Role } from '../plan/plan';
import { accountOf } from './accounts';
import { amountIn, type CellAmount } from './amountCell';
import { firstYear, type SourceContext } from './context';
import { nameOf, textOf, type Grid, type GridCell } from './grid';
import { excludeChoice, includeChoice, labelOf, wordsOfRow, type Judgement, type ListRole, type RowFacts } from './judgement';
import { listLayout } from './listLayout';
import { belongsTo, headsGroup, inNobodys, leaveOthersColumns, ownerOfColumn, ownersOfRows } from './owners';
import { countedFrom, isNegative, settlePending, type Pending } from './pending';
import { reportTotals } from './reportTotals';
import { factsOfRows, tellWhen } from './rowFacts';
import { inList } from './sentences';
import { missingAmount, settleHeader, waitForColumns } from './settle';
import { findTotals, isTotalLabel } from './totals';
import { unitsOf } from './units';

/** Reads a list: rows with one amount each, under a header or without. */
export function readList(context: SourceContext, role: ListRole, roleOf: (role: Role) => ListRole | null): void {
  const { grid, fates } = context;
  const layout = listLayout(context, role.headed);
  leaveOthersColumns(context, layout.columns, layout.rows);
  const [first] = layout.amounts;
  if (layout.waitsFor !== null || first === undefined) {
    settleHeader(context, layout.header, layout.rows);
    if (layout.waitsFor !== null) return waitForColumns(context, layout.columns, layout.rows, layout.waitsFor);
    return layout.columns.some((column) => ownerOfColumn(context, column) !== context.plan.person) ? undefined : nothingFound(context, role);
  }
  const factsOf = factsOfRows(context, role, layout);
  const when = layout.columns.filter(({ concept }) => concept !== null && tellWhen.includes(concept));
  const labelIn = (row: number): string => when.map(({ column }) => textOf(grid.at(row, column))).find(isTotalLabel) ?? factsOf(row, first).texts[0]?.text ?? '';
  const totals = findTotals(grid, layout.rows, layout.amounts.map(({ column }) => column), (row) => {
    const facts = factsOf(row, first);
    const own = facts.date.kind === 'date' || facts.year.kind === 'year' && first.year === null
      || (role.role === 'accounts' && facts.texts.some(({ concept }) => concept === 'account_type') && accountOf(facts).verdict !== 'ask');
    return { label: labelIn(row), own };
  });
  const headings = headingsAmong(grid, layout.rows, layout.amounts.map(({ column }) => column));
  const rows = layout.rows.filter((row) => !totals.rows.has(row) && !headsGroup(grid, row) && !headings.has(row));
  const units = unitsOf(context, layout.header, layout.amounts, rows, () => role.role === 'contributions');
  settleHeader(context, layout.header, layout.rows);
  if (units.all !== null) return waitForColumns(context, layout.columns, layout.rows, units.all);
  for (const [column, asked] of units.waits) waitForColumns(context, layout.amounts.filter((one) => one.column === column), rows, asked);
  const amounts = layout.amounts.filter(({ column }) => !units.waits.has(column));
  const ownerOf = ownersOfRows(context, layout.columns, rows);
  // Where nothing was added up yet, a total has nobody's amount and is nobody's.
  const isBlankTotal = (row: number): boolean => amounts.every(({ column }) => grid.at(row, column).blank) && isTotalLabel(labelIn(row));
  const taxes = layout.columns.filter(({ concept, text }) => concept === null && /\bwithh|\bw ?\/ ?h\b|\bwh\b|\b(?:fed|federal|state) tax/iu.test(text));
  const taxIn = (row: number): GridCell | null => taxes.map(({ column }) => grid.at(row, column)).find((cell) => {
    const tax = amountIn(cell, undefined);
    return tax.kind === 'ask' || (tax.kind === 'amount' && !tax.amount.isZero());
  }) ?? null;
  const pending: Pending[] = [];
  const types: string[] = [];
  for (const row of rows) {
    if (isBlankTotal(row)) continue;
    const owner = ownerOf(row);
    for (const column of amounts) {
      const facts = underHeading(grid, factsOf(row, column), role, headings);
      if ('waitsFor' in owner) fates.wait(facts.cell, owner.waitsFor.address);
      else if (owner.of === context.plan.person) readRow(context, role, roleOf, facts, { maybeTotal: totals.doubtful.has(row), scale: units.scaleOf(column.column), taxBeside: column.concept === 'converted' ? null : taxIn(row) }, pending, types);
      else if (owner.of === 'ignore') fates.ignore(facts.cell, inNobodys(context.grid));
      else fates.exclude(facts.cell, belongsTo(owner.of), labelOf(facts));
    }
  }
  settlePending(context, pending);
  const withheld = role.role !== 'conversions' ? [] : pending.map(({ cell }) => taxIn(grid.rowOf(cell.address))).filter((cell) => cell !== null);
  const [tax] = withheld;
  if (tax !== undefined && !context.plan.sources.some((source) => source.role === 'distributions' || source.role === 'form_1099r' || source.role === 'ledger')) {
    fates.warn(tax.address, 'WITHHELD_NOT_SELECTED', `Tax withheld from conversions is read nowhere: ${inList(withheld.map((cell) => `${nameOf(cell)} (${cell.shown})`), 3)}. Unless it was made up from other money it is a distribution, line 7: select it as one.`);
  }
  reportTotals(context, totals);
  if (types.length > 0) fates.warn(null, 'EXCLUDED_TYPES', `Not counted on line 6: ${types.join(', ')}.`);
}

/**
 * "Traditional IRAs", "Accounts at Schwab:" or a note, alone in its row, where every amount has more beside it than its label:
 * no account whose value is missing. In a list of two columns it may be one, and is asked about.
 */
function headingsAmong(grid: Grid, rows: readonly number[], amounts: readonly number[]): ReadonlySet<number> {
  const withAmount = rows.filter((row) => amounts.some((column) => !grid.at(row, column).blank) && !isTotalLabel(textOf(grid.filledIn(row)[0] ?? grid.at(row, 1))));
  if (withAmount.length === 0 || withAmount.some((row) => grid.filledIn(row).length < 3)) return new Set();
  return new Set(rows.filter((row) => {
    const [cell, second] = grid.filledIn(row);
    return cell !== undefined && second === undefined && !amounts.includes(cell.address.column) && /(?:\b(?:iras|accounts|plans|annuities)|:)$|^notes?\b/iu.test(textOf(cell));
  }));
}

/** An account stands under its heading: a "Traditional IRA" below "Inherited IRAs" is of two minds, and asked about. */
function underHeading(grid: Grid, facts: RowFacts, role: ListRole, headings: ReadonlySet<number>): RowFacts {
  const row = grid.rowOf(facts.cell.address);
  const above = role.role === 'accounts' ? [...headings].filter((heading) => heading < row).at(-1) : undefined;
  const [cell] = above === undefined ? [] : grid.filledIn(above);
  return cell === undefined ? facts : { ...facts, texts: [...facts.texts, { concept: 'treatment', text: textOf(cell), cell }] };
}

interface RowBesides {
  readonly maybeTotal: boolean;
  readonly scale: Scale;
  /** What was withheld, where the amount is not known to be what is left without it. */
  readonly taxBeside: GridCell | null;
}

function readRow(
  context: SourceContext, own: ListRole, roleOf: (role: Role) => ListRole | null, facts: RowFacts, { maybeTotal, scale, taxBeside }: RowBesides, pending: Pending[], types: string[],
): void {
  const { fates } = context;
  const { cell, answer } = facts;
  const label = labelOf(facts);
  if (leavesOut(answer)) return fates.exclude(cell, 'Left out by the preparer.', label);
  const answeredRole = detailsOf(answer).role;
  const role = answeredRole === undefined ? own : roleOf(answeredRole);
  if (role === null) return fates.exclude(cell, `Counts in another selection: ${roles[answeredRole ?? own.role]}.`, label);
  const read = amountIn(cell, answer, scale);
  if (read.kind === 'blank') return blankAmount(context, role, facts);
  if (maybeTotal && !saysItCounts(answer)) {
    return fates.ask({
      cell: cell.address,
      code: 'LOOKS_LIKE_TOTAL',
      text: `${nameOf(cell)} shows ${cell.shown}${isTotalLabel(wordsOfRow(facts)) ? ', and its label speaks of a total' : ', the sum of the rows above it'}. It is not counted until you say whether it is a total.`,
      choices: [{ ...excludeChoice, says: 'It is a total' }, includeChoice],
    });
  }
  const negative = read.kind === 'amount' && isNegative(read);
  const judgement = role.judge(read.kind === 'amount' ? { ...facts, amount: read.amount } : facts, context, negative);
  if (judgement.kind === 'exclude') {
    if (judgement.accountType !== undefined && !types.includes(judgement.accountType)) types.push(judgement.accountType);
    return fates.exclude(cell, judgement.reason, label);
  }
  if (judgement.kind === 'ask') return askAbout(context, cell, judgement);
  if (read.kind === 'ask') {
    if (judgement.input === 'accountValues') fates.missingValues.push({ year: judgement.year, cell: cell.address });
    return fates.ask(read.asked, [judgement.year]);
  }
  if (taxBeside !== null && read.kind === 'amount' && judgement.input === 'conversions' && !saysItCounts(answer) && detailsOf(answer).amount === undefined) {
    return askTaxBeside(context, { cell, amount: read.amount, year: judgement.year }, taxBeside, amountIn(taxBeside, undefined, scale));
  }
  if (negative && role.signs === 'positive') return askNegative(context, cell, read.amount, role, judgement.year);
  pending.push({
    cell,
    read,
    signs: role.signs,
    group: role.role,
    answered: saysItCounts(answer),
    counted: countedFrom(cell, read, judgement, label),
  });
}

function askAbout({ fates }: SourceContext, cell: GridCell, { code, why, choices }: Judgement & { readonly kind: 'ask' }): void {
  fates.ask({ cell: cell.address, code, text: `${nameOf(cell)} shows ${cell.shown}. ${why} It is not counted until you say.`, choices });
}

/** What was withheld from a conversion reached no Roth IRA, unless it was made up from other money. */
function askTaxBeside({ fates }: SourceContext, { cell, amount, year }: { readonly cell: GridCell; readonly amount: Decimal; readonly year: number }, tax: GridCell, withheld: CellAmount): void {
  const rest = withheld.kind === 'amount' ? amount.abs().minus(withheld.amount.abs()) : null;
  fates.ask({
    cell: cell.address,
    code: 'WITHHELD_FROM_CONVERSION',
    text: `${nameOf(cell)} shows ${cell.shown}, and ${nameOf(tax)} ${tax.shown} withheld. What was withheld and not put into the Roth IRA from other money was distributed (line 7), not converted. It is not counted until you say.`,
    choices: [
      { ...includeChoice, says: `All ${inWords(amount.abs())} reached the Roth IRA` },
      ...(rest === null || !rest.isPositive() ? [] : [{ answer: { amount: rest.toString() }, says: `${inWords(rest)} did; I select the tax as a distribution too` }]),
      excludeChoice,
    ],
  }, [year]);
}

function askNegative({ fates }: SourceContext, cell: GridCell, amount: Decimal, role: ListRole, year: number): void {
  const returned = role.role === 'contributions' ? [{ answer: { role: 'returned' }, says: 'It is a contribution that was returned' }] : [];
  fates.ask({
    cell: cell.address,
    code: 'NEGATIVE_AMOUNT',
    text: `${nameOf(cell)} shows ${cell.shown}, a negative amount where none is expected. It is not counted until you say what it is.`,
    choices: [...returned, { answer: { amount: amount.abs().toString() }, says: `It is ${inWords(amount.abs())}` }, excludeChoice],
  }, [year]);
}

function blankAmount(context: SourceContext, role: ListRole, facts: RowFacts): void {
  const { fates } = context;
  const { cell } = facts;
  if (!role.asksForBlank(facts, context)) return fates.ignore(cell, 'Blank, in a row without an amount.');
  const judgement = role.judge(facts, context, false);
  if (judgement.kind === 'exclude') return fates.ignore(cell, `Blank. ${judgement.reason}`);
  if (judgement.kind === 'count' && judgement.input === 'accountValues') fates.missingValues.push({ year: judgement.year, cell: cell.address });
  fates.ask(missingAmount(cell), judgement.kind === 'count' ? [judgement.year] : null);
}

/** A selection in which no amount stands: blank is not zero, so where a value is needed it is asked for. */
function nothingFound(context: SourceContext, role: ListRole): void {
  const { grid, fates, source, answers } = context;
  const cell = [...grid.all()].find(({ blank }) => !blank) ?? grid.at(grid.rows[0] ?? grid.range.top, grid.columns[0] ?? grid.range.left);
  const needed = role.role === 'accounts' || role.role === 'fmv' || role.role === 'prior_basis';
  if (!needed) return fates.warn(cell.address, 'NO_AMOUNT_FOUND', `The selection ${source.range} (${role.role.replace(/_/gu, ' ')}) holds no amount. Nothing is counted from it.`);
  const answer = answers.at(cell.address);
  if (leavesOut(answer)) return fates.ignore(cell, 'Left out by the preparer.');
  const input = role.role === 'prior_basis' ? 'priorBasis' : 'accountValues';
  const year = firstYear(context);
  const read = detailsOf(answer).amount === undefined ? null : amountIn(cell, answer);
  if (read?.kind === 'amount' && !isNegative(read)) return fates.use(countedFrom(cell, read, { kind: 'count', input, year, note: 'as answered' }, null));
  if (input === 'accountValues') fates.missingValues.push({ year, cell: cell.address });
  fates.ask({ ...missingAmount(cell), text: `The selection ${source.range} holds no amount, and blank is not zero. Enter the amount, or say that it is zero.` });
}
