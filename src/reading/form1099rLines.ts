import { formatCell } from '../cells/address';
import { Decimal, zero } from '../engine/decimal';
import { inWords } from '../engine/words';
import { detailsOf, leavesOut, letsIn } from '../plan/answers';
import { tidy } from '../cells/tidy';
import { noteText, type CellAmount } from './amountCell';
import { askAboutForm, formChoices, tieBox1, type Form } from './form1099rForm';
import type { Counted } from './fates';
import { nameOf, type GridCell } from './grid';
import { excludeChoice } from './judgement';
import { countedFrom } from './pending';
import { inList } from './sentences';
import type { Concept } from './vocabulary';
import { bestEvidence } from './witnesses';

type ReadAmount = CellAmount & { readonly kind: 'amount' };

/** What a column says of a part of box 1: all of it, none of it, or an amount. */
type Part =
  | { readonly kind: 'all' | 'none'; readonly cell: GridCell }
  | { readonly kind: 'amount'; readonly cell: GridCell; readonly read: ReadAmount };

/** A form with what its columns say of its parts. */
interface Open {
  readonly form: Form;
  /** Rolled over or given to charity: on no line. */
  readonly off: readonly { readonly part: Part; readonly concept: Concept }[];
  readonly converted: Part | null;
  /** What is left of box 1 after what is on no line. */
  readonly rest: Decimal;
  /** How it is known to have been used, where no column says so. */
  known: Known | null;
}

interface Known {
  readonly as: 'conversions' | 'distributions';
  readonly how: string;
  /** Whether the tax withheld stayed out of the Roth IRA, where the converted amount tells. */
  readonly withheldStayedOut?: boolean;
}

/** Puts forms on lines 7 and 8: as answered, as their columns and words say, or as other selections show; else asks. */
export function fillInForms(records: Form['records'], forms: readonly Form[]): void {
  const open = forms.flatMap((form) => opened(form) ?? []);
  for (const year of new Set(open.map(({ form }) => form.year))) matched(records, open.filter(({ form }) => form.year === year), year);
  for (const one of open) fillIn(one);
}

function opened(form: Form): Open | null {
  const { records, row, read, said } = form;
  const { fates } = records.context;
  if (said.converted !== undefined || said.role !== undefined) return { form, off: [], converted: null, rest: read.amount, known: asAnswered(form) };
  const parts = new Map<Concept, Part>();
  for (const concept of ['converted', 'qcd', 'rolled_over', 'rollover_to_plan', 'outstanding_rollover'] as const) {
    const cell = records.filled(row, concept);
    if (cell === null) continue;
    const part = partIn(form, cell, concept);
    if (part === null) {
      tieBox1(records, form, '1099-R');
      fates.wait(form.box1, cell.address);
      return null;
    }
    parts.set(concept, part);
  }
  const converted = parts.get('converted') ?? null;
  const off = [...parts].flatMap(([concept, part]) => (concept === 'converted' || part.kind === 'none' ? [] : [{ part, concept }]));
  for (const { kind, cell } of parts.values()) if (kind === 'none') fates.ignore(cell, `Says that nothing of ${nameOf(form.box1)} is of that kind.`);
  const rest = off.reduce((left, { part }) => (part.kind === 'amount' ? left.minus(part.read.amount.abs()) : zero), read.amount);
  const taken = converted?.kind === 'amount' ? converted.read.amount.abs() : zero;
  if (rest.isNegative() || taken.greaterThan(rest)) {
    askAboutForm(form, 'PARTS_EXCEED_BOX_1', 'Its parts in the columns beside it come to more than box 1.', [...formChoices(form), excludeChoice]);
    return null;
  }
  return { form, off, converted, rest, known: converted === null ? byWords(form) : null };
}

const asAnswered = ({ said }: Form): Known | null =>
  (said.role === 'conversions' || said.role === 'distributions' ? { as: said.role, how: 'as answered' } : null);

/** A mark, a word or an amount in a column of parts; null where that is asked. */
function partIn({ records, row, year }: Form, cell: GridCell, concept: Concept): Part | null {
  const mark = tidy(String(cell.value ?? '')).toLowerCase();
  if (cell.value === true || /^(?:x|y|yes|true|all|full|entire|[✓✔☑])$/u.test(mark)) return { kind: 'all', cell };
  if (cell.value === false || /^(?:n|no|false|not)$/u.test(mark)) return { kind: 'none', cell };
  const found = records.amount(row, concept);
  if (found === null) return { kind: 'none', cell };
  if (found.read.kind === 'amount') return found.read.amount.isZero() ? { kind: 'none', cell } : { kind: 'amount', cell, read: found.read };
  records.context.fates.ask(found.read.asked, [year]);
  return null;
}

/** What the words of a row say that its money was used for; null where they say nothing, or several things. */
function byWords({ records, row, codes }: Form): Known | null {
  const said = records.texts(row).filter(({ concept }) => concept === null || concept === 'treatment' || concept === 'notes' || concept === 'account_type');
  const found = said.flatMap(({ text, cell, concept }): (Known | 'other')[] => {
    const how = `${nameOf(cell)} says so`;
    if (/\bnot\b|\?|\bpartial|\bpart\b|\bqcd|\bcharit|\brolled\b|\b60[- ]day/iu.test(text)) return ['other'];
    if (concept !== 'account_type' && /\brollover\b/iu.test(text)) return ['other'];
    if (/\bconver(?:sions?|ted)\b|\bbackdoor\b|\bto roth\b/iu.test(text)) return [{ as: 'conversions', how }];
    return concept !== 'account_type' && /\brmds?\b|\bcash(?:ed)?\b|\bkept\b|\bspent\b/iu.test(text) ? [{ as: 'distributions', how }] : [];
  });
  const [first] = found;
  const only = first !== undefined && first !== 'other' && found.every((one) => one !== 'other' && one.as === first.as) ? first : null;
  if (codes.says === 'left open') return only;
  return found.length > 0 && only?.as !== 'distributions' ? null : { as: 'distributions', how: codes.why };
}

/** Conversions and distributions of other selections tell which forms they are, where the amounts leave no choice. */
function matched(records: Form['records'], forms: readonly Open[], year: number): void {
  const open = forms.filter(({ known, converted, form }) => known === null && converted === null && form.said.converted === undefined && form.codes.says === 'left open');
  if (open.length === 0) return;
  const spoken = forms.filter(({ known }) => known?.as === 'conversions').map(({ rest }) => rest);
  for (const [group, as] of [['8', 'conversions'], ['7', 'distributions']] as const) {
    const evidence = without(bestEvidence(records.context, group, year), as === 'conversions' ? spoken : []);
    if (evidence.length === 0) continue;
    const left = open.filter(({ known }) => known === null);
    const total = evidence.reduce((sum, { amount }) => sum.plus(amount), zero);
    const how = `as ${inList(evidence.map(({ cell }) => formatCell(cell)))} shows`;
    for (const stayedOut of [false, true]) {
      const amountOf = ({ form, rest }: Open): Decimal => (stayedOut ? rest.minus(withheldOf(form)) : rest);
      const candidates = left.filter((one) => one.known === null && (!stayedOut || (as === 'conversions' && withheldOf(one.form).greaterThan(zero))));
      const sum = candidates.reduce((all, one) => all.plus(amountOf(one)), zero);
      for (const one of candidates) {
        const amount = amountOf(one);
        const alike = candidates.filter((other) => amountOf(other).equals(amount)).length;
        const isIt = (candidates.length === left.length && sum.equals(total)) || alike === evidence.filter((other) => other.amount.equals(amount)).length;
        if (isIt && alike > 0) one.known = { as, how, ...(as === 'conversions' ? { withheldStayedOut: stayedOut } : {}) };
      }
    }
  }
}

/** The evidence that is left when the amounts that are already spoken for are taken out of it, each once. */
function without(evidence: readonly Counted[], spoken: readonly Decimal[]): readonly Counted[] {
  const left = [...evidence];
  for (const amount of spoken) {
    const index = left.findIndex((one) => one.amount.equals(amount));
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}

function withheldOf({ records, row }: Form): Decimal {
  const found = records.amount(row, 'withheld');
  return found?.read.kind === 'amount' ? found.read.amount.abs() : zero;
}

function fillIn(open: Open): void {
  const { form, off, converted, rest, known } = open;
  const { records, read, said, box1 } = form;
  const { fates } = records.context;
  if (said.converted !== undefined) return fillInPart(form, new Decimal(said.converted));
  if (rest.isZero()) return allOff(form, off);
  if (form.codes.says === 'distribution' && converted !== null && converted.kind !== 'none') {
    askAboutForm(form, 'CODE_AND_COLUMN_DISAGREE', `${form.codes.why} But ${nameOf(converted.cell)} says that it was converted.`, [...formChoices(form), excludeChoice]);
    return;
  }
  const amount = converted?.kind === 'amount' ? converted.read.amount.abs() : null;
  const as = converted === null ? known?.as : converted.kind === 'none' ? 'distributions' : 'conversions';
  if (as === undefined) {
    const evidence = bestEvidence(records.context, '8', form.year).reduce((sum, one) => sum.plus(one.amount), zero);
    const part = evidence.greaterThan(zero) && evidence.lessThan(rest)
      ? [{ answer: { converted: evidence.toString() }, says: `${inWords(evidence)} of it was converted, as other selections show; the rest was a distribution` }] : [];
    askAboutForm(form, 'CONVERTED_OR_DISTRIBUTED', form.codes.says === 'distribution' ? `${form.codes.why} But the words of its row speak of something else.` : form.codes.why, [...formChoices(form).slice(0, 1), ...part, ...formChoices(form).slice(1)]);
    return;
  }
  const how = converted === null ? known?.how ?? '' : `${nameOf(converted.cell)} says so`;
  const parts = off.flatMap(({ part }) => (part.kind === 'amount' ? [part.cell] : []));
  if (as === 'conversions' && amount !== null && !amount.equals(rest) && converted?.kind === 'amount') {
    tieBox1(records, form, '1099-R');
    offParts(form, off);
    fates.boxes.push({ cell: converted.cell.address, year: form.year, ties: 'part', amount, sign: converted.read.amount.isNegative() ? -1 : 1, text: converted.read.text });
    use(form, converted.cell, converted.read, 'conversions', `of ${nameOf(box1)}, converted`);
    return use(form, box1, read, 'distributions', 'Form 1099-R, what is left when the parts beside it are taken off', [...parts, converted.cell]);
  }
  if (converted !== null) fates.ignore(converted.cell, `Says whether ${nameOf(box1)} was converted.`);
  const tax = as === 'conversions' && amount === null ? records.amount(form.row, 'withheld') : null;
  if (tax !== null && (tax.read.kind === 'ask' || !tax.read.amount.isZero())) return convertedWithTaxWithheld(open, how, parts, tax.cell, tax.read);
  tieBox1(records, form, '1099-R');
  offParts(form, off);
  use(form, box1, read, as, `Form 1099-R, ${as === 'conversions' ? 'converted' : 'distributed'}: ${how}`, parts);
}

/** What was withheld from a conversion reached no Roth IRA, unless it was made up from other money. */
function convertedWithTaxWithheld({ form, off, known, rest }: Open, how: string, parts: readonly GridCell[], cell: GridCell, tax: Exclude<CellAmount, { kind: 'blank' }>): void {
  const { records, box1, read, year } = form;
  const { fates, answers } = records.context;
  const converted = `Form 1099-R, converted: ${how}`;
  tieBox1(records, form, '1099-R');
  if (tax.kind === 'ask') {
    fates.ask(tax.asked, [year]);
    return fates.wait(box1, cell.address);
  }
  const withheld = tax.amount.abs();
  const answer = answers.at(cell.address);
  const said = leavesOut(answer) ? false : letsIn(answer) || detailsOf(answer).amount !== undefined ? true : undefined;
  const stayedOut = said ?? known?.withheldStayedOut;
  if (stayedOut === undefined || (stayedOut && withheld.greaterThan(rest))) {
    fates.ask({
      cell: cell.address,
      code: 'WITHHELD_FROM_CONVERSION',
      text: `${nameOf(cell)} shows ${cell.shown} withheld from ${nameOf(box1)} (${box1.shown}), which was converted (${how}). What was withheld and not put into the Roth IRA from other money was distributed (line 7), not converted. Neither is counted until you say.`,
      choices: [
        ...(withheld.greaterThan(rest) ? [] : [{ answer: 'include', says: `${inWords(withheld)} was a distribution, the rest was converted` }]),
        { answer: 'exclude', says: `It was made up from other money: all ${inWords(rest)} was converted` },
      ],
    }, [year]);
    return fates.wait(box1, cell.address);
  }
  offParts(form, off);
  if (!stayedOut) {
    fates.ignore(cell, 'The tax withheld was made up from other money: all of box 1 was converted.');
    return use(form, box1, read, 'conversions', converted, parts);
  }
  if (withheld.equals(rest)) {
    fates.ignore(cell, `All of ${nameOf(box1)} was withheld.`);
    return use(form, box1, read, 'distributions', 'Form 1099-R, all of it withheld, and so distributed', parts);
  }
  fates.boxes.push({ cell: cell.address, year, ties: 'part', amount: withheld, sign: tax.amount.isNegative() ? -1 : 1, text: tax.text });
  use(form, cell, tax, 'distributions', `withheld from the conversion in ${nameOf(box1)}, and so distributed`);
  use(form, box1, read, 'conversions', `${converted}; less the tax withheld`, [...parts, cell]);
}

/** A part that the preparer names. Parts of an answer are constants on the tab. */
function fillInPart(form: Form, converted: Decimal): void {
  const { records, box1, read, year, label } = form;
  if (converted.greaterThan(read.amount)) {
    askAboutForm(form, 'PARTS_EXCEED_BOX_1', `It is answered that ${inWords(converted)} of it was converted.`, [...formChoices(form), excludeChoice]);
    return;
  }
  tieBox1(records, form, '1099-R');
  const rest = read.amount.minus(converted);
  if (converted.isZero()) return use(form, box1, read, 'distributions', 'Form 1099-R, distributed, as answered');
  if (rest.isZero()) return use(form, box1, read, 'conversions', 'Form 1099-R, converted, as answered');
  const part = (input: 'conversions' | 'distributions', amount: Decimal): Counted => ({
    ...countedFrom(box1, read, { kind: 'count', input, year, note: `Form 1099-R, ${input === 'conversions' ? 'converted' : 'distributed'} part, as answered` }, label), amount, sign: 1, answered: true,
  });
  records.context.fates.use(part('conversions', converted), [part('distributions', rest)]);
}

/** All of a form was rolled over or given to charity. */
function allOff(form: Form, off: Open['off']): void {
  const { records, box1, read } = form;
  tieBox1(records, form, '1099-R off');
  const outstanding = off.find(({ part, concept }) => concept === 'outstanding_rollover' && part.kind === 'all');
  if (outstanding !== undefined) use(form, box1, read, 'outstandingRollovers', `Form 1099-R, rolled over in the next year: ${nameOf(outstanding.part.cell)} says so`);
  else records.context.fates.exclude(box1, `${whatWas(off)}: not on lines 7 and 8.`, form.label);
  for (const { part, concept } of off) {
    if (part.kind === 'amount' && concept === 'outstanding_rollover') use(form, part.cell, part.read, 'outstandingRollovers', `of ${nameOf(box1)}, rolled over in the next year`);
    else records.context.fates.ignore(part.cell, `Says what became of ${nameOf(box1)}.`);
  }
}

const whatWas = (off: Open['off']): string => (off.every(({ concept }) => concept === 'qcd') ? 'A qualified charitable distribution' : off.some(({ concept }) => concept === 'qcd') ? 'Rolled over and given to charity' : 'Rolled over');

/** The parts of a form that are on no line, each in its own cell; box 1 is counted without them. */
function offParts(form: Form, off: Open['off']): void {
  const { fates } = form.records.context;
  for (const { part, concept } of off) {
    if (part.kind !== 'amount') continue;
    const { cell, read } = part;
    fates.boxes.push({ cell: cell.address, year: form.year, ties: '1099-R part off', amount: read.amount.abs(), sign: read.amount.isNegative() ? -1 : 1, text: read.text });
    if (concept === 'outstanding_rollover') use(form, cell, read, 'outstandingRollovers', `of ${nameOf(form.box1)}, rolled over in the next year`);
    else fates.exclude(cell, `${concept === 'qcd' ? 'Given to charity' : 'Rolled over'}, and so not part of line 7; taken off ${nameOf(form.box1)}.`, form.label);
  }
}

function use(form: Form, cell: GridCell, read: ReadAmount, input: Counted['input'], note: string, less: readonly GridCell[] = []): void {
  const { records, year, label } = form;
  const counted = countedFrom(cell, read, { kind: 'count', input, year, note }, label);
  const amount = less.reduce((left, part) => left.minus(amountIn(form, part)), counted.amount);
  records.context.fates.use(less.length === 0 ? counted : { ...counted, amount, less: less.map(({ address }) => address) });
  for (const code of read.notes) records.context.fates.warn(cell.address, code, noteText(code, cell, read.amount));
}

/** What a cell beside box 1 holds, as answered. */
function amountIn({ records, row }: Form, cell: GridCell): Decimal {
  const column = records.columns.find(({ column: place }) => place === cell.address.column);
  const found = column?.concept ? records.amount(row, column.concept) : null;
  return found?.read.kind === 'amount' ? found.read.amount.abs() : zero;
}
