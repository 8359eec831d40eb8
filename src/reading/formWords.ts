import { tidy } from '../cells/tidy';
import { form8606Entries, LATEST_REVISION } from '../forms/form8606';
import { FIRST_REVISION } from '../forms/form8606/wording';
import { tokensOf } from './tokens';
import type { Concept } from './vocabulary';

/** What a sheet that follows the form, line by line, holds on the lines that it starts from; all others it works out. */
const givenLines: Readonly<Record<string, Concept>> = {
  '1': 'contribution_nondeductible', '2': 'basis_begin', '4': 'made_next_year', '6': 'fmv_year_end', '7': 'distribution_other', '8': 'converted', '14': 'basis_end',
};

export const conceptOfLine = (id: string): Concept | null =>
  givenLines[id] ?? (form8606Entries.some((entry) => entry.kind === 'line' && entry.id === id) ? 'form_result' : null);

/** So many words of the form's own wording are enough to know a line by. */
const ENOUGH = 4;

/** The kind of an item that is labelled with the form's own words, whole or cut short, in any of its revisions. */
export function conceptOfFormWords(text: string): Concept | null {
  const [, id, said = ''] = /^(?:form 8606,? )?(?:line )?(\d{1,2}[abc]?)?[ .:)-]*(.*)$/u.exec(tidy(text).toLowerCase()) ?? [];
  const tokens = wordsOf(said);
  if (tokens.length < ENOUGH) return null;
  const spoken = tokens.join(' ');
  const lines = [...new Set(worded.filter(({ words }) => words === spoken || words.startsWith(`${spoken} `)).map((line) => line.id))];
  const [line] = lines;
  return lines.length !== 1 || line === undefined || (id !== undefined && id !== line) ? null : conceptOfLine(line);
}

const wordsOf = (text: string): readonly string[] =>
  tokensOf(text.toLowerCase()).filter((word) => !/^(?:19|20)\d{2}$/u.test(word)).filter((word, index) => index > 0 || word !== 'enter');

const worded = form8606Entries.filter(({ kind }) => kind === 'line').flatMap(({ id, label }) =>
  Array.from({ length: LATEST_REVISION - FIRST_REVISION + 1 }, (_, index) => ({ id, words: wordsOf(label(FIRST_REVISION + index)).join(' ') })));
