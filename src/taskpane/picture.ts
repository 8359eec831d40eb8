import type { Unit } from '../engine/term';
import type { TabReport } from '../office/report';
import { inSentence } from './amounts';

/** A bar of two parts: what is free of tax, and what is not. */
export interface Bar {
  readonly title: string;
  readonly free: Part;
  readonly taxable: Part;
}

interface Part {
  readonly says: string;
  readonly amount: string;
  /** Of the whole bar, 0 to 1. */
  readonly share: number;
}

/**
 * The result as a picture: what of the conversion and of the distributions is taxed, and what the IRAs hold at year end. A
 * line that is blank gives no bar; neither does a whole of nothing.
 */
export const barsOf = ({ year, lines }: Pick<TabReport, 'year' | 'lines'>, unit: Unit): readonly Bar[] => {
  const line = (id: string): number | null => lines[id] ?? null;
  const [value, basis, nontaxable] = [line('6'), line('5'), line('13')];
  const bar = (title: string, whole: number | null, taxed: number, free: string, taxable: string): readonly Bar[] => {
    if (whole === null || whole <= 0) return [];
    const part = Math.min(whole, Math.max(0, taxed));
    return [{
      title: `${title}: ${inSentence(whole, unit)}`,
      free: { says: free, amount: inSentence(inUnit(whole - part, unit), unit), share: (whole - part) / whole },
      taxable: { says: taxable, amount: inSentence(part, unit), share: part / whole },
    }];
  };
  return [
    ...bar('Converted', line('16'), line('18') ?? 0, 'tax-free', 'taxable'),
    ...bar('Distributed', line('7'), (line('15b') ?? 0) + (line('15c') ?? 0), 'not taxable', 'taxable'),
    ...bar('Taken from Roth IRAs', line('19'), (line('25b') ?? 0) + (line('25c') ?? 0), 'not taxable', 'taxable'),
    ...(value === null || basis === null || nontaxable === null ? []
      : bar(`In the IRAs on 31 December ${year}`, value, value - (basis - nontaxable), 'taxed already', 'never taxed')),
  ];
};

/** Differences of cents, without the dust of binary fractions. */
const inUnit = (amount: number, unit: Unit): number => (unit === 'cents' ? Math.round(amount * 100) / 100 : amount);

/** The same in words, for whoever does not see it. */
export const barInWords = ({ title, free, taxable }: Bar): string => `${title}; ${free.amount} ${free.says}, ${taxable.amount} ${taxable.says}`;
