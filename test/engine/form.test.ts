import { Decimal } from '../../src/engine/decimal';
import { fillIn, formulaOf, line, question, result, step } from '../../src/engine/form';
import type { Cells, Settings } from '../../src/engine/term';
import { add, chosen, either, input, isPositive, less, toUnit } from '../../src/engine/words';

/** A form of four lines, to see what the vocabulary does by itself. */
const settings: Settings = { unit: 'dollars', ratioPlaces: 'exact' };
const paid = toUnit(input('paid', 'what was paid'));
const anyPaid = question('Anything paid', {
  label: (year) => `Was anything paid in ${year}?`, law: [], yes: 'something was paid', no: 'nothing was paid',
  is: isPositive(input('paid', 'what was paid'), 'the payments are more than zero', 'the payments are zero'),
});
const line1 = line('1', { label: 'Paid', law: ['the law'], is: paid, onlyIf: anyPaid });
const half = step('between', { label: 'A step', law: [], is: less(line1, input('back', 'what came back')), onlyIf: anyPaid });
const line2 = line('2', { label: 'Left', law: [], is: add(half), onlyIf: anyPaid });
const kept = result('Kept', { label: 'What is kept', law: [], is: either(anyPaid, line2, paid) });
const entries = [anyPaid, line1, half, line2, kept];

const filled = (paidAmount: string, back = '0') => fillIn(entries, {
  settings, input: (name) => new Decimal(name === 'paid' ? paidAmount : back), choice: () => false,
});

const cells: Cells = { input: (name) => `I_${name}`, choice: (name) => `C_${name}`, entry: (id) => `E_${id}`, unitsPerDollar: '$B$1', decimals: '$B$2', ratioPlaces: '$B$3' };

describe('A form in the vocabulary', () => {
  it('works its entries out in their order', () => {
    const form = filled('10.60', '2');
    expect([form.line('1'), form.line('between'), form.line('2'), form.line('Kept')].map(String)).toEqual(['11', '9', '9', '9']);
  });

  it('leaves lines blank whose question is answered No, and never a zero', () => {
    const form = filled('0');
    expect([form.line('1'), form.line('2')]).toEqual([null, null]);
    expect(form.line('Kept')?.toString()).toBe('0');
    expect(form.answer('Anything paid')).toBe(false);
  });

  it('a question looks at whole cents: half a cent is more than nothing, less is not', () => {
    expect(filled('0.005').answer('Anything paid')).toBe(true);
    expect(filled('0.004').answer('Anything paid')).toBe(false);
  });

  it('explains a line by the lines it refers to, a step by what it is made of, a blank by its question', () => {
    expect(filled('10.60', '2').explain('1')).toBe('Line 1 is 11: what was paid (10.60), rounded to whole dollars.');
    expect(filled('10.60', '2').explain('2')).toBe('Line 2 is 9: line 1 (11) less what came back (2).');
    expect(filled('10.60', '2').explain('Anything paid')).toBe('Yes: something was paid, because the payments are more than zero.');
    expect(filled('0').explain('2')).toBe('Line 2 is left blank: nothing was paid.');
  });

  it('a line that another one needs and that is blank is a mistake in the form, and so is one that does not exist', () => {
    const wrong = line('3', { label: 'Wrong', law: [], is: add(line1) });
    expect(() => fillIn([...entries, wrong], { settings, input: () => new Decimal(0), choice: () => false })).toThrow('Line 1 is blank, and another line needs it.');
    expect(() => fillIn([line2], { settings, input: () => new Decimal(1), choice: () => false })).toThrow('The form asks for Anything paid before it is answered.');
    expect(() => filled('1').line('9')).toThrow('The form has no line 9');
    expect(() => filled('1').explain('9')).toThrow('The form has no line 9');
  });

  it('shows the same as a formula: Yes or No for a question, nothing for a blank, and an error where the question is one', () => {
    expect(formulaOf(anyPaid, cells)).toBe('=IF(ROUND(I_paid,2)>0,"Yes","No")');
    expect(formulaOf(line1, cells)).toBe('=IF(EXACT(E_Anything paid,"Yes"),ROUND(ROUND(I_paid,2),$B$2),"")');
    expect(formulaOf(kept, cells)).toBe('=IF(EXACT(E_Anything paid,"Yes"),E_2,ROUND(ROUND(I_paid,2),$B$2))');
  });

  it('a choice of the preparer is a cell that says Yes, in capitals or not', () => {
    const choice = chosen('early', 'it is early', 'it is late');
    expect(choice.formula(cells)).toBe('EXACT(UPPER(C_early),"YES")');
  });

  it('labels may hold the year, and every entry says what it is', () => {
    expect(anyPaid.label(2025)).toBe('Was anything paid in 2025?');
    expect(entries.map(({ kind }) => kind)).toEqual(['question', 'line', 'step', 'line', 'result']);
  });
});
