import { Decimal } from '../../src/engine/decimal';
import type { Figures, RatioPlaces, Settings, Unit } from '../../src/engine/term';
import { firstPlaces, lowerNumber, ratio, timesRatio, upperNumber } from '../../src/engine/ratio';
import { atMost, inPlaces, inWords, proportion, reaches, toUnit, total, type Amount } from '../../src/engine/words';

const amount = (value: string): Amount =>
  ({ value: () => new Decimal(value), formula: () => value, says: () => `amount (${inWords(new Decimal(value))})` });

const figuresOf = (unit: Unit, ratioPlaces: RatioPlaces): Figures => {
  const settings: Settings = { unit, ratioPlaces };
  const none = (): never => { throw new Error('Nothing else is asked for.'); };
  return { settings, input: none, choice: none, amount: none, answer: none };
};

describe('Amounts in sentences', () => {
  for (const { value, words } of [
    { value: '0', words: '0' }, { value: '-0', words: '0' }, { value: '999', words: '999' }, { value: '1000', words: '1,000' },
    { value: '1234567.5', words: '1,234,567.50' }, { value: '0.005', words: '0.01' }, { value: '-1000.1', words: '-1,000.10' }, { value: '-0.004', words: '-0.00' },
  ]) {
    it(`${value} is "${words}"`, () => {
      expect(inWords(new Decimal(value))).toBe(words);
    });
  }

  it('a ratio has the places that it needs, and no more than asked for', () => {
    expect(inPlaces(new Decimal(1).dividedBy(3), 10)).toBe('0.3333333333');
    expect(inPlaces(new Decimal('0.5'), 10)).toBe('0.5');
  });
});

describe('Rounding to the unit of the form', () => {
  for (const { unit, value, rounded } of [
    { unit: 'dollars', value: '0.49', rounded: '0' }, { unit: 'dollars', value: '0.5', rounded: '1' }, { unit: 'dollars', value: '0.51', rounded: '1' },
    { unit: 'dollars', value: '2.5', rounded: '3' }, { unit: 'cents', value: '0.004', rounded: '0' }, { unit: 'cents', value: '0.005', rounded: '0.01' },
    { unit: 'dollars', value: '0.4951', rounded: '1' },
  ] as const) {
    it(`${value} is ${rounded} in ${unit}: a half goes up, and cents are rounded first`, () => {
      expect(toUnit(amount(value)).value(figuresOf(unit, 'exact')).toString()).toBe(rounded);
    });
  }

  it('cents are summed before they are rounded to dollars: 0.40, 0.40 and 0.40 make 1 (Form 1040 instructions, rounding off to whole dollars)', () => {
    expect(toUnit(total([amount('0.4'), amount('0.4'), amount('0.4')])).value(figuresOf('dollars', 'exact')).toString()).toBe('1');
  });
});

describe('The ratio of line 10 and what is multiplied by it', () => {
  const line10 = (part: string, whole: string, places: RatioPlaces, unit: Unit = 'dollars') => {
    const figures = figuresOf(unit, places);
    const [over, under] = [amount(part), amount(whole)];
    const begun = firstPlaces(over, under);
    const [upper, lower] = [upperNumber(over, under, begun), lowerNumber(under)];
    const shown = ratio(over, under, upper, lower);
    return { shown: shown.value(figures), of: (value: string) => timesRatio(amount(value), shown, upper, lower).value(figures).toString() };
  };

  for (const { part, whole, places, shown } of [
    { part: '1', whole: '2001', places: 3, shown: '0' }, { part: '1', whole: '2000', places: 3, shown: '0.001' }, { part: '1', whole: '1999', places: 3, shown: '0.001' },
    { part: '1999', whole: '2000', places: 3, shown: '1' }, { part: '2000', whole: '2000', places: 3, shown: '1' }, { part: '2001', whole: '2000', places: 3, shown: '1' },
    { part: '2', whole: '3', places: 10, shown: '0.6666666667' }, { part: '9', whole: '8', places: 'exact', shown: '1' }, { part: '1', whole: '8', places: 'exact', shown: '0.125' },
  ] as const) {
    it(`${part} over ${whole} is ${shown} at ${places} places: half up, never above 1`, () => {
      expect(line10(part, whole, places).shown.toString()).toBe(shown);
    });
  }

  for (const { part, whole, places, of, product } of [
    { part: '1', whole: '2', places: 'exact', of: '1', product: '1' }, { part: '1', whole: '3', places: 'exact', of: '1', product: '0' },
    { part: '333', whole: '1000', places: 3, of: '500', product: '167' }, { part: '332', whole: '1000', places: 3, of: '500', product: '166' },
    { part: '1', whole: '3', places: 10, of: '3000000000', product: '1000000000' }, { part: '1', whole: '3', places: 'exact', of: '3000000000', product: '1000000000' },
  ] as const) {
    it(`${of} times ${part} over ${whole} at ${places} places is ${product}: an exact half goes up, what lies under it does not`, () => {
      expect(line10(part, whole, places).of(of)).toBe(product);
    });
  }
});

describe('Other words', () => {
  const figures = figuresOf('dollars', 'exact');

  it('a proportion counts in units and rounds a half up', () => {
    expect(proportion(amount('5'), amount('1'), amount('2')).value(figures).toString()).toBe('3');
    expect(proportion(amount('0.05'), amount('0.01'), amount('0.02')).value(figuresOf('cents', 'exact')).toString()).toBe('0.03');
  });

  it('a cap tells only when it holds something back', () => {
    expect(atMost(amount('5'), amount('5')).says(figures)).toBe('amount (5)');
    expect(atMost(amount('5'), amount('6')).says(figures)).toBe('amount (6), held at amount (5)');
  });

  for (const { value, holds } of [{ value: '4.99', holds: false }, { value: '5', holds: true }, { value: '5.01', holds: true }]) {
    it(`${value} ${holds ? 'reaches' : 'does not reach'} 5`, () => {
      expect(reaches(amount(value), amount('5')).value(figures)).toBe(holds);
    });
  }
});
