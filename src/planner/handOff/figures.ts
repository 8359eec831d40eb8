import { add, atLeastZero, either, input, nothing, type Amount } from '../../engine/words';
import { anyInputs, basisCarried, toForm1040, type AnyInputName } from '../../forms/form8606';
import { unfiledForm8606Penalty } from '../../law/constants';
import { afterTaxPlanMoney, lines7And8 } from '../../worksheet/told';
import type { FromForm } from '../fromForm';
import { amount, amountIfAny, choice, text } from '../kinds';
import { statutoryAmount } from '../lawFields';
import { single, type Block, type Field, type LinkedField, type TypedField } from '../planner';
import { isGiven } from '../words';

/** What the page for the preparer is filled with: by the Form 8606 ranges and tab where there are any, by hand where not. */

const typed = (id: string, label: string, hint: string, kind: TypedField['kind'] = amountIfAny()): TypedField => ({ field: 'typed', id, label, hint, kind });

/** In the order of the form. */
const lineLabels: readonly (readonly [line: string, label: string])[] = [
  ['1', 'Line 1: nondeductible contributions'],
  ['2', 'Line 2: basis before'],
  ['4', 'Line 4: contributed after year end'],
  ['6', 'Line 6: value on 31 December'],
  ['7', 'Line 7: distributions'],
  ['8', 'Line 8: converted'],
  ['14', 'Line 14: basis carried'],
  ['15c', 'Line 15c: taxable distributions'],
  ['17', 'Line 17: tax-free part of the conversion'],
  ['18', 'Line 18: taxable part of the conversion'],
  ['19', 'Line 19: nonqualified Roth distributions'],
  ['22', 'Line 22: basis in Roth contributions'],
  ['24', 'Line 24: basis in conversions'],
  ['25c', 'Line 25c: taxable Roth distributions'],
];

const contributedInputs = ['contributionsInYear', 'contributionsAfterYearEnd', 'deducted', 'conversions'] as const satisfies readonly AnyInputName[];

const orNothing = (id: string, means: string): Amount => either(isGiven(id, `${means} is given`, `${means} is blank`), input(id, means), nothing);
const linked = (id: string, label: string, source: string, is: Amount): LinkedField => ({ field: 'linked', id, label, source, is: () => is });

export const who: Block = single('who', 'About whom', [typed('name', 'Name, without a social security number', '', text)]);

const ofTheForm: readonly Field[] = [
  ...contributedInputs.map((name) => typed(name, anyInputs[name].means, 'From the ranges')),
  typed('contributedOn', 'When it was contributed: amounts and dates', '', text),
  typed('convertedOn', 'When it was converted: amounts and dates', '', text),
  typed('earnings', 'Earnings in what was converted', 'What it grew by between contribution and conversion'),
  ...lineLabels.map(([id, label]) => typed(id, label, 'As on the Form 8606 tab; blank where the form is blank')),
  typed(basisCarried.id, 'Basis carried to next year', 'As on the Form 8606 tab'),
  linked(lines7And8, 'Lines 7 and 8 together', 'Form 1040, line 4a, at the least', add(orNothing('7', 'line 7'), orNothing('8', 'line 8'))),
  linked(toForm1040.id, 'Lines 15c and 18 together', 'Form 1040, line 4b', add(atLeastZero(orNothing('15c', 'line 15c')), atLeastZero(orNothing('18', 'line 18')))),
];

const form: Block = {
  ...single('form', 'Form 8606', ofTheForm),
  folded: { title: 'Lines of the form, as on its tab', fields: [...lineLabels.map(([id]) => id), basisCarried.id] },
};

const plan: Block = single('plan', afterTaxPlanMoney, [
  typed('afterTaxConverted', 'After-tax plan money converted', 'Form 1099-R of the plan, code G or H'),
  typed('afterTaxTaxable', 'Of it earnings, taxable', 'Its box 2a'),
]);

/** So many Forms 1099-R have a row; of more, the rest is told in words. */
export const FORMS_1099R = 6;
export const form1099rCase = (number: number): string => `1099-R ${number}`;
const numbered = Array.from({ length: FORMS_1099R }, (_, index) => index + 1);

export const forms1099r: Block = {
  id: 'forms 1099-R',
  title: 'Forms 1099-R of the year',
  down: true,
  casesAre: 'Form',
  cases: numbered.map((number) => ({ id: form1099rCase(number), heading: `Form ${number}` })),
  unusedWhen: { field: 'box1', says: '' },
  folded: { title: `Box 1, payer and code of up to ${FORMS_1099R} forms` },
  fields: [
    typed('box1', 'Box 1', 'Gross distribution'),
    typed('payer', 'Payer', 'No account number', text),
    typed('code', 'Code, box 7', 'As printed', text),
    typed('was', 'What it was', 'Converted, kept, rolled over', text),
  ],
};

/** The year itself, and the earlier ones for which a form may be late. */
const YEARS = 5;
export const dueYears = (year: number): readonly number[] => Array.from({ length: YEARS }, (_, index) => year - YEARS + 1 + index);
export const dueCase = (of: number): string => `due ${of}`;

export const FILED = 'Yes';
export const NOT_FILED = 'No';
const NOT_KNOWN = 'Not known';

export const amountsDue: readonly TypedField[] = [
  typed('nondeductible', 'Nondeductible contribution', 'For the year', amount()),
  typed('converted', 'Converted', 'In the year', amount()),
  typed('distributed', 'Distributed: basis or Roth', 'From a traditional IRA with basis, or a nonqualified one from a Roth IRA', amount()),
  { ...typed('filed', 'Form 8606 filed?', '', choice(FILED, NOT_FILED, NOT_KNOWN)), start: () => NOT_KNOWN },
];

export const law: Block = single('law', 'The law', [statutoryAmount('the penalty for a Form 8606 that was not filed', unfiledForm8606Penalty)]);

export const typedBlocks: readonly Block[] = [who, form, plan];

const nondeductible = { plus: ['contributionsInYear', 'contributionsAfterYearEnd'], minus: ['returned', 'recharacterizedToRoth', 'deducted'] } as const;

/** Which of these cells the ranges and the tab of a Form 8606 fill. */
export const figuresFromForm = (year: number): Readonly<Record<string, FromForm>> => ({
  ...Object.fromEntries(contributedInputs.map((name) => [`form:${name}`, { plus: [name], orZero: true }])),
  'form:contributedOn': { datesOf: ['contributionsInYear', 'contributionsAfterYearEnd'] },
  'form:convertedOn': { datesOf: ['conversions'] },
  ...Object.fromEntries(lineLabels.map(([line]) => [`form:${line}`, { line }])),
  [`form:${basisCarried.id}`]: { line: basisCarried.id },
  ...Object.fromEntries(numbered.flatMap((number) => (['box1', 'payer', 'code', 'was'] as const).map((what) => [`${form1099rCase(number)}:${what}`, { form1099r: number, what }]))),
  ...Object.fromEntries(dueYears(year).flatMap((of) => [
    [`${dueCase(of)}:nondeductible`, { year: of, ...nondeductible }],
    [`${dueCase(of)}:converted`, { year: of, plus: ['conversions'] }],
    [`${dueCase(of)}:distributed`, { distributedIn: of }],
  ])),
});
