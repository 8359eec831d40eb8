import { Decimal, zero } from '../engine/decimal';
import { anyInputNames, inputOfPartIII, isOfPartsIAndII, type AnyInputName } from '../forms/form8606';
import { iraDollarLimit } from '../rules/iraLimit';
import { checks, type BuiltFacts } from '../worksheet/checks';
import type { TabContent } from '../worksheet/content';
import { lineOn, tabEntries, type FormsOfTab } from '../worksheet/entries';
import { controlled, head, rowOfEntry, rowOfInput } from '../worksheet/positions';
import { supportKey } from '../worksheet/schedules';
import { areComplete } from './adjusted';
import { amountTyped, signedAs, type ExistingTab } from './existingTab';
import type { Status } from './report';

/**
 * The status that the tab will show once Excel has calculated it. It is worked out here, from the same checks and the same
 * cells of the sign-off, because asking Excel for it would take another trip after the tab is whole.
 */
export const statusWhenBuilt = (tab: TabContent, existing: ExistingTab | null): Status => {
  const facts = builtFacts(tab, existing);
  const stops = checks.some(({ holdsWhenBuilt }) => holdsWhenBuilt?.(facts) === false);
  const unsigned: Status = stops ? 'DRAFT' : 'READY';
  if (!existing || signedAs(existing, 'reviewedBy') === '' || signedAs(existing, 'controlTotal') === '') return unsigned;
  const asSigned = isAsSigned(signedAs(existing, 'line14'), tab.form.line('14')) && isAsSigned(signedAs(existing, 'line18'), tab.form.line('18'))
    && isAsSigned(signedAs(existing, 'controlTotal'), controlTotal(tab));
  if (!asSigned) return 'CHANGED SINCE SIGN-OFF';
  return stops ? 'DRAFT' : 'SIGNED';
};

const isAsSigned = (signed: unknown, shown: Decimal | null): boolean =>
  signed === '' || (typeof signed === 'number' && (shown ?? zero).minus(new Decimal(signed.toPrecision(15))).abs().lessThan('0.005'));

/** Each amount between the titles and the end of the build-up, times how many rows below the titles it stands. */
export const controlTotal = (forms: FormsOfTab): Decimal => {
  const rows = [
    ...tabEntries.filter(({ id, kind }) => kind !== 'question' && rowOfEntry(id) <= controlled.last).map(({ id }) => ({ row: rowOfEntry(id), amount: lineOn(forms, id) })),
    ...anyInputNames.map((name) => ({ row: rowOfInput(name), amount: inputOn(forms, name) })),
  ];
  return rows.reduce((sum, { row, amount }) => sum.plus((amount ?? zero).times(row - head.columnTitles)), zero).toDecimalPlaces(2);
};

const inputOn = ({ form, roth }: FormsOfTab, name: AnyInputName): Decimal => {
  const ofPartIII = inputOfPartIII(name);
  if (ofPartIII !== null) return roth.inputs[ofPartIII];
  return isOfPartsIAndII(name) ? form.inputs[name] : zero;
};

const builtFacts = (tab: TabContent, existing: ExistingTab | null): BuiltFacts => {
  const typed = (id: string): Decimal | null => {
    const amount = existing && amountTyped(existing, id);
    return amount === null ? null : new Decimal(amount.toPrecision(15));
  };
  const { inputs } = tab.form;
  const limit = iraDollarLimit(tab.year, typed('Age')?.toNumber() ?? null);
  const compensation = typed('Compensation');
  const adjustments = existing?.adjustments ?? [];
  return {
    form: tab.form,
    roth: tab.roth,
    openQuestions: tab.found.Q1,
    hasYearEndValue: tab.support.some(({ key }) => key === supportKey(tab.year, 'accountValues')) || adjustments.some(({ line }) => line === '6'),
    hasRothBasis: tab.support.some(({ key }) => key === supportKey(tab.year, 'roth contributionBasis')) || adjustments.some(({ line }) => line === '22'),
    contributedInAll: inputs.contributionsInYear.plus(inputs.contributionsAfterYearEnd).minus(inputs.returned).plus(typed('Roth contributions') ?? zero),
    theMost: compensation ? Decimal.min(limit, compensation) : limit,
    adjustmentsComplete: areComplete(adjustments),
  };
};
