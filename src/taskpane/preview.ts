import type { RatioPlaces, Unit } from '../engine/term';
import type { TabReport } from '../office/report';
import { tabEntries, tabLines } from '../worksheet/entries';
import { onLine, ratio } from './amounts';

export interface PreviewLine {
  readonly id: string;
  readonly says: string;
  /** Empty where the form leaves the line blank: blank is not zero. */
  readonly amount: string;
  /** Whether this is a line that people look for first. */
  readonly isResult: boolean;
  /** How it was reached, a sentence with its amounts; empty where the report does not say. */
  readonly explanation: string;
  readonly law: readonly string[];
}

export interface PreviewPart {
  readonly title: string;
  readonly lines: readonly PreviewLine[];
}

const results: ReadonlySet<string> = new Set(['14', '15c', '18', '25c']);
const parts = [
  { title: 'Part I: contributions and distributions', firstLine: 1, lastLine: 15 },
  { title: 'Part II: conversions to Roth', firstLine: 16, lastLine: 18 },
  { title: 'Part III: distributions from Roth IRAs', firstLine: 19, lastLine: 25 },
] as const;

/** The lines of one tab as the form has them, in its words and its order. Part III is there where the report has it. */
export const preview = (
  { year, lines, explanations }: Pick<TabReport, 'year' | 'lines' | 'explanations'>, unit: Unit, ratioPlaces: RatioPlaces,
): readonly PreviewPart[] => parts.map(({ title, firstLine, lastLine }) => ({
  title,
  lines: tabLines.filter((id) => id in lines && parseInt(id, 10) >= firstLine && parseInt(id, 10) <= lastLine).map((id) => {
    const amount = lines[id] ?? null;
    const entry = tabEntries.find((one) => one.id === id);
    return {
      id,
      says: entry?.label(year) ?? '',
      amount: amount === null ? '' : id === '10' ? ratio(amount, ratioPlaces) : onLine(amount, unit),
      isResult: results.has(id),
      explanation: explanations[id] ?? '',
      law: entry?.law ?? [],
    };
  }),
})).filter(({ lines: ofPart }) => ofPart.length > 0);
