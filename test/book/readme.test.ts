/** The first command of the README, as a newcomer types it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { aFolder, book, open, removeFolders, valueOfName } from '../support/book';

afterAll(removeFolders);

it('The README\'s command builds the tab that it promises, from the sample that it names', () => {
  const readme = readFileSync(path.join(__dirname, '..', '..', 'README.md'), 'utf8');
  const [, input, output, plan] = /book -- form8606 (assets\/\S+\.xlsx) (\S+\.xlsx) --plan (assets\/\S+\.json)/.exec(readme) ?? [];
  expect([input, output, plan]).not.toContain(undefined);
  const written = path.join(aFolder(), output!);
  const { status, result } = book('form8606', input!, written, '--plan', plan!);
  expect(status).toBe(0);
  expect(readme).toContain(`**${result.tabs[0]?.sheet}**`);
  // 7,000 less 7,000 x 7,000 / 141,263: the account list holds 134,263 of traditional, rollover and SEP IRAs.
  expect(valueOfName(open(written), 'F8606_2025_T_L18')).toBe(6653);
});
