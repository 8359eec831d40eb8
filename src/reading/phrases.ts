/**
 * Sentences of the reader that others recognise again, each beside the test that recognises it: the tab counts how many
 * rows were left to other years, and how many contributions have no date.
 */

export const ofYear = (year: number, more: string): string => `Of ${year}${more}`;
export const isOfYear = (reason: string): boolean => /^Of \d{4}\b/.test(reason);

const NO_DATE = 'no date:';
export const withoutDate = (year: number): string => `${NO_DATE} taken as made during ${year}`;
export const isWithoutDate = (note: string): boolean => note.startsWith(NO_DATE);
