import { Decimal, toPlaces } from '../../../src/engine/decimal';
import type { Settings } from '../../../src/engine/term';
import { form8606, form8606Lines, type Form8606, type Form8606Inputs } from '../../../src/forms/form8606';
import { ledger } from '../../../src/ledger/ledger';
import { dollars } from '../../support/returns';
import edgeCases from '../../fixtures/forms/edge-cases.json';
import workbookLines from '../../fixtures/forms/workbook-lines.json';

/**
 * Cases worked out by hand and by a program of their own before this one was written (fixtures/forms). Where a case lists
 * lines twice, the first is what software that follows a rounded line 10 literally shows, with line 13 above line 5; the
 * second, `capped`, is right: rounding may not create basis.
 */
type Mode = 'cents' | 'form_3dp' | 'form_5dp';
type Listed = Readonly<Record<string, number | null>>;

const settingsOf: Readonly<Record<Mode, Settings>> = {
  cents: { unit: 'cents', ratioPlaces: 'exact' },
  form_3dp: { unit: 'dollars', ratioPlaces: 3 },
  form_5dp: { unit: 'dollars', ratioPlaces: 5 },
};
const modes = Object.keys(settingsOf) as Mode[];

/** The lines as such lists show them: line 10 to ten places, blank as null. */
const shownLines = (form: Form8606): Listed => Object.fromEntries(form8606Lines.map((id) => {
  const amount = form.line(id);
  return [id, amount && toPlaces(amount, 10).toNumber()];
}));

const inputsFrom = ({ contrib = '0', late = '0', basis = '0', fmv = '0', dist = '0', conv = '0' }: Readonly<Record<string, string>>): Form8606Inputs => dollars({
  contributionsInYear: new Decimal(contrib).minus(late).toString(),
  contributionsAfterYearEnd: late,
  priorBasis: basis,
  accountValues: fmv,
  distributions: dist,
  conversions: conv,
});

describe('Form 8606, edge cases', () => {
  for (const edgeCase of edgeCases) {
    const { name, inputs, lines } = edgeCase;
    const capped: Partial<Record<Mode, Listed>> = 'capped' in edgeCase ? edgeCase.capped ?? {} : {};
    for (const mode of modes) {
      const literal: Listed = lines[mode];
      const right = capped[mode] ?? literal;
      it(`${name}: every line as listed (${mode})`, () => {
        expect(shownLines(form8606(inputsFrom(inputs as Record<string, string>), settingsOf[mode]))).toEqual(right);
      });
      if (!capped[mode]) continue;
      it(`${name}: the literal form would take line 13 above line 5, and the note says by how much (${mode})`, () => {
        expect(literal['13']!).toBeGreaterThan(literal['5']!);
        const form = form8606(inputsFrom(inputs as Record<string, string>), settingsOf[mode]);
        const note = form.notes.find(({ code }) => code === 'ROUNDING_CREATED_BASIS');
        expect(note?.text).toContain(`${literal['13']! - literal['5']!} more than line 5`);
      });
    }
  }
});

describe('Form 8606, the lines of the sample workbooks', () => {
  const workbooks = [...new Set(workbookLines.map(({ workbook }) => workbook))];
  for (const workbook of workbooks) {
    const years = workbookLines.filter((entry) => entry.workbook === workbook);
    for (const mode of modes) {
      const filled = ledger(years.map(({ year, inputs: { basis, ...inputs } }) => {
        const { priorBasis, ...rest } = inputsFrom({ ...inputs, basis: basis.startsWith('prior') ? '0' : basis });
        return { year, inputs: basis.startsWith('prior') ? rest : { ...rest, priorBasis: priorBasis! } };
      }), settingsOf[mode]);
      for (const [index, { year, lines, next_year_line_2: carried, form_1040: form1040 }] of years.entries()) {
        it(`${workbook}, ${year}: every line, next year's line 2 and Form 1040 as listed (${mode})`, () => {
          const { form } = filled[index]!;
          expect(shownLines(form)).toEqual(lines[mode]);
          expect(form.carry.toNumber()).toBe(carried[mode]);
          expect(form.toForm1040.toNumber()).toBe(form1040[mode]['4b_from_8606']);
        });
      }
    }
  }
});
