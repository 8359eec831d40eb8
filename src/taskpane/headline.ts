import type { TabReport } from '../office/report';
import type { Unit } from '../engine/term';
import { inSentence } from './amounts';
import type { Person } from '../plan/plan';
import { possessive } from './personWords';

/** The result as people think of it: what of the conversion is taxable, and what basis goes on to next year. */
export const headline = ({ person, year, lines }: Pick<TabReport, 'person' | 'year' | 'lines'>, unit: Unit): string => {
  const line = (id: string): number | null => lines[id] ?? null;
  const converted = line('16');
  const distributed = line('7');
  const basis = line('14');
  const clauses = [
    ...(converted === null ? [] : [taxable(line('18') ?? 0, converted, `${possessive[person]} ${inSentence(converted, unit)} conversion`, unit)]),
    ...(distributed === null || distributed === 0 ? [] : [distribution(line, distributed, person, unit)]),
    ...rothDistribution(line, person, unit),
    ...(basis === null ? [`Part I is not required for ${year}`] : []),
    ...(converted === null ? [basis !== null && distributed === null ? `nothing was converted or distributed in ${year}` : `nothing was converted in ${year}`] : []),
    ...(basis === null ? [] : [`${basis === 0 ? 'no' : `${inSentence(basis, unit)} of`} basis carries to ${year + 1}`]),
  ];
  const text = clauses.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

const taxable = (amount: number, of: number, what: string, unit: Unit): string => {
  if (amount <= 0) return `none of ${what} is taxable`;
  return `${amount === of ? 'all' : inSentence(amount, unit)} of ${what} is taxable`;
};

/** Part III is in the report only where a nonqualified distribution was taken; line 25c is blank where basis covers it. */
const rothDistribution = (line: (id: string) => number | null, person: Person, unit: Unit): readonly string[] => {
  const distributed = line('19');
  return distributed === null ? [] : [taxable(line('25c') ?? 0, distributed, `${possessive[person]} ${inSentence(distributed, unit)} of Roth distributions`, unit)];
};

/** A disaster distribution leaves line 15c because another form spreads its tax over three years; it is not tax-free. */
const distribution = (line: (id: string) => number | null, distributed: number, person: Person, unit: Unit): string => {
  const what = `${possessive[person]} ${inSentence(distributed, unit)} of distributions`;
  const disaster = line('15b') ?? 0;
  return disaster > 0
    ? `${inSentence(line('15c') ?? 0, unit)} of ${what} is taxable on line 15c, and ${inSentence(disaster, unit)} goes to Form 8915-F`
    : taxable(line('15c') ?? 0, distributed, what, unit);
};
