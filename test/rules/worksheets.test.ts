import { formulaOf } from '../../src/engine/form';
import type { Cells } from '../../src/engine/term';
import { fillInWorksheet, type Worksheet } from '../../src/engine/worksheet';
import { ruleSheets, ruleWorksheets } from '../support/madeUpRules';

/** Names in place of cells, so that what a formula reads can be seen. */
const cells: Cells = {
  input: (name) => `input.${name}.`, choice: (name) => `choice.${name}.`, entry: (id) => `entry.${id}.`, unitsPerDollar: '100', decimals: '2', ratioPlaces: '"exact"',
};

const formulas = ({ entries }: Worksheet): readonly string[] => entries.map((entry) => formulaOf(entry, cells));

describe.each(ruleWorksheets.map((worksheet) => [worksheet.title, worksheet] as const))('%s', (_, worksheet) => {
  it('has a label and a legal source on every entry, and each entry once', () => {
    for (const entry of worksheet.entries) {
      expect([entry.id, entry.label(2025)]).toEqual([entry.id, expect.stringMatching(/^[A-Z0-9].{4,}$/u)]);
      expect([entry.id, entry.law.length > 0 && entry.law.every((source) => /U\.S\.C\.|CFR|Pub\.|Form \d|Notice|SECURE/u.test(source))]).toEqual([entry.id, true]);
    }
    expect(new Set(worksheet.entries.map(({ id }) => id)).size).toBe(worksheet.entries.length);
  });

  it('reads every input and choice, and refers to earlier entries only', () => {
    const all = formulas(worksheet).join(' ');
    for (const name of Object.keys(worksheet.inputs)) expect(all).toContain(`input.${name}.`);
    for (const name of Object.keys(worksheet.choices)) expect(all).toContain(`choice.${name}.`);
    for (const [at, formula] of formulas(worksheet).entries()) {
      const read = worksheet.entries.filter(({ id }) => formula.includes(`entry.${id}.`)).map(({ id }) => worksheet.entries.findIndex((entry) => entry.id === id));
      expect([formula, read.every((index) => index < at)]).toEqual([formula, true]);
    }
  });

  it('has its limits as inputs: no formula holds an amount of a year', () => {
    for (const formula of formulas(worksheet)) {
      const numbers = [...formula.replace(/(?:input|choice|entry)\.[^.]+\./gu, '').matchAll(/\d+(?:\.\d+)?/gu)].map(([number]) => Number(number));
      expect([formula, numbers.filter((number) => number > 200)]).toEqual([formula, []]);
    }
  });
});

describe('Every entry of every worksheet explains itself in one sentence', () => {
  for (const { title, columns, entries } of ruleSheets(40)) {
    it(title, () => {
      const worksheet = ruleWorksheets.find((one) => one.entries === entries)!;
      for (const { given } of columns) {
        const form = fillInWorksheet(worksheet, given);
        for (const { id } of entries) {
          const sentence = form.explain(id);
          expect(sentence).toMatch(/^(?:[A-Z0-9][^:]* (?:is|is left blank)[: ]|Yes: |No: ).*[^.]\.$/u);
          expect(sentence).not.toMatch(/NaN|undefined|null|Infinity| {2}/u);
        }
      }
    });
  }
});
