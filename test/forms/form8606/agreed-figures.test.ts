import { Decimal } from '../../../src/engine/decimal';
import { form8606, type Form8606Inputs } from '../../../src/forms/form8606';
import type { RatioPlaces, Unit } from '../../../src/engine/term';

const amounts = (given: Record<string, string>): Form8606Inputs =>
  Object.fromEntries(Object.entries(given).map(([name, amount]) => [name, new Decimal(amount)]));

const filled = (given: Record<string, string>, unit: Unit = 'cents', ratioPlaces: RatioPlaces = 'exact') =>
  form8606(amounts(given), { unit, ratioPlaces });

describe('Form 8606, the taxable part of a conversion (line 18)', () => {
  for (const { source, basis, late = '0', value, distributed = '0', converted, places = 'exact', taxable, carried } of [
    { source: 'seed 003, recomputed', basis: '7000', value: '200000', converted: '7000', taxable: '6763.29', carried: '6763.29' },
    { source: 'seed 003, 3 places', basis: '7000', value: '200000', converted: '7000', places: 3, taxable: '6762', carried: '6762' },
    { source: 'seed 000, example 2', basis: '7000', value: '93000', converted: '7000', taxable: '6510', carried: '6510' },
    { source: 'seed 000, example 1', basis: '7000', value: '0', converted: '7000', taxable: '0', carried: '0' },
    { source: 'seed 001, $54,000 SEP', basis: '6000', value: '54000', converted: '6000', taxable: '5400', carried: '5400' },
    { source: 'seed 004', basis: '5000', value: '50000', converted: '5000', taxable: '4545.45', carried: '4545.45' },
    {
      source: 'partly late, distribution and conversion', basis: '8000', late: '2500', value: '20000', distributed: '500', converted: '6000',
      taxable: '4754.72', carried: '6650.95',
    },
  ] as const) {
    it(`is ${taxable} of ${converted} with ${basis} of basis and ${value} left at year end (${source})`, () => {
      const form = filled({
        contributionsInYear: new Decimal(basis).minus(late).toString(), contributionsAfterYearEnd: late, accountValues: value,
        distributions: distributed, conversions: converted,
      }, 'cents', places as RatioPlaces);
      expect(form.line('18')?.toString()).toBe(taxable);
      expect(form.carry.toString()).toBe(carried);
    });
  }
});
