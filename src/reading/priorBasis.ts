import { saysItCounts } from '../plan/answers';
import { firstYear } from './context';
import { excludeChoice, includeChoice, wordsOfRow, type ListRole } from './judgement';

/** Basis carried into the first year of the plan: line 14 of the last Form 8606 filed, or what line 2 starts with. */
export const priorBasis: ListRole = {
  role: 'prior_basis',
  headed: ['basis_begin', 'basis_end', 'amount'],
  signs: 'positive',
  datedInWords: true,
  judge: (row, context) => {
    const first = firstYear(context);
    const stated = row.year.kind === 'year' ? row.year.year : row.date.kind === 'date' ? row.date.date.year : null;
    const count = (note: string) => ({ kind: 'count', input: 'priorBasis', year: first, note }) as const;
    if (saysItCounts(row.answer)) return count(`basis before ${first}, as answered`);
    if (stated === null && row.year.kind !== 'unclear') return count(`basis before ${first}`);
    if (stated === first - 1) return count(`basis at the end of ${stated}`);
    if (stated === first && beginning.test(wordsOfRow(row))) return count(`basis at the beginning of ${first}`);
    const which = stated === null ? 'names several years' : `is of ${stated}`;
    return {
      kind: 'ask',
      code: 'BASIS_OF_ANOTHER_YEAR',
      why: `It ${which}; line 2 of ${first} needs the basis at the end of ${first - 1}.`,
      choices: [{ ...includeChoice, says: `It is the basis at the end of ${first - 1}` }, excludeChoice],
    };
  },
  asksForBlank: (row) => row.texts.length === 0 || /\bbasis\b|\bline 14\b/iu.test(wordsOfRow(row)),
};

const beginning = /\bbeg\w*|\bb\/f\b|\bbop\b|\bboy\b|\bopening\b|\bstart\w*|\bline 2\b|\b(?:0?1[/-]0?1|jan\w*\.? 1)\b|\bbrought forward\b|\bprior\b/iu;
