import { Decimal } from '../engine/decimal';
import type { Unit } from '../engine/term';
import type { TabReport } from '../office/report';
import { pretaxToMove } from '../rules/pretaxToMove';
import { inSentence } from './amounts';

/**
 * What can be done about a taxable conversion: money that was never taxed leaves the IRAs before the year ends. Whether the
 * year has ended the form does not know, so both are said; nothing where there is no basis that the move would free.
 */
export const whatToDo = ({ year, lines }: Pick<TabReport, 'year' | 'lines'>, unit: Unit): string | null => {
  const [basis, value, distributed, converted] = ['5', '6', '7', '8'].map((id) => lines[id] ?? null);
  if (basis == null || value == null || distributed == null || converted == null || converted === 0 || basis === 0 || (lines['18'] ?? 0) <= 0) return null;
  const move = pretaxToMove({
    value: new Decimal(value), basis: new Decimal(basis), convertedThisYear: new Decimal(converted), distributedThisYear: new Decimal(distributed),
  }).toNumber();
  if (move === 0) return null;
  const enough = value + converted + distributed - basis <= value;
  return `For a conversion free of tax, ${inSentence(move, unit)} of money that was never taxed must leave the traditional, SEP and SIMPLE IRAs by 31 December ${year}, to an `
    + `employer plan that takes it${enough ? '' : '; a part of what was converted or distributed stays taxable even so'}. Once that day has passed, ${year} stays as it is, and what is still there on `
    + `31 December ${year + 1} makes the conversions of ${year + 1} taxable in the same way.`;
};
