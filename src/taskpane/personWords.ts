import type { Person } from '../plan/plan';

export const personWords: Readonly<Record<Person, string>> = { T: 'Taxpayer', S: 'Spouse' };

/** Whose amounts a sentence speaks of. */
export const possessive: Readonly<Record<Person, string>> = { T: 'your', S: 'the spouse\'s' };
