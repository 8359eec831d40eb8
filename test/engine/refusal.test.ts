import { readFileSync } from 'node:fs';
import path from 'node:path';
import { project, sourcesOf } from '../repository/sources';

/** Every reason for which a figure is refused. A new one is a decision: what a cell shows for it stands in functions/inCell.ts. */
const codes = [
  'TAX_YEAR_NOT_COVERED', 'AMOUNT_NOT_COVERED', 'MISSING', 'NOT_AN_AMOUNT', 'NOT_A_YEAR', 'NOT_A_CHOICE', 'NEGATIVE', 'TOO_LARGE', 'OVER_THE_LIMIT', 'CONTRADICTION', 'CELL_ERROR',
];

describe('The list of refusals', () => {
  it('is closed', () => {
    const text = readFileSync(path.join(project, 'src/engine/refusal.ts'), 'utf8');
    expect([...text.matchAll(/^ {2}\| '([A-Z_]+)'/gmu)].map(([, code]) => code)).toEqual(codes);
  });

  it.each(codes)('has no reason that is never given: %s', (code) => {
    const given = sourcesOf('src').filter(({ file, text }) => file !== 'src/engine/refusal.ts' && text.includes(`'${code}'`));
    expect(given.map(({ file }) => file)).not.toEqual([]);
  });
});
