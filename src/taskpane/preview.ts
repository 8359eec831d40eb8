import type { RatioPlaces, Unit } from '../engine/term';
import { form8606Entries, form8606Lines } from '../forms/form8606';
import type { TabReport } from '../office/report';
import { onLine, ratio } from './amounts';

export interface PreviewLine {
  readonly id: string;
  readonly says: string;
  /** Empty where the form leaves the line blank: blank is not zero. */
  readonly amount: string;
  /** Whether this is a line that people look for first. */
  readonly isResult: boolean;
}

export interface PreviewPart {
  readonly title: string;
  readonly lines: readonly PreviewLine[];
}

const results: ReadonlySet<string> = new Set(['14', '15c', '18']);
const parts = [
  { title: 'Part I: contributions and distributions', firstLine: 1, lastLine: 15 },
  { title: 'Part II: conversions to Roth', firstLine: 16, lastLine: 18 },
] as const;

/** The lines of one tab as the form has them, in its words and its order. */
export const preview = ({ year, lines }: Pick<TabReport, 'year' | 'lines'>, unit: Unit, ratioPlaces: RatioPlaces): readonly PreviewPart[] =>
  parts.map(({ title, firstLine, lastLine }) => ({
    title,
    lines: form8606Lines.filter((id) => parseInt(id, 10) >= firstLine && parseInt(id, 10) <= lastLine).map((id) => {
      const amount = lines[id] ?? null;
      return {
        id,
        says: form8606Entries.find((entry) => entry.id === id)?.label(year) ?? '',
        amount: amount === null ? '' : id === '10' ? ratio(amount, ratioPlaces) : onLine(amount, unit),
        isResult: results.has(id),
      };
    }),
  }));
