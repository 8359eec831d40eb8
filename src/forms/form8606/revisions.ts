import { dueDateOf, months } from '../../law/dueDates';

/**
 * The words of Form 8606, line by line and revision by revision, as the IRS printed them; "See instructions" is left out.
 * 2018 to 2020 were read in the IRS's own stylesheets for e-filed returns, 2021 to 2023 and 2025 in the printed forms. A
 * wording that stands in 2023 and again in 2025 is taken to have stood in 2024; where the two differ, 2024 has none here.
 */
export interface Revision {
  readonly from: number;
  readonly to: number;
  readonly text: (year: number) => string;
}

const said = (from: number, to: number, text: Revision['text']): Revision => ({ from, to, text });
const always = (text: Revision['text']): readonly Revision[] => [said(2018, 2025, text)];

/** "January 1, 2026, through April 15, 2026": when a contribution for 2025 could still be made. */
const afterYearEnd = (year: number): string => {
  const [dueYear, month, day] = dueDateOf(year).date.split('-').map(Number);
  return `January 1, ${year + 1}, through ${months[(month ?? 1) - 1]} ${day}, ${dueYear}`;
};

/** The names of the accounts changed when Roth SEP and SIMPLE IRAs came (2023), and went into one note in 2025. */
const threeKinds = 'traditional, SEP, and SIMPLE IRAs';
const threeTraditional = 'traditional, traditional SEP, and traditional SIMPLE IRAs';
const threeRoth = 'Roth, Roth SEP, or Roth SIMPLE IRA';

const disasterForms = {
  2018: '2018 Forms 8915B and 8915-C',
  2019: '2019 Forms 8915-C and 8915-D',
  2020: '2020 Forms 8915-C, 8915-D, and 8915-E',
  2021: '2021 Forms 8915-D and 8915-F',
} as const;
type DisasterYear = keyof typeof disasterForms;
const disasterYears = [2018, 2019, 2020, 2021] as const satisfies readonly DisasterYear[];
const disasterForm = (year: number): string => `${year} Form(s) 8915-F`;

/** A wording that named the disaster forms of its own year. */
const byDisasterForm = (text: (year: DisasterYear) => string): readonly Revision[] => disasterYears.map((year) => said(year, year, () => text(year)));

const line7 = (year: number, iras: string, repayments: string, roth: string, separator: ',' | ';' = ','): string => [
  `Enter your distributions from ${iras} in ${year}. Do not include rollovers (${repayments})`,
  'qualified charitable distributions', 'a one-time distribution to fund an HSA', `conversions to a ${roth}`, 'certain returned contributions',
  'or recharacterizations of traditional IRA contributions',
].join(`${separator} `);

const shareOfDisasters = (line: '15a' | '25a', where: (year: DisasterYear) => string, current: '18' | '19'): readonly Revision[] => [
  ...byDisasterForm((year) =>
    `Enter the amount on line ${line} attributable to qualified disaster distributions from ${disasterForms[year]}. Also, enter this amount on `
    + `${where(year)}, as applicable`),
  said(2022, 2025, (year) =>
    `Enter the amount on line ${line} attributable to qualified disaster distributions, if any, from ${disasterForm(year)}. Also, enter this amount `
    + `on ${disasterForm(year)}, line ${current}, as applicable`),
];

/** Where Form 1040 took the taxable amount. */
const toForm1040: readonly Revision[] = [
  said(2018, 2018, () => '2018 Form 1040, line 4b; or 2018 Form 1040NR, line 17b'),
  said(2019, 2019, () => '2019 Form 1040 or 1040-SR, line 4b; or 2019 Form 1040-NR, line 16b'),
  said(2020, 2025, (year) => `${year} Form 1040, 1040-SR, or 1040-NR, line 4b`),
];

const taxableAmount = (subtract: string, until: number): readonly Revision[] => toForm1040.map(({ from, to, text }) =>
  said(from, Math.min(to, until), (year) => `Taxable amount. ${subtract}. If more than zero, also include this amount on ${text(year)}`));

const taxableAfterRepayments = (part: '15' | '25'): readonly Revision[] => [
  ...taxableAmount(`Subtract line ${part}b from line ${part}a`, 2023),
  said(2025, 2025, (year) =>
    `Taxable amount. Subtract line ${part}b from line ${part}a. Reduce that amount by certain ${year} retirement plan distribution repayments `
    + '(other than those reported on Form 8915-F) that are treated as rollovers. If more than zero, also include this amount on '
    + `${year} Form 1040, 1040-SR, or 1040-NR, line 4b`),
];

export const revisions = {
  '1': always((year) =>
    `Enter your nondeductible contributions to traditional IRAs for ${year}, including those made for ${year} from ${afterYearEnd(year)}`),
  '2': always(() => 'Enter your total basis in traditional IRAs'),
  '3': always(() => 'Add lines 1 and 2'),
  'question after line 3': [
    said(2018, 2022, (year) => `In ${year}, did you take a distribution from traditional, SEP, or SIMPLE IRAs, or make a Roth IRA conversion?`),
    said(2023, 2023, (year) =>
      `In ${year}, did you take a distribution from traditional, traditional SEP, or traditional SIMPLE IRAs, or make a ${threeRoth} conversion?`),
    said(2025, 2025, (year) => `In ${year}, did you take a distribution from a traditional IRA, or make a Roth IRA conversion?`),
  ],
  '4': always((year) => `Enter those contributions included on line 1 that were made from ${afterYearEnd(year)}`),
  '5': always(() => 'Subtract line 4 from line 3'),
  '6': [
    ...byDisasterForm((year) =>
      `Enter the value of all your ${threeKinds} as of December 31, ${year}, plus any outstanding rollovers. Subtract any repayments of qualified `
      + `disaster distributions (see ${disasterForms[year]})${year === 2018 ? '. If the result is zero or less, enter -0-' : ''}`),
    said(2022, 2022, (year) =>
      `Enter the value of all your ${threeKinds} as of December 31, ${year}, plus any outstanding rollovers. Subtract certain repayments of qualified `
      + `disaster distributions, if any, from ${disasterForm(year)}`),
    said(2023, 2023, (year) =>
      `Enter the value of all your ${threeTraditional} as of December 31, ${year}, plus any outstanding rollovers. Subtract certain repayments of `
      + `qualified disaster distributions, if any, from ${disasterForm(year)}`),
    said(2025, 2025, (year) =>
      `Enter the value of all your traditional IRAs as of December 31, ${year}, plus any outstanding rollovers. Subtract certain ${year} retirement `
      + 'plan distribution repayments treated as rollovers, if any'),
  ],
  '7': [
    ...byDisasterForm((year) =>
      line7(year, threeKinds, `other than repayments of qualified disaster distributions (see ${disasterForms[year]})`, 'Roth IRA')),
    said(2022, 2022, (year) =>
      line7(year, threeKinds, `other than repayments of qualified disaster distributions, if any, from ${disasterForm(year)}`, 'Roth IRA')),
    said(2023, 2023, (year) =>
      line7(year, threeTraditional, `other than repayments of qualified disaster distributions, if any, from ${disasterForm(year)}`, threeRoth, ';')),
    said(2025, 2025, (year) =>
      `Enter your distributions from traditional IRAs in ${year}. Do not include rollovers (but do include certain ${year} retirement plan `
      + 'distribution repayments treated as rollovers). Also, do not include qualified charitable distributions; a one-time distribution to fund an '
      + 'HSA; conversions to a Roth IRA; certain returned contributions; or recharacterizations of traditional IRA contributions'),
  ],
  '8': [
    said(2018, 2022, (year) => `Enter the net amount you converted from ${threeKinds} to Roth IRAs in ${year}. Also, enter this amount on line 16`),
    said(2023, 2023, (year) => `Enter the net amount you converted from ${threeTraditional} to ${threeRoth}s in ${year}. Also, enter this amount on line 16`),
    said(2025, 2025, (year) => `Enter the net amount you converted from traditional IRAs to Roth IRAs in ${year}. Also, enter this amount on line 16`),
  ],
  '9': always(() => 'Add lines 6, 7, and 8'),
  '10': always(() => 'Divide line 5 by line 9. Enter the result as a decimal rounded to at least 3 places. If the result is 1.000 or more, enter "1.000"'),
  '11': [
    said(2018, 2022, () =>
      'Multiply line 8 by line 10. This is the nontaxable portion of the amount you converted to Roth IRAs. Also, enter this amount on line 17'),
    said(2023, 2023, () =>
      `Multiply line 8 by line 10. This is the nontaxable portion of the amount you converted to ${threeRoth}s. Also, enter this amount on line 17`),
    said(2025, 2025, () =>
      'Multiply line 8 by line 10. This is the nontaxable portion of the amount you converted to Roth IRAs. Also, enter this amount on line 17'),
  ],
  '12': [
    said(2018, 2022, () => 'Multiply line 7 by line 10. This is the nontaxable portion of your distributions that you did not convert to a Roth IRA'),
    said(2023, 2023, () => `Multiply line 7 by line 10. This is the nontaxable portion of your distributions that you did not convert to a ${threeRoth}`),
    said(2025, 2025, () => 'Multiply line 7 by line 10. This is the nontaxable portion of your distributions that you did not convert to a Roth IRA'),
  ],
  '13': always(() => 'Add lines 11 and 12. This is the nontaxable portion of all your distributions'),
  '14': always((year) => `Subtract line 13 from line 3. This is your total basis in traditional IRAs for ${year} and earlier years`),
  '15a': always(() => 'Subtract line 12 from line 7'),
  '15b': shareOfDisasters('15a', (year) => ({
    2018: '2018 Form 8915B, line 22, or 2018 Form 8915-C, line 13',
    2019: '2019 Form 8915-C, line 22, or 2019 Form 8915-D, line 13',
    2020: '2020 Form 8915-C, line 23; 2020 Form 8915-D, line 22; or 2020 Form 8915-E, line 13',
    2021: '2021 Form 8915-D, line 23; or 2021 Form 8915-F, line 18',
  })[year], '18'),
  '15c': taxableAfterRepayments('15'),
  'Part II': [
    said(2018, 2022, (year) => `Did you convert part or all of your ${threeKinds} to a Roth IRA in ${year}?`),
    said(2023, 2023, (year) => `Did you convert part or all of your ${threeTraditional} to a ${threeRoth} in ${year}?`),
    said(2025, 2025, (year) => `Did you convert part or all of your traditional IRAs to a Roth IRA in ${year}?`),
  ],
  '16': [
    said(2018, 2022, (year) =>
      `If you completed Part I, enter the amount from line 8. Otherwise, enter the net amount you converted from ${threeKinds} to Roth IRAs in ${year}`),
    said(2023, 2023, (year) =>
      `If you completed Part I, enter the amount from line 8. Otherwise, enter the net amount you converted from ${threeTraditional} to ${threeRoth}s in ${year}`),
    said(2025, 2025, (year) =>
      `If you completed Part I, enter the amount from line 8. Otherwise, enter the net amount you converted from traditional IRAs to Roth IRAs in ${year}`),
  ],
  '17': always(() => 'If you completed Part I, enter the amount from line 11. Otherwise, enter your basis in the amount on line 16'),
  '18': taxableAmount('Subtract line 17 from line 16', 2025),
  'Part III': [
    said(2018, 2022, (year) => `Did you take a distribution from a Roth IRA in ${year}?`),
    said(2023, 2023, (year) => `Did you take a distribution from a ${threeRoth} in ${year}?`),
    said(2025, 2025, (year) => `Did you take a distribution from a Roth IRA in ${year}?`),
  ],
  '19': [
    ...byDisasterForm((year) =>
      `Enter your total nonqualified distributions from Roth IRAs in ${year}, including any qualified first-time homebuyer distributions, and any `
      + `qualified disaster distributions. Also, see ${disasterForms[year]}`),
    said(2022, 2022, (year) =>
      `Enter your total nonqualified distributions from Roth IRAs in ${year}, including any qualified first-time homebuyer distributions, and any `
      + `qualified disaster distributions from ${disasterForm(year)}`),
    said(2023, 2023, (year) =>
      `Enter your total nonqualified distributions from Roth, Roth SEP, and Roth SIMPLE IRAs in ${year}, including any qualified first-time homebuyer `
      + `distributions, and any qualified disaster distributions from ${disasterForm(year)}`),
    said(2025, 2025, (year) =>
      `Enter your total nonqualified distributions from Roth IRAs in ${year}, including any qualified first-time homebuyer distributions, and any `
      + `${year} retirement plan distributions whose repayments are treated as rollovers`),
  ],
  '20': [
    said(2018, 2018, () => 'Qualified first-time homebuyer expenses. Do not enter more than $10,000'),
    said(2019, 2025, () =>
      'Qualified first-time homebuyer expenses. Do not enter more than $10,000 reduced by the total of all your prior qualified first-time homebuyer '
      + 'distributions'),
  ],
  '21': always(() => 'Subtract line 20 from line 19. If zero or less, enter -0-'),
  '22': [
    said(2018, 2022, () => 'Enter your basis in Roth IRA contributions. If line 21 is zero, stop here'),
    said(2023, 2023, () => 'Enter your basis in Roth, Roth SEP, and Roth SIMPLE IRA contributions. If line 21 is zero, stop here'),
    said(2025, 2025, () => 'Enter your basis in Roth IRA contributions. If line 21 is zero, stop here'),
  ],
  '23': always(() => 'Subtract line 22 from line 21. If zero or less, enter -0- and skip lines 24 and 25. If more than zero, you may be subject to an additional tax'),
  '24': [
    said(2018, 2022, () => `Enter your basis in conversions from ${threeKinds} and rollovers from qualified retirement plans to a Roth IRA`),
    said(2023, 2023, () => `Enter your basis in conversions from ${threeTraditional} and rollovers from qualified retirement plans to a ${threeRoth}`),
    said(2025, 2025, () => 'Enter your basis in conversions from traditional IRAs and rollovers from qualified retirement plans to a Roth IRA'),
  ],
  '25a': always(() => 'Subtract line 24 from line 23. If zero or less, enter -0- and skip lines 25b and 25c'),
  '25b': shareOfDisasters('25a', (year) => ({
    2018: '2018 Form 8915B, line 23, or 2018 Form 8915-C, line 14',
    2019: '2019 Form 8915-C, line 23, or 2019 Form 8915-D, line 14',
    2020: '2020 Form 8915-C, line 24; 2020 Form 8915-D, line 23; or 2020 Form 8915-E, line 14',
    2021: '2021 Form 8915-D, line 24; or 2021 Form 8915-F, line 19',
  })[year], '19'),
  '25c': taxableAfterRepayments('25'),
} as const satisfies Record<string, readonly Revision[]>;

export type WordedLine = keyof typeof revisions;
