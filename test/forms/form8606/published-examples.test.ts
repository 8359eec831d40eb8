import type { Settings } from '../../../src/engine/term';
import { form8606, type Form8606Inputs } from '../../../src/forms/form8606';
import { dollars } from '../../support/returns';
import published from '../../fixtures/forms/published-examples.json';

/**
 * Figures that tax writers, forums and public tests have printed (fixtures/forms/published-examples.json gives the address of
 * each). A figure is reproduced in the rounding that its author used; `instead` holds what is right where the print is wrong.
 */
interface Reading {
  readonly settings: Settings;
  /** Lines to compare with what was printed, by the name that the print gives them. */
  readonly lines: Readonly<Record<string, string>>;
  readonly instead?: Readonly<Record<string, { readonly right: string; readonly because: string }>>;
  /** The figures of an unrounded line 10 in cents, where the list gives them. */
  readonly unrounded?: Readonly<Record<string, string>>;
}

const wholeDollars = (ratioPlaces: Settings['ratioPlaces']): Settings => ({ unit: 'dollars', ratioPlaces });
const inCents = (ratioPlaces: Settings['ratioPlaces']): Settings => ({ unit: 'cents', ratioPlaces });

const readings: Readonly<Record<string, Reading>> = {
  irahelp_28364: {
    settings: inCents(3),
    lines: { '3': '3', '9': '9', '10': '10', '11': '11', '14': '14', '18': '18' },
    unrounded: { '11': '5497.01', '18': '26.99' },
  },
  irahelp_35631: {
    settings: wholeDollars(4),
    lines: { 'line 14 at 3 places': '14', 'line 14 at 4 places': '14', '18 at 4 places': '18' },
    instead: { 'line 14 at 3 places': { right: '0', because: 'basis is never negative: line 13 is held at line 5' } },
  },
  dmertz_2015: { settings: wholeDollars(3), lines: { '10': '10', '11': '11', '14': '14', '18': '18' } },
  dmertz_2017: {
    settings: wholeDollars(3),
    lines: { '3': '3', '5': '5', '9': '9', '10': '10', '11': '11', '14': '14', '17': '17', '18': '18' },
    instead: { '17': { right: '4748', because: 'line 17 is line 11, and 4,900 less 4,748 is the 152 that was printed on line 18' } },
  },
  '72tnet_2009': { settings: wholeDollars(8), lines: { '9': '9', '10': '10', '12': '12' } },
  bogleheads_11_dollars: { settings: wholeDollars(3), lines: { '14': '14' } },
  opentax_16: { settings: wholeDollars('exact'), lines: { '15c': '15c' } },
  open_scenario_F_T3: { settings: wholeDollars(5), lines: { '14': '14', '15c': '15c' } },
  open_scenario_F_T4: { settings: wholeDollars('exact'), lines: { '18': '18' } },
  open_scenario_F_T7: { settings: wholeDollars('exact'), lines: { '15c': '15c', '18': '18' } },
  claimyr_loss: { settings: wholeDollars('exact'), lines: { '14': '14' } },
};

type Given = Readonly<Partial<Record<'contrib' | 'late' | 'basis' | 'fmv' | 'dist' | 'conv', number | string>>>;

const inputsFrom = ({ contrib = 0, late = 0, basis = 0, fmv = 0, dist = 0, conv = 0 }: Given): Form8606Inputs => dollars({
  contributionsInYear: Number(contrib) - Number(late), contributionsAfterYearEnd: late, priorBasis: basis, accountValues: fmv, distributions: dist, conversions: conv,
});

describe('Form 8606, figures that others have published', () => {
  for (const { id, source, inputs, published: printed } of published) {
    const reading = readings[id];
    if (!reading) continue;
    const form = form8606(inputsFrom(inputs as Given), reading.settings);
    for (const [name, line] of Object.entries(reading.lines)) {
      const correction = reading.instead?.[name];
      const expected = correction?.right ?? String((printed as Readonly<Record<string, number>>)[name]);
      it(`${id}, line ${line} is ${expected}${correction ? `: ${correction.because}` : ''} (${source})`, () => {
        if (correction) expect(String((printed as Readonly<Record<string, number>>)[name])).not.toBe(expected);
        expect(form.line(line)?.toString()).toBe(expected);
      });
    }
    for (const [line, expected] of Object.entries(reading.unrounded ?? {})) {
      it(`${id}, line ${line} is ${expected} when line 10 is not rounded`, () => {
        expect(form8606(inputsFrom(inputs as Given), inCents('exact')).line(line)?.toString()).toBe(expected);
      });
    }
  }

  it('fitaxguy_jennifer, "over 5,600" of the conversion is taxable: 5,639.99 (https://fitaxguy.com/what-to-do-if-you-dont-qualify-for-a-backdoor-roth-ira/)', () => {
    const { inputs } = published.find(({ id }) => id === 'fitaxguy_jennifer')!;
    expect(form8606(inputsFrom(inputs as Given), inCents('exact')).line('18')?.toString()).toBe('5639.99');
  });

  it('every example of the list is read', () => {
    expect(published.map(({ id }) => id).filter((id) => !(id in readings))).toEqual(['fitaxguy_jennifer']);
  });
});
