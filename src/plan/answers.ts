import type { Answer, AnswerDetails } from './plan';

/**
 * One answer out of an earlier and a later one about the same cell: what is said of a cell adds up, and the later word
 * stands where both speak of the same. What is said of a cell that had been left out brings it back.
 */
export function combinedAnswer(earlier: Answer | undefined, later: Answer): Answer {
  if (earlier === undefined || later === earlier || later === 'exclude' && !speaksBeyondTheCell(earlier)) return later;
  const before = detailsOf(earlier);
  const { counts, ...said } = { ...withoutRivals(before, detailsOf(later)), ...detailsOf(later) };
  const stands = before.counts === false && detailsOf(later).counts === undefined ? undefined : counts;
  if (stands === undefined) return said;
  return Object.keys(said).length === 0 ? (stands ? 'include' : 'exclude') : { ...said, counts: stands };
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
  const { counts, ...said } = detailsOf(answer);
  const saysWhatItIs = answer === 'zero' || settling.some((key) => said[key] !== undefined);
  return counts === true || (counts === undefined && saysWhatItIs);
}

/** Role, kind and how much was converted say the same thing in three ways: the last of them said stands alone. */
function withoutRivals(before: AnswerDetails, { role, kind, converted }: AnswerDetails): AnswerDetails {
  if (role === undefined && kind === undefined && converted === undefined) return before;
  return Object.fromEntries(Object.entries(before).filter(([key]) => !['role', 'kind', 'converted'].includes(key)));
}

/** Whoever says one of these of a cell takes it for granted that it counts. */
const settling = ['role', 'deducted', 'converted', 'contributionBasis', 'conversionBasis'] as const;

/** What is said of a column or of an owner goes beyond the one cell, and stands though the cell is left out. */
const speaksBeyondTheCell = (answer: Answer): boolean => detailsOf(answer).column !== undefined || detailsOf(answer).owner !== undefined;
