import { columns, type Places } from './place';
import { columnWidth } from './looks';

/** Letters of running text are narrower than the digits by which a column is measured. */
const LETTERS_TO_A_DIGIT = 1.15;

/** Sentences as lines that fit across the printed page: a cell's text runs on over empty cells beside it, but only on one line. */
export const linesOf = (sentences: readonly string[], places: Places): readonly string[] => {
  let width = 0;
  for (let column: number = columns.label; column <= places.source; column += 1) width += columnWidth(places, column);
  return sentences.flatMap((sentence) => broken(sentence, Math.floor(width * LETTERS_TO_A_DIGIT)));
};

const broken = (sentence: string, most: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of sentence.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = `   ${word}`;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
};
