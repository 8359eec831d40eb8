import { readFileSync } from 'node:fs';
import path from 'node:path';

const { functionTable } = jest.requireActual<{ functionTable: (metadata: unknown) => string }>('../../src/bundle/helpPage.cjs');
const textAt = (file: string): string => readFileSync(path.resolve(__dirname, '../..', file), 'utf8');

describe('The README', () => {
  it('lists the functions as the comments above them describe them: paste the table that this test expects', () => {
    expect(textAt('README.md')).toContain(functionTable(JSON.parse(textAt('dist/functions.json'))));
  });
});
