import { toPlaces, zero } from '../../../src/engine/decimal';
import type { Settings } from '../../../src/engine/term';
import { form8606, type Form8606, type Form8606Inputs } from '../../../src/forms/form8606';
import { partIII } from '../../../src/forms/form8606/partIII';
import { ledger } from '../../../src/ledger/ledger';
import { dollars } from '../../support/returns';
import examples from '../../fixtures/forms/law-examples.json';

/**
 * Worked examples of the IRS, of tax writers and of public tests (fixtures/forms/law-examples.json names the source of each).
 * The list fills lines 16 to 18 with zeros where nothing was converted; the form leaves them blank, and so do we.
 */
const exact: Settings = { unit: 'dollars', ratioPlaces: 'exact' };
const threePlaces: Settings = { unit: 'dollars', ratioPlaces: 3 };

type Numbers = Readonly<Record<string, number>>;
const read = new Set<string>();
const found = (id: string) => {
  read.add(id);
  const example = examples.find((candidate) => candidate.id === id);
  if (!example) throw new Error(`No example ${id}.`);
  return { source: example.source, inputs: example.inputs as unknown as Numbers, published: (example.published ?? {}) as unknown as Numbers, recomputed: example.recomputed };
};

/** Inputs by the number of the line that they stand on. */
const byLine = (lines: Numbers): Form8606Inputs => dollars({
  contributionsInYear: (lines['1'] ?? 0) - (lines['4'] ?? 0), contributionsAfterYearEnd: lines['4'] ?? 0, priorBasis: lines['2'] ?? 0,
  accountValues: lines['6'] ?? 0, distributions: lines['7'] ?? 0, conversions: lines['8'] ?? 0,
});

const expectLines = (form: Form8606, listed: Numbers): void => {
  for (const [line, expected] of Object.entries(listed)) {
    const blankHere = Number(line) >= 16 && form.inputs.conversions.isZero();
    const amount = form.line(line);
    expect([line, blankHere ? amount : amount && toPlaces(amount, 6).toNumber()]).toEqual([line, blankHere ? null : expected]);
  }
};

describe('Form 8606, worked examples whose every line is listed', () => {
  for (const { id, settings, key } of [
    { id: 'agentledger-line4-with-distribution', settings: exact, key: 'exact_ratio' },
    { id: 'agentledger-line4-with-distribution', settings: threePlaces, key: 'ratio_3_places' },
    { id: 'fjs-neg14', settings: exact, key: 'exact_ratio' },
    { id: 'constructed-late-contribution-same-year-conversion', settings: exact, key: 'exact' },
    { id: 'claimyr-loss', settings: exact, key: null },
    { id: 'bogle-loss-2011', settings: exact, key: null },
    { id: 'bh-wiki-1b-all', settings: exact, key: null },
    { id: 'bh-wiki-1b-leave-1', settings: exact, key: null },
    { id: 'constructed-zero-denominator', settings: exact, key: null },
  ] as const) {
    const { inputs, recomputed, source } = found(id);
    it(`${id}, ${settings.ratioPlaces === 'exact' ? 'line 10 not rounded' : 'line 10 at 3 places'} (${source})`, () => {
      const listed = (key ? (recomputed as Record<string, unknown>)[key] : recomputed) as Numbers;
      expectLines(form8606(byLine(inputs), settings), listed);
    });
  }

  for (const { id, inputs } of [
    { id: 'spec-F-T7', inputs: { '2': 10_000, '6': 30_000, '7': 5_000, '8': 5_000 } },
    { id: 'spec-F-T3', inputs: { '2': 10_000, '6': 50_000, '7': 10_000 } },
    { id: 'spec-F-T4', inputs: { '1': 7_000, '6': 43_000, '8': 7_000 } },
    { id: 'irahelp-32599-ye60000', inputs: { '2': 25_000, '6': 60_000, '8': 50_000 } },
  ]) {
    const { recomputed, source } = found(id);
    for (const [settings, key] of [[exact, 'exact_ratio'], [threePlaces, 'ratio_3_places']] as const) {
      it(`${id}, ${key === 'exact_ratio' ? 'line 10 not rounded' : 'line 10 at 3 places'} (${source})`, () => {
        expectLines(form8606(byLine(inputs), settings), (recomputed as Record<string, Numbers>)[key]!);
      });
    }
  }

  it('fjs-neg14: at 3 places the list has line 14 at -1; line 13 is held at line 5, so 1 is taxable and line 14 is 0', () => {
    const { inputs, published } = found('fjs-neg14');
    expect(published['14_with_3dp']).toBe(-1);
    const form = form8606(byLine(inputs), threePlaces);
    expect(['13', '14', '18'].map((id) => form.line(id)?.toNumber())).toEqual([7_000, 0, 1]);
  });

  it('slott-ralph: 100,000 in the IRA with 10,000 of basis, 10,000 converted, 9,000 taxable (firstfinancialfl.com)', () => {
    const { recomputed } = found('slott-ralph');
    expectLines(form8606(byLine({ '2': 10_000, '6': 90_000, '8': 10_000 }), exact), recomputed as unknown as Numbers);
  });

  it('financebase-35k: 4,270.83 is right only if the 240,000 still holds the 5,000; as a year-end value it gives 4,285.71', () => {
    const { recomputed } = found('financebase-35k');
    const cents: Settings = { unit: 'cents', ratioPlaces: 'exact' };
    const taxable = (value: number) => form8606(dollars({ priorBasis: 35_000, accountValues: value, distributions: 5_000 }), cents).line('15c')?.toNumber();
    const listed = recomputed as unknown as Record<string, number>;
    expect(taxable(235_000)).toBeCloseTo(listed['if_240000_is_line9']!, 2);
    expect(taxable(240_000)).toBeCloseTo(listed['if_240000_is_year_end']!, 2);
  });

  it('ttlc-2021-partial: with the line 9 that it implies, 6,479 of basis makes 1,845 of 7,295 nontaxable and 5,450 taxable', () => {
    const { recomputed, published, inputs } = found('ttlc-2021-partial');
    const implied = recomputed as unknown as Record<string, number>;
    const form = form8606(byLine({ '2': inputs['total_basis']!, '6': implied['implied_line9']! - implied['implied_conversion']!, '8': implied['implied_conversion']! }), exact);
    expect([form.line('11')?.toNumber(), form.line('18')?.toNumber()]).toEqual([published['nontaxable'], published['taxable']]);
  });
});

describe('Form 8606, worked examples of the IRS', () => {
  it('line 6 is 40,000: a repayment of 10,000 in the year comes off the 50,000 of 31 December (Instructions for Form 8606 (2023), line 6)', () => {
    const { inputs, published } = found('irs-i8606-line6-disaster');
    const form = form8606(dollars({
      priorBasis: 1_000, accountValues: inputs['ye_value']!, sameYearRepayments: inputs['repaid_in_year']!, distributions: inputs['qdd_received']!,
      disasterDistributions: inputs['qdd_received']!,
    }), exact);
    expect(form.line('6')?.toNumber()).toBe(published['6']);
    expect(form.line('15b')?.equals(form.line('15a') ?? zero)).toBe(true);
  });

  for (const { id, basis } of [{ id: 'irs-i8606-15b-ex1', basis: 3_000 }, { id: 'irs-i8606-15b-ex2', basis: 2_000 }]) {
    const { inputs, published, recomputed } = found(id);
    it(`line 15b is ${published['15b']} of a line 15a of ${inputs['15a']} (Instructions for Form 8606 (2023), line 15b)`, () => {
      const form = form8606(dollars({ priorBasis: basis, accountValues: 0, distributions: inputs['line7']!, disasterDistributions: inputs['qualified_disaster']! }), exact);
      expect(form.line('15a')?.toNumber()).toBe(inputs['15a']);
      expect(form.line('15b')?.toNumber()).toBe(published['15b']);
      expect(form.line('15c')?.toNumber()).toBe((recomputed as unknown as Numbers)['15c']);
    });

    it(`line 25b is ${published['15b']} of a line 25a of ${inputs['15a']}: the denominator is line 21 (the same, line 25b)`, () => {
      const form = partIII(dollars({ nonqualified: inputs['line7']!, contributionBasis: basis, disasterDistributions: inputs['qualified_disaster']! }), exact);
      expect(form.line('25a')?.toNumber()).toBe(inputs['15a']);
      expect(form.line('25b')?.toNumber()).toBe(published['15b']);
      expect(form.line('25c')?.toNumber()).toBe((recomputed as unknown as Numbers)['15c']);
    });
  }

  it('line 15b is 30,000 where two disasters make up 33,000 of 38,500 (Instructions for Form 8606 (2023), line 15b, example 3)', () => {
    const form = form8606(dollars({ priorBasis: 3_500, accountValues: 0, distributions: 38_500, disasterDistributions: 33_000 }), exact);
    expect(['15a', '15b', '15c'].map((id) => form.line(id)?.toNumber())).toEqual([35_000, 30_000, 5_000]);
  });

  it('no form is due: 1,000 of 4,000 was returned and 3,000 deducted (the same, Return of IRA Contributions)', () => {
    const { inputs, published } = found('irs-i8606-return-of-contribution');
    const form = form8606(dollars({ contributionsInYear: inputs['contribution']!, returned: inputs['returned']!, deducted: published['deduct']! }), exact);
    expect(form.line('1')).toBeNull();
    expect(form.carry.toNumber()).toBe(0);
  });

  it('no form is due: 3,000 of 4,000 was recharacterized to a Roth IRA and 1,000 deducted (the same, Recharacterizations)', () => {
    const { inputs, published } = found('irs-i8606-rechar-trad-to-roth');
    const form = form8606(dollars({
      contributionsInYear: inputs['trad_contribution']!, recharacterizedToRoth: inputs['rechar_next_Feb']!, deducted: published['deduct']!,
    }), exact);
    expect(form.line('1')).toBeNull();
  });

  it('an excess of 7,000 returned after the due date leaves the basis: it is not on line 2 later (the same, Return of Excess Contributions)', () => {
    const { inputs, published } = found('irs-i8606-excess-return');
    const basis = inputs['contrib_2021']! + inputs['contrib_2022']!;
    expect(basis).toBe(published['amounts_excluded_from_line2_later']);
    const form = form8606(dollars({ priorBasis: basis, basisRemoved: inputs['withdrawn_2023']!, accountValues: 0 }), exact);
    expect(form.carry.toNumber()).toBe(0);
    expect(form.line('14')).toBeNull();
  });

  it('a contribution made after 31 December and recharacterized to traditional is not in line 6: the conversion of the year stays untaxed (line 6)', () => {
    const converted = { priorBasis: 7_000, conversions: 7_000, contributionsAfterYearEnd: 7_000 };
    const right = form8606(dollars({ ...converted, accountValues: 0 }), exact);
    const counted = form8606(dollars({ ...converted, accountValues: 0, recharacterizedFromRoth: 7_000 }), exact);
    expect([right.line('18')?.toNumber(), right.carry.toNumber()]).toEqual([0, 7_000]);
    expect(counted.line('18')?.toNumber()).toBe(3_500);
  });

  it('a contribution made in the year and recharacterized to traditional later counts in line 6, and with its original amount on line 1 (line 6)', () => {
    const form = form8606(dollars({ contributionsInYear: 6_000, conversions: 0, distributions: 1_000, accountValues: 3_000, recharacterizedFromRoth: 6_300 }), exact);
    expect(['1', '4', '6', '9'].map((id) => form.line(id)?.toNumber())).toEqual([6_000, 0, 9_300, 10_300]);
  });
});

describe('Form 8606 over several years, worked examples', () => {
  it('tfb-split-y2: all of 6,200 converted with 6,000 of basis and nothing contributed: Part I is not required, 200 taxable, at 3 places too', () => {
    const { inputs, published, recomputed } = found('tfb-split-y2');
    const listed = (recomputed as unknown as { part_II_only: Numbers }).part_II_only;
    for (const settings of [exact, threePlaces]) {
      const form = form8606(byLine({ '2': inputs['line2']!, '6': inputs['year_end']!, '8': inputs['converted']! }), settings);
      expect(form.line('13')).toBeNull();
      expectLines(form, listed);
      expect(form.toForm1040.toNumber()).toBe(published['taxable']);
    }
  });

  it('bh-celia-multiyear: 5,000 of basis in 20,000 and conversions of 4,000, 8,000 and 8,000 give back 1,000, 2,000 and 2,000 (bogleheads.org t=265828)', () => {
    const { inputs, recomputed } = found('bh-celia-multiyear');
    const listed = recomputed as unknown as { nontaxable_by_year: number[]; basis_after: number[] };
    const conversions = inputs['conversions'] as unknown as number[];
    let left = inputs['ND_contribution']! + inputs['pre_tax']!;
    const filled = ledger(conversions.map((converted, index) => {
      left -= converted;
      return {
        year: 2019 + index,
        inputs: dollars({ accountValues: left, conversions: converted, contributionsInYear: index === 0 ? inputs['ND_contribution']! : 0 }),
      };
    }), exact);
    expect(filled.map(({ form }) => form.line('17')?.toNumber())).toEqual(listed.nontaxable_by_year);
    expect(filled.map(({ form }) => form.carry.toNumber())).toEqual(listed.basis_after);
  });
});

describe('Form 8606, Part III, worked examples', () => {
  it('spec-F-T6: 10,000 taken with 15,000 of contributions is not taxed (public FORM_8606 spec loader)', () => {
    const { inputs, published } = found('spec-F-T6');
    const form = partIII(dollars({ nonqualified: inputs['19']!, contributionBasis: inputs['22']! }), exact);
    expect(form.line('23')?.toNumber()).toBe(0);
    expect(form.line('25c')).toBeNull();
    expect(form.toForm1040.toNumber()).toBe(published['25c']);
  });
});

it('every example of the list is read by a test above', () => {
  expect([...read].sort()).toEqual(examples.map(({ id }) => id).sort());
});
