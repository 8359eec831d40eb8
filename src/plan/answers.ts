import type { Answer, AnswerDetails } from './plan';

/**
 * One answer out of an earlier and a later one about the same cell: what is said of a cell adds up, and the later word
 * stands where both speak of the same.
 */
export function combinedAnswer(earlier: Answer | undefined, later: Answer): Answer {
  if (earlier === undefined || later === earlier) return later;
  const both = { ...detailsOf(earlier), ...detailsOf(later) };
  if (both.counts === false && both.column === undefined && both.owner === undefined) return 'exclude';
  return both.counts !== undefined && Object.keys(both).length === 1 ? (both.counts ? 'include' : 'exclude') : both;
}

/** A plain answer written out. */
export function detailsOf(answer: Answer | undefined): AnswerDetails {
  if (answer === 'include') return { counts: true };
  if (answer === 'exclude') return { counts: false };
  if (answer === 'zero') return { amount: '0' };
  return answer ?? {};
}

/** The preparer says that the cell does not count. */
export const leavesOut = (answer: Answer | undefined): boolean => detailsOf(answer).counts === false;

/** The preparer says that the cell counts. */
export const letsIn = (answer: Answer | undefined): boolean => detailsOf(answer).counts === true;

/** The same, or says what it counts as. */
export function saysItCounts(answer: Answer | undefined): boolean {
  const { counts, role, deducted } = detailsOf(answer);
  return counts === true || (counts === undefined && (answer === 'zero' || role !== undefined || deducted !== undefined));
}
