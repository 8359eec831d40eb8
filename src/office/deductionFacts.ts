import { Decimal, zero } from '../engine/decimal';
import { worksheetSwitch, type DeductionFacts, type Worksheet11Facts } from '../forms/worksheet1-1';
import { deductionRanges, deductionRows } from '../worksheet/worksheet11';
import { shownInBlock, type ExistingTab } from './existingTab';

const nothingSaid: Worksheet11Facts = { deduction: null, election: null };

/** What the preparer typed on a standing tab about Worksheet 1-1, read as the tab's own formulas read it. */
export const worksheet11FactsOn = (existing: ExistingTab | null, year: number): Worksheet11Facts => {
  if (existing === null) return nothingSaid;
  const typed = (row: string): string => String(shownInBlock(existing, row)).trim().toUpperCase();
  return {
    deduction: deductionFacts(existing, year, typed),
    election: yesOrNo(typed(deductionRows[worksheetSwitch])),
  };
};

const yesOrNo = (typed: string): boolean | null => ({ YES: true, NO: false })[typed] ?? null;

const deductionFacts = (existing: ExistingTab, year: number, typed: (row: string) => string): DeductionFacts | null => {
  const covered = yesOrNo(typed(deductionRows.covered));
  const spouse = typed(deductionRows.spouseCovered);
  const spouseCovered = spouse === '' ? false : yesOrNo(spouse);
  if (covered === null || spouseCovered === null) return null;
  if (!covered && !spouseCovered) return { covered: false, otherIncome: zero, range: { start: zero, end: zero } };
  const income = shownInBlock(existing, deductionRows.otherIncome);
  const key = `${typed(deductionRows.filingStatus)}|${covered ? 'COVERED' : 'SPOUSE COVERED'}`;
  const range = deductionRanges(year).find((one) => one.key === key)?.range;
  return typeof income === 'number' && range !== undefined ? { covered: true, otherIncome: new Decimal(income.toPrecision(15)), range } : null;
};
