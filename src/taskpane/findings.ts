import { contains, parseCell, parseRange } from '../cells/address';
import type { ReportedError } from '../office/failures';
import type { Report, TabReport } from '../office/report';
import { inThousands } from './amounts';
import { addressOf, type DraftSource } from './draft';
import type { Result } from './state';

type Used = TabReport['used'][number];
export type Asked = TabReport['asked'][number];

export interface Findings {
  /** Questions that have not been answered since the ranges were read. */
  readonly asked: readonly Asked[];
  readonly excluded: TabReport['excluded'];
  readonly ignored: TabReport['ignored'];
  /** Each warning once, though every year's tab carries it. */
  readonly warnings: TabReport['warnings'];
}

/** What became of the cells, once for all tabs of a reading: they share their ranges. `answered`: since the reading. */
export const findingsOf = (report: Report, answered: (cell: string) => boolean): Findings => {
  const [first] = report.tabs;
  const warnings = new Map(report.tabs.flatMap((tab) => tab.warnings.map((warning) => [`${warning.cell} ${warning.text}`, warning] as const)));
  return {
    asked: (first?.asked ?? report.asked ?? []).filter(({ cell }) => !answered(cell)),
    excluded: first?.excluded ?? [],
    ignored: first?.ignored ?? [],
    warnings: [...warnings.values()],
  };
};

/** The cells that a tab counts, by the line of the form that they count on, in the order of the form. */
export const usedByLine = (tab: TabReport): readonly { readonly line: string; readonly cells: readonly Used[] }[] => {
  const groups = new Map<string, Used[]>();
  for (const used of tab.used) {
    const group = groups.get(used.line);
    if (group) group.push(used);
    else groups.set(used.line, [used]);
  }
  return [...groups].map(([line, cells]) => ({ line, cells })).sort((a, b) => parseInt(a.line, 10) - parseInt(b.line, 10));
};

const counted = (number: number, one: string, many: string): string => `${inThousands(number)} ${number === 1 ? one : many}`;

/** One sentence for the status line and the screen reader. */
export const readingInWords = (report: Report, open: number): string => {
  const [first] = report.tabs;
  if (!report.ok || !first) return report.errors.map(({ text }) => text).join(' ');
  const used = new Set(report.tabs.flatMap((tab) => tab.used.map(({ cell }) => cell))).size;
  return `Read: ${counted(used, 'cell', 'cells')} used, ${first.excluded.length} left out, `
    + `${first.ignored.length} ignored; ${open === 0 ? 'no open question' : counted(open, 'open question', 'open questions')}.`;
};

/** The errors that speak of a cell in one range, to be shown beside it. */
export const errorsIn = ({ typed }: DraftSource, result: Result | null): readonly ReportedError[] => {
  const address = addressOf(typed);
  if (address.kind !== 'range') return [];
  const range = parseRange(address.range);
  return result?.report.errors.filter(({ cell }) => cell !== null && contains(range, parseCell(cell))) ?? [];
};

/** The errors that no range of the draft is beside. */
export const otherErrors = (sources: readonly DraftSource[], result: Result): readonly ReportedError[] => {
  const besideRanges = new Set(sources.flatMap((source) => errorsIn(source, result)));
  return result.report.errors.filter((error) => !besideRanges.has(error));
};
