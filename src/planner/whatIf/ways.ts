/** What can be done before 31 December. */
export const ways = [
  { id: 'stands', heading: 'As it stands' },
  { id: 'move', heading: 'Move the pre-tax money to a plan' },
  { id: 'everything', heading: 'Convert everything' },
  { id: 'wait', heading: 'Wait a year' },
  { id: 'part', heading: 'Convert another part' },
] as const;

export type Way = (typeof ways)[number]['id'];

/** This year, and the following years of the same routine. */
export const FOLLOWING_YEARS = 3;

export const caseOf = (way: Way, year: number): string => `${way} ${year}`;
