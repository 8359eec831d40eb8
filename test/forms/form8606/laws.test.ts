import { Decimal, one, zero } from '../../../src/engine/decimal';
import { form8606, form8606Lines, type Form8606, type Form8606Inputs } from '../../../src/forms/form8606';
import { ledger } from '../../../src/ledger/ledger';
import { dollars, inputsOf, madeUpReturns, shown, without, type MadeUpReturn } from '../../support/returns';

/** What must hold of every Form 8606, whatever the numbers: laws of the subject, on 3,900 made-up returns. */
const returns = madeUpReturns(20_261_122, 3_900);

const filledIn = ({ facts, settings, elections }: MadeUpReturn, more: Form8606Inputs = {}): Form8606 =>
  form8606({ ...inputsOf(facts), ...more }, settings, elections);

const line = (form: Form8606, id: string): Decimal => form.line(id) ?? zero;

const plus = (made: MadeUpReturn, name: keyof Form8606Inputs, amount: Decimal): Form8606Inputs => ({ [name]: (inputsOf(made.facts)[name] ?? zero).plus(amount) });

const forms = returns.map((made) => filledIn(made));

/** Runs a law over the returns and reports the first that breaks it, with everything needed to see it again; null: it says nothing of this one. */
const holdsForEvery = (law: (form: Form8606, made: MadeUpReturn) => boolean | null): void => {
  let applied = 0;
  for (const [index, made] of returns.entries()) {
    const holds = law(forms[index]!, made);
    if (holds === null) continue;
    applied += 1;
    if (!holds) throw new Error(`broken by ${shown(made)}`);
  }
  expect(applied).toBeGreaterThan(500);
};

describe('Form 8606, laws', () => {
  it('basis is conserved: line 3 is lines 13 and 14 together', () => {
    holdsForEvery((form) => {
      return form.line('13') === null ? null : line(form, '3').equals(line(form, '13').plus(line(form, '14')));
    });
  });

  it('money is conserved: what was distributed and converted is nontaxable (13), or on lines 15a and 18', () => {
    holdsForEvery((form) => {
      if (form.line('13') === null) return null;
      return line(form, '7').plus(line(form, '8')).equals(line(form, '13').plus(line(form, '15a')).plus(line(form, '18')));
    });
  });

  it('no line is below zero, but line 18 may be where Part I is not completed', () => {
    holdsForEvery((form) => {
      return form8606Lines.every((id) => !line(form, id).isNegative() || line(form, id).isZero() || (id === '18' && form.line('14') === null));
    });
  });

  it('line 10 lies between 0 and 1, and line 13 never passes line 5', () => {
    holdsForEvery((form) => {
      const ratio = form.line('10');
      if (ratio === null) return null;
      return ratio.greaterThanOrEqualTo(zero) && ratio.lessThanOrEqualTo(one) && line(form, '13').lessThanOrEqualTo(line(form, '5'));
    });
  });

  it('line 4 never passes line 1 or what was contributed after year end, and either election lies between', () => {
    holdsForEvery((form, made) => {
      if (form.line('4') === null) return null;
      const late = (inputsOf(made.facts).contributionsAfterYearEnd ?? zero);
      return line(form, '4').lessThanOrEqualTo(line(form, '1')) && line(form, '4').lessThanOrEqualTo(late.ceil());
    });
  });

  it('more pre-tax money in the IRAs on 31 December never lowers the tax', () => {
    holdsForEvery((less, made) => {
      if (less.line('13') === null) return null;
      return filledIn(made, plus(made, 'accountValues', new Decimal('12345.67'))).toForm1040.greaterThanOrEqualTo(less.toForm1040);
    });
  });

  it('more basis never raises the tax, and is never lost: line 14 grows by what the tax does not fall by', () => {
    holdsForEvery((less, made) => {
      if (less.line('13') === null) return null;
      const more = filledIn(made, plus(made, 'priorBasis', new Decimal(1_000)));
      const rise = line(more, '13').minus(line(less, '13')).plus(line(more, '14')).minus(line(less, '14'));
      return more.toForm1040.lessThanOrEqualTo(less.toForm1040) && rise.equals(1_000);
    });
  });

  it('a taxable amount is never more than what was moved', () => {
    holdsForEvery((form) => {
      const moved = line(form, '7').plus(line(form, '16'));
      return form.toForm1040.lessThanOrEqualTo(moved);
    });
  });

  it('blank is not zero: lines 4 to 13 and 15a to 15c are all blank or all filled in, and so are lines 16 to 18', () => {
    holdsForEvery((form) => {
      const alike = (ids: readonly string[]): boolean => new Set(ids.map((id) => form.line(id) === null)).size === 1;
      return alike(['4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '15a', '15b', '15c']) && alike(['16', '17', '18']) && alike(['1', '2', '3', '14']);
    });
  });

  it('an input in parts of a cent counts as the cent that it rounds to', () => {
    holdsForEvery((plain, made) => {
      const given = inputsOf(made.facts);
      const nudged = Object.fromEntries(Object.entries(given).map(([name, amount]) => [name, (amount as Decimal).plus('0.0049')]));
      const dusty = form8606(nudged, made.settings, made.elections);
      return form8606Lines.every((id) => String(plain.line(id)) === String(dusty.line(id)));
    });
  });

  it('whole dollars differ from cents by no more than the rounding of the lines: lines 6, 7 and 8 by half a dollar each, and what follows from them', () => {
    holdsForEvery((_, made) => {
      const given = inputsOf(made.facts);
      const [cents, dollarForm] = (['cents', 'dollars'] as const).map((unit) => form8606(given, { unit, ratioPlaces: 'exact' }, made.elections)) as [Form8606, Form8606];
      if (cents.line('13') === null || dollarForm.line('13') === null) return null;
      const within = (id: string, bound: number): boolean => line(cents, id).minus(line(dollarForm, id)).abs().lessThanOrEqualTo(bound);
      return ['1', '2', '6', '7', '8'].every((id) => within(id, 0.5)) && within('3', 1) && within('5', 1.5) && within('9', 1.5) && within('13', 4) && within('18', 4);
    });
  });

  it('splitting a conversion, half of it kept as a distribution, leaves lines 9 and 10 as they are, and line 14 to the cent', () => {
    holdsForEvery((form, made) => {
      const given = inputsOf(made.facts);
      const { settings, elections } = made;
      const converted = given.conversions ?? zero;
      if (form.line('13') === null || settings.unit !== 'cents' || converted.isZero()) return null;
      const half = converted.dividedBy(2).toDecimalPlaces(2);
      const moved = form8606({ ...given, conversions: converted.minus(half), distributions: (given.distributions ?? zero).plus(half) }, settings, elections);
      return line(moved, '9').equals(line(form, '9')) && line(moved, '10').equals(line(form, '10')) && line(moved, '14').minus(line(form, '14')).abs().lessThanOrEqualTo('0.01');
    });
  });

  it('every line explains itself in one sentence that holds its own amount, or says why it is blank', () => {
    for (const form of forms.slice(0, 650)) {
      for (const id of form8606Lines) {
        const amount = form.line(id);
        const sentence = form.explain(id);
        expect(sentence).toMatch(amount === null ? /^Line \w+ is left blank: .+\.$/u : /^Line \w+ is -?[\d,.]+: .+\.$/u);
        expect(sentence).not.toMatch(/undefined|NaN|\[object/u);
      }
    }
  });
});

describe('Form 8606, laws over several years', () => {
  it('the order in which years are given does not matter', () => {
    const years = [2019, 2020, 2021, 2022].map((year, index) => ({
      year, inputs: dollars({ contributionsInYear: 6_000, accountValues: 10_000 * (index + 1), conversions: 3_000 }),
    }));
    const carried = (order: typeof years): readonly string[] => ledger(order, { unit: 'cents', ratioPlaces: 'exact' }).map(({ form }) => form.carry.toString());
    expect(carried([...years].reverse())).toEqual(carried(years));
  });

  it('all basis is given back in the end: contributions less everything nontaxable is what the last year carries', () => {
    for (const made of madeUpReturns(31, 400)) {
      const given = inputsOf(made.facts);
      const inputs = without(given, 'priorBasis', 'basisAdded', 'basisRemoved', 'repayments');
      const years = [2020, 2021, 2022].map((year) => ({ year, inputs }));
      const filled = ledger(years, { unit: 'cents', ratioPlaces: 'exact' });
      const contributed = filled.reduce((sum, { form }) => sum.plus(form.line('1') ?? zero), zero);
      const nontaxable = filled.reduce((sum, { form }) => sum.plus(form.line('13') ?? Decimal.min(form.line('17') ?? zero, form.line('16') ?? zero)), zero);
      expect(filled.at(-1)!.form.carry.toString()).toBe(contributed.minus(nontaxable).toString());
    }
  });
});
