import type { RatioPlaces, Unit } from '../../../src/engine/term';
import { form8606, type Form8606 } from '../../../src/forms/form8606';
import { ledger } from '../../../src/ledger/ledger';
import { dollars } from '../../support/returns';

/**
 * The figures of the five articles that this add-in started from, as far as a form can give them. `printed` is the amount
 * that the article gives, if it gives one and not only a percentage; where it differs from `taxable`, the reason stands
 * beside it.
 */
interface Figure {
  readonly article: string;
  readonly basis: number;
  readonly pretax: number;
  readonly converted: number;
  readonly places?: RatioPlaces;
  readonly printed?: string;
  readonly taxable: string;
  readonly because?: string;
}

const formOf = (basis: number, value: number | string, converted: number | string, unit: Unit = 'cents', ratioPlaces: RatioPlaces = 'exact'): Form8606 =>
  form8606(dollars({ contributionsInYear: basis, accountValues: value, conversions: converted }), { unit, ratioPlaces });

const tooHigh = 'conversion times pre-tax money over the whole pool; no reading of the article gives the printed figure';

const figures: readonly Figure[] = [
  { article: '000, table, no pre-tax money', basis: 7_000, pretax: 0, converted: 7_000, printed: '0', taxable: '0' },
  { article: '000, table, $25,000', basis: 7_000, pretax: 25_000, converted: 7_000, printed: '6364', taxable: '5468.75', because: tooHigh },
  { article: '000, table, $50,000', basis: 7_000, pretax: 50_000, converted: 7_000, printed: '6743', taxable: '6140.35', because: tooHigh },
  { article: '000, table, $100,000', basis: 7_000, pretax: 100_000, converted: 7_000, printed: '6867', taxable: '6542.06', because: tooHigh },
  { article: '000, table, $200,000', basis: 7_000, pretax: 200_000, converted: 7_000, printed: '6928', taxable: '6763.29', because: tooHigh },
  { article: '000, example 2, a rollover of $93,000', basis: 7_000, pretax: 93_000, converted: 7_000, printed: '6510', taxable: '6510' },
  { article: '000, a SEP of $150,000', basis: 7_000, pretax: 150_000, converted: 7_000, taxable: '6687.9' },
  { article: '001, a SEP of $54,000', basis: 6_000, pretax: 54_000, converted: 6_000, printed: '5400', taxable: '5400' },
  {
    article: '001, its formula taken by the word', basis: 6_000, pretax: 54_000, converted: 6_000, printed: '600', taxable: '5400',
    because: 'conversion times the nontaxable percentage is the nontaxable amount, line 11',
  },
  { article: '003, $200,000, line 10 at 3 places', basis: 7_000, pretax: 200_000, converted: 7_000, places: 3, printed: '6762', taxable: '6762' },
  { article: '003, $200,000, line 10 at 5 places', basis: 7_000, pretax: 200_000, converted: 7_000, places: 5, taxable: '6763.26' },
  { article: '003, $200,000, unrounded', basis: 7_000, pretax: 200_000, converted: 7_000, printed: '6762', taxable: '6763.29', because: 'the printed figure rounds line 10 to .034' },
  { article: '003, $500,000', basis: 7_000, pretax: 500_000, converted: 7_000, taxable: '6903.35' },
  { article: '003, $500,000, line 10 at 3 places', basis: 7_000, pretax: 500_000, converted: 7_000, places: 3, taxable: '6902' },
  { article: '004, $50,000 and $5,000', basis: 5_000, pretax: 50_000, converted: 5_000, printed: '4545', taxable: '4545.45', because: 'the cents were left out' },
  { article: '004, $50,000 and $5,000, line 10 at 3 places', basis: 5_000, pretax: 50_000, converted: 5_000, places: 3, taxable: '4545' },
  { article: '002, $95,000 and $7,000', basis: 7_000, pretax: 95_000, converted: 7_000, taxable: '6519.61' },
  { article: '002, $95,000 and $7,000, line 10 at 3 places', basis: 7_000, pretax: 95_000, converted: 7_000, places: 3, taxable: '6517' },
  { article: '000, full conversion of $80,000 without basis', basis: 0, pretax: 0, converted: 80_000, printed: '80000', taxable: '80000' },
];

describe('The founding articles, the taxable part of a conversion (line 18)', () => {
  for (const { article, basis, pretax, converted, places = 'exact', printed, taxable, because } of figures) {
    it(`${article}: ${taxable}${because ? `, not ${printed}: ${because}` : ''}`, () => {
      const form = formOf(basis, pretax, converted, 'cents', places);
      expect(form.line('18')?.toString()).toBe(taxable);
      expect(printed === undefined || printed === taxable).toBe(because === undefined);
    });
  }
});

describe('The founding articles, other figures', () => {
  it('000: 93,000 moved to the employer plan leaves a conversion of 7,000 untaxed', () => {
    expect(formOf(7_000, 0, 7_000).toForm1040.toString()).toBe('0');
  });

  it('000: the 7,000 that was converted is on line 8 and not in the year-end value of line 6; both ways line 9 is 7,000', () => {
    const form = formOf(7_000, 0, 7_000);
    expect(['6', '8', '9'].map((id) => form.line(id)?.toString())).toEqual(['0', '7000', '7000']);
  });

  it('000: each spouse has a form of their own: the pre-tax 93,000 of one taxes nothing of the other, and pooled would tax both alike', () => {
    const [one, other] = [formOf(7_000, 93_000, 7_000), formOf(7_000, 0, 7_000)];
    expect([one, other].map((form) => form.toForm1040.toString())).toEqual(['6510', '0']);
    expect(formOf(14_000, 93_000, 14_000).toForm1040.toString()).toBe('12168.22');
  });

  it('001 and 003: the denominator is line 9; the year-end balance alone is zero once all is converted', () => {
    const form = formOf(7_000, 0, 7_010);
    expect(form.line('6')?.toString()).toBe('0');
    expect(form.line('18')?.toString()).toBe('10');
  });

  it('003: line 13 is the nontaxable total; what is taxable stands on lines 18 and 15c', () => {
    const form = formOf(7_000, 200_000, 7_000);
    expect([form.line('13'), form.line('18')].map(String)).toEqual(['236.71', '6763.29']);
  });

  it('001: 53 cents of interest are 0.53 taxable; in whole dollars 1 at four places and more, and at 3 places 1 where line 13 is held at line 5', () => {
    expect(formOf(7_000, 0, '7000.53').line('18')?.toString()).toBe('0.53');
    for (const places of [3, 4, 10, 'exact'] as const) {
      const form = formOf(7_000, 0, '7000.53', 'dollars', places);
      expect([form.line('18'), form.line('14')].map(String)).toEqual(['1', '0']);
    }
  });

  for (const { deducted, taxable } of [{ deducted: 25_000, taxable: '4545.45' }, { deducted: 0, taxable: '2272.73' }]) {
    it(`004: of the $25,000 put into the $50,000 account ${deducted} was deducted: ${taxable} of 5,000 is taxable`, () => {
      const form = form8606(dollars({ contributionsInYear: 5_000, priorBasis: 25_000 - deducted, accountValues: 50_000, conversions: 5_000 }));
      expect(form.line('18')?.toString()).toBe(taxable);
    });
  }

  it('001: a contribution for 2023 made in early 2024 is on line 1; it reaches line 4 only if something moved in 2023, and 2024 starts with it', () => {
    const filled = ledger([
      { year: 2023, inputs: dollars({ contributionsAfterYearEnd: 6_500 }) },
      { year: 2024, inputs: dollars({ accountValues: 0, conversions: 6_500 }) },
    ], { unit: 'cents', ratioPlaces: 'exact' });
    expect(['1', '4', '14'].map((id) => filled[0]?.form.line(id)?.toString() ?? 'blank')).toEqual(['6500', 'blank', '6500']);
    expect(['2', '17', '18'].map((id) => filled[1]?.form.line(id)?.toString() ?? 'blank')).toEqual(['blank', '6500', '0']);
  });
});
