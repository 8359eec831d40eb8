import { Decimal } from '../../src/engine/decimal';
import { Refusal } from '../../src/engine/refusal';
import type { Settings } from '../../src/engine/term';
import { ledger, type LedgerOptions, type LedgerYear } from '../../src/ledger/ledger';
import { dollars } from '../support/returns';

const cents: Settings = { unit: 'cents', ratioPlaces: 'exact' };

const year = (taxYear: number, amounts: Record<string, string | number>, more: Partial<LedgerYear> = {}): LedgerYear =>
  ({ year: taxYear, inputs: dollars(amounts), ...more });

const worked = (years: readonly LedgerYear[], options?: LedgerOptions, settings = cents) => ledger(years, settings, options);

const refusalOf = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
};

describe('A ledger of years', () => {
  it('carries line 14 to line 2 of the next year (seed 003, three years of 7,000 with 200,000 pre-tax: 6,763.29, 13,297.86, 19,611.46)', () => {
    const filled = worked([2023, 2024, 2025].map((taxYear) => year(taxYear, { contributionsInYear: 7_000, accountValues: 200_000, conversions: 7_000 })));
    expect(filled.map(({ form }) => form.line('18')?.toString())).toEqual(['6763.29', '6534.57', '6313.6']);
    expect(filled.map(({ form }) => form.line('14')?.toString())).toEqual(['6763.29', '13297.86', '19611.46']);
    expect(filled.map(({ form }) => form.line('2')?.toString())).toEqual(['0', '6763.29', '13297.86']);
    expect(filled.map(({ basisFrom }) => basisFrom)).toEqual(['none', 'year before', 'year before']);
  });

  it('carries whole dollars where the forms are in whole dollars', () => {
    const filled = worked([
      year(2024, { contributionsInYear: 7_000, accountValues: 200_000, conversions: 7_000 }), year(2025, { contributionsInYear: 7_000 }),
    ], {}, { unit: 'dollars', ratioPlaces: 3 });
    expect(filled.map(({ form }) => form.carry.toString())).toEqual(['6762', '13762']);
  });

  it('passes basis through years without a form, and says which', () => {
    const filled = worked([year(2018, { contributionsInYear: 5_500 }), year(2022, { contributionsInYear: 6_000 }), year(2023, { accountValues: 0, conversions: 0 })]);
    expect(filled.map(({ yearsWithoutForm }) => yearsWithoutForm)).toEqual([[], [2019, 2020, 2021], []]);
    expect(filled[1]?.form.line('2')?.toString()).toBe('5500');
    expect(filled[2]?.form.line('14')).toBeNull();
    expect(filled[2]?.form.carry.toString()).toBe('11500');
  });

  it('a year without Part I hands on what it did not use, and what a loss left (unsettled)', () => {
    const [, allConverted] = worked([year(2023, { contributionsInYear: 6_500 }), year(2024, { accountValues: 0, conversions: '6400.25' })]);
    expect(allConverted?.form.carry.toString()).toBe('99.75');
    expect(allConverted?.form.notes.map(({ code }) => code)).toContain('BASIS_UNSETTLED');
  });

  it('remembers nondeductible contributions of which no basis is left: a later distribution asks for Part I', () => {
    const filled = worked([
      year(2022, { contributionsInYear: 6_000, accountValues: 0, conversions: 6_000 }), year(2025, { accountValues: 40_000, distributions: 1_000 }),
    ]);
    expect(filled[1]?.form.line('2')?.toString()).toBe('0');
    expect(filled[1]?.form.line('15c')?.toString()).toBe('1000');
    expect(filled[1]?.choices.earlierNondeductible).toBe(true);
  });

  it('starts with the opening basis', () => {
    const [first] = worked([year(2020, { accountValues: 90_000, distributions: 10_000 })], { openingBasis: new Decimal(25_000) });
    expect([first?.form.line('2')?.toString(), first?.basisFrom]).toEqual(['25000', 'opening']);
  });
});

describe('A ledger that is told what it also works out', () => {
  it('a basis stated for a later year stands, and the difference is told', () => {
    const filled = worked([year(2023, { contributionsInYear: 6_500 }), year(2024, { priorBasis: 6_000, contributionsInYear: 7_000 })]);
    expect(filled[1]?.form.line('3')?.toString()).toBe('13000');
    expect(filled[1]?.basisFrom).toBe('given');
    expect(filled[1]?.disagreements).toMatchObject([{
      code: 'STATED_BASIS_DIFFERS',
      text: '2024 states 6,000 of basis from earlier years; 2023 carries 6,500. The stated basis is used; find out why they differ.',
    }]);
  });

  it('a stated basis that agrees is no difference', () => {
    const filled = worked([year(2023, { contributionsInYear: 6_500 }), year(2024, { priorBasis: 6_500 })]);
    expect(filled[1]?.disagreements).toEqual([]);
  });

  for (const { filed, agrees } of [{ filed: '6653', agrees: true }, { filed: '6653.13', agrees: true }, { filed: '6653.12', agrees: false }, { filed: '6650', agrees: false }]) {
    it(`line 14 as filed, ${filed}, ${agrees ? 'agrees with' : 'differs from'} the 6,653.13 worked out: forms are filed in whole dollars`, () => {
      const [only] = worked([year(2025, { contributionsInYear: 7_000, accountValues: '134263.23', conversions: 7_000 }, { filedLine14: new Decimal(filed) })]);
      expect(only?.disagreements.map(({ code }) => code)).toEqual(agrees ? [] : ['FILED_LINE_14_DIFFERS']);
    });
  }

  it('a filed line 14 is compared with and not carried on', () => {
    const filled = worked([year(2024, { contributionsInYear: 7_000 }, { filedLine14: new Decimal(6_000) }), year(2025, {})]);
    expect(filled[1]?.form.carry.toString()).toBe('7000');
    expect(filled[0]?.disagreements[0]?.text).toBe(
      'Line 14 as filed for 2024 is 6,000; worked out here it is 7,000. The difference of 1,000 is carried into every later year; the figure worked out here is used.',
    );
  });
});

describe('A ledger and years that nobody knows', () => {
  const around = [year(2018, { contributionsInYear: 5_500 }), year(2022, { contributionsInYear: 6_000 })];

  it('refuses to carry basis through them, by name', () => {
    const refusal = refusalOf(() => worked(around, { unknownYears: [2021, 2019] }));
    expect([refusal.code, refusal.value]).toEqual(['MISSING', '2019, 2021']);
    expect(refusal.text).toBe(
      'What happened in 2019, 2021 is not known, so the basis that 2022 starts with is not known either. Enter those years, say that nothing was contributed, '
      + 'distributed or converted in them, or state the basis before 2022 (line 14 of the last Form 8606 filed).',
    );
  });

  it('refuses a start at zero after unknown years', () => {
    expect(refusalOf(() => worked([year(2022, { contributionsInYear: 6_000 })], { unknownYears: [2021] })).value).toBe('2021');
  });

  it('goes on where the basis after them is stated, or the opening basis before them all is', () => {
    expect(worked([around[0]!, year(2022, { priorBasis: 5_000 })], { unknownYears: [2019, 2021] })[1]?.form.carry.toString()).toBe('5000');
    expect(worked([year(2022, { contributionsInYear: 6_000 })], { unknownYears: [2020], openingBasis: new Decimal(100) })[0]?.form.carry.toString()).toBe('6100');
  });

  it('does not mind unknown years after the last', () => {
    expect(worked(around, { unknownYears: [2023] })).toHaveLength(2);
  });
});

describe('A ledger, what is refused', () => {
  for (const { years, options = {}, code, argument, text } of [
    { years: [year(2024, {}), year(2024, {})], code: 'CONTRADICTION', argument: 'year', text: '2024 stands twice' },
    { years: [year(1986, {})], code: 'NOT_A_YEAR', argument: 'year', text: '1986 is no tax year of Form 8606' },
    { years: [year(2101, {})], code: 'NOT_A_YEAR', argument: 'year', text: '2101 is no tax year of Form 8606' },
    { years: [year(2024.5, {})], code: 'NOT_A_YEAR', argument: 'year', text: '2024.5 is no tax year of Form 8606' },
    { years: [year(Number.NaN, {})], code: 'NOT_A_YEAR', argument: 'year', text: 'NaN is no tax year of Form 8606' },
    { years: [year(2023, { repayments: 100 })], code: 'CONTRADICTION', argument: 'repayments', text: 'Repayments of 100 for 2023: Form 8606 takes them off line 15c only from 2024 on.' },
    {
      years: [year(2023, { priorBasis: 100 })], options: { openingBasis: new Decimal(200) }, code: 'CONTRADICTION', argument: 'openingBasis',
      text: 'The opening basis is 200, but 2023 states 100 from earlier years; keep one of them.',
    },
    { years: [year(2023, {}), year(2024, { conversions: -5 })], code: 'NEGATIVE', argument: 'conversions', text: '2024: The net amount converted: -5, but it must be 0 or more.' },
  ] as readonly { years: LedgerYear[]; options?: LedgerOptions; code: string; argument: string; text: string }[]) {
    it(`${text}: ${code}`, () => {
      const refusal = refusalOf(() => worked(years, options));
      expect([refusal.code, refusal.argument]).toEqual([code, argument]);
      expect(refusal.text).toContain(text);
    });
  }

  it('the first and the last year of the form, and repayments from 2024 on, are not refused', () => {
    expect(worked([year(1987, {}), year(2024, { priorBasis: 10, accountValues: 0, distributions: 10, repayments: 5 }), year(2100, {})])).toHaveLength(3);
  });
});

describe('A contribution returned in the year after it was made (Form 1099-R, code P)', () => {
  it('reduces line 1 of the earlier year, and so what the next one starts with', () => {
    const years = (returned: number) => worked([
      year(2024, { contributionsInYear: 7_000, returned }), year(2025, { contributionsInYear: 7_000, accountValues: 0, conversions: 12_000 }),
    ]);
    expect(years(0).map(({ form }) => form.line('1')?.toString())).toEqual(['7000', '7000']);
    const [earlier, later] = years(2_000);
    expect([earlier?.form.line('1')?.toString(), earlier?.form.line('14')?.toString()]).toEqual(['5000', '5000']);
    expect([later?.form.line('1')?.toString(), later?.form.line('2')?.toString(), later?.form.line('18')?.toString()]).toEqual(['7000', '5000', '0']);
  });

  it('returned whole leaves no form for the earlier year', () => {
    const [earlier] = worked([year(2024, { contributionsInYear: 7_000, returned: 7_000 })]);
    expect([earlier?.form.line('1'), earlier?.form.carry.toString()]).toEqual([null, '0']);
  });
});

describe('The year of death', () => {
  const dying = [year(2024, { contributionsInYear: 7_000 }), year(2025, { accountValues: 50_000, distributions: 1_000 })];

  it('is not worked out where something was distributed or converted in it: stop, and ask which value line 6 takes', () => {
    const refusal = refusalOf(() => worked(dying, { yearOfDeath: 2025 }));
    expect([refusal.code, refusal.argument]).toEqual(['MISSING', 'yearOfDeath']);
    expect(refusal.text).toMatch(/^2025 is the year of death, .* the value on the day of death or on 31 December, .* leave the year of death out\.$/u);
  });

  it.each([2024, 2026])('%i is another year than that of the distribution', (yearOfDeath) => {
    if (yearOfDeath === 2024) expect(refusalOf(() => worked(dying, { yearOfDeath })).code).toBe('CONTRADICTION');
    else expect(worked(dying, { yearOfDeath })).toHaveLength(2);
  });

  it('carries basis as ever where nothing moved in it', () => {
    expect(worked([dying[0]!, year(2025, { contributionsInYear: 7_000 })], { yearOfDeath: 2025 })[1]?.form.carry.toString()).toBe('14000');
  });
});
