import { Decimal } from '../../src/engine/decimal';
import type { Form8606Inputs } from '../../src/forms/form8606';
import type { RatioPlaces, Settings } from '../../src/engine/term';
import type { Worksheet11Facts } from '../../src/forms/worksheet1-1';
import { nearest, type Elections, type Facts, type RothFacts } from './oracle';

/**
 * Returns and chains of years made up from a seed: the same seed gives the same returns on every machine. Amounts are whole
 * cents. Ordinary ones are the smaller part; the greater part is where forms go wrong: pennies, exact halves and what lies
 * just beside them, losses, money after year end, nothing at all.
 */
export interface MadeUpReturn {
  readonly kind: Kind;
  readonly facts: Facts;
  readonly elections: Elections;
  readonly settings: Settings;
}

export interface MadeUpChain {
  readonly years: readonly { readonly year: number; readonly facts: Facts }[];
  readonly opening: bigint;
  readonly settings: Settings;
}

/** Numbers that look random and are not (mulberry32). */
export class Numbers {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A whole number from 0 to the limit, the limit included. */
  upTo(limit: bigint): bigint {
    const wide = (BigInt(this.next()) << 32n) | BigInt(this.next());
    return limit <= 0n ? 0n : wide % (limit + 1n);
  }

  between(low: bigint, high: bigint): bigint {
    return low + this.upTo(high - low);
  }

  oneOf<Choice>(choices: readonly Choice[]): Choice {
    return choices[Number(this.upTo(BigInt(choices.length - 1)))]!;
  }

  chance(percent: number): boolean {
    return this.upTo(99n) < BigInt(percent);
  }
}

export const kinds = [
  'ordinary', 'backdoor', 'pennies', 'tiny', 'huge', 'loss', 'late', 'distributions', 'everything', 'nothing', 'tie', 'beside a tie', 'tie of line 10',
] as const;
export type Kind = (typeof kinds)[number];

export const places: readonly RatioPlaces[] = ['exact', 3, 4, 5, 6, 7, 8, 9, 10];

const settingsOf = (numbers: Numbers): Settings => ({ unit: numbers.oneOf(['dollars', 'cents']), ratioPlaces: numbers.oneOf(places) });

/** Some amount of the usual sizes, to the dollar or to the cent. */
const amount = (numbers: Numbers, limitInDollars: bigint): bigint => {
  if (numbers.chance(10)) return 0n;
  return numbers.chance(40) ? numbers.upTo(limitInDollars) * 100n : numbers.upTo(limitInDollars * 100n);
};

const contributionsOf = (numbers: Numbers): Facts => {
  const contributionsInYear = numbers.chance(60) ? amount(numbers, 8_600n) : 0n;
  const contributionsAfterYearEnd = numbers.chance(35) ? amount(numbers, 8_600n) : 0n;
  const contributed = contributionsInYear + contributionsAfterYearEnd;
  const returned = numbers.chance(12) ? numbers.upTo(contributed) : 0n;
  const recharacterizedToRoth = numbers.chance(12) ? numbers.upTo(contributed - returned) : 0n;
  const undone = returned + recharacterizedToRoth;
  const deducted = numbers.chance(20) ? numbers.upTo(contributed - undone) : 0n;
  const leastUndoneLate = undone > contributionsInYear ? undone - contributionsInYear : 0n;
  const mostUndoneLate = undone < contributionsAfterYearEnd ? undone : contributionsAfterYearEnd;
  return {
    contributionsInYear, contributionsAfterYearEnd, returned, recharacterizedToRoth, deducted,
    undoneAfterYearEnd: numbers.between(leastUndoneLate, mostUndoneLate),
  };
};

const disastersOf = (numbers: Numbers, distributions: bigint): Facts => ({
  disasterDistributions: numbers.chance(25) ? numbers.upTo(distributions) : 0n,
  repayments: numbers.chance(15) ? numbers.upTo(distributions) : 0n,
});

const everything = (numbers: Numbers): Facts => {
  const priorBasis = amount(numbers, 60_000n);
  const basisAdded = numbers.chance(15) ? amount(numbers, 20_000n) : 0n;
  const distributions = numbers.chance(60) ? amount(numbers, 40_000n) : 0n;
  return {
    ...contributionsOf(numbers),
    priorBasis,
    basisAdded,
    basisRemoved: numbers.chance(15) ? numbers.upTo(priorBasis + basisAdded) : 0n,
    accountValues: amount(numbers, 400_000n),
    outstandingRollovers: numbers.chance(20) ? amount(numbers, 50_000n) : 0n,
    recharacterizedFromRoth: numbers.chance(15) ? amount(numbers, 7_500n) : 0n,
    recharacterizedOffLine6: numbers.chance(15) ? amount(numbers, 7_500n) : 0n,
    sameYearRepayments: numbers.chance(15) ? amount(numbers, 30_000n) : 0n,
    distributions,
    conversions: numbers.chance(70) ? amount(numbers, 60_000n) : 0n,
    ...disastersOf(numbers, distributions),
  };
};

/** Lines 5 to 8 as wanted, in units of the form; whole dollars sometimes with cents that round to them. */
const withLines = (numbers: Numbers, unit: Settings['unit'], line5: bigint, line6: bigint, line7: bigint, line8: bigint): Facts => {
  const cents = (lines: bigint): bigint => {
    if (unit === 'cents') return lines;
    return lines === 0n || numbers.chance(70) ? lines * 100n : lines * 100n + numbers.between(-50n, 49n);
  };
  const asContribution = numbers.chance(50);
  const basis = cents(line5);
  return {
    ...(asContribution ? { contributionsInYear: basis } : { priorBasis: basis }),
    accountValues: cents(line6),
    distributions: cents(line7),
    conversions: cents(line8),
  };
};

/** Line 8 times line 5 over line 9 is a whole number and a half: both have an odd factor more than line 9 halved. */
const tie = (numbers: Numbers, unit: Settings['unit']): Facts => {
  const oddFactor = (): bigint => numbers.upTo(40n) * 2n + 1n;
  const [a, c, g, k] = [oddFactor(), oddFactor(), numbers.between(1n, 900n), numbers.between(1n, 900n)] as const;
  const line8 = k * c;
  const line9 = 2n * g * k;
  const line5 = g * a;
  if (line8 > line9 || line5 > line9) return withLines(numbers, unit, line5, numbers.upTo(5n), line8, line8);
  const rest = line9 - line8;
  const line7 = numbers.chance(40) ? (rest < line8 ? rest : line8) : numbers.upTo(rest);
  return withLines(numbers, unit, line5, rest - line7, line7, line8);
};

const inverse = (of: bigint, modulus: bigint): bigint | null => {
  let [r, next, s, following] = [modulus, of % modulus, 0n, 1n];
  while (next > 0n) {
    const whole = r / next;
    [r, next] = [next, r - whole * next];
    [s, following] = [following, s - whole * following];
  }
  return r === 1n ? ((s % modulus) + modulus) % modulus : null;
};

/** The same where line 10 is rounded to places: line 5 over line 9 has no more of them, and line 8 times it ends in a half. */
const tieInPlaces = (numbers: Numbers, unit: Settings['unit'], asked: number): Facts => {
  const odd = (limit: bigint): bigint => numbers.upTo(limit) * 2n + 1n;
  const split = numbers.upTo(BigInt(asked) - 1n);
  const [factor, line9] = [numbers.between(1n, 3n), 10n ** BigInt(asked)] as const;
  const ratio = 10n ** (BigInt(asked) - 1n - split) * odd(20n);
  const line8 = 5n * 10n ** split * odd(20n);
  if (ratio > line9 || line8 > line9) return withLines(numbers, unit, line9 / 2n, 0n, line9 - 1n, 1n);
  return withLines(numbers, unit, ratio * factor, line9 * factor - line8, 0n, line8);
};

/** The simplest fraction that, rounded to places, is so many units of the last of them (continued fractions). */
const simplestFraction = (units: bigint, scale: bigint): readonly [upper: bigint, lower: bigint] => {
  let [rest, next, before, upper, underBefore, lower] = [units, scale, 0n, 1n, 1n, 0n];
  while (next > 0n) {
    const whole = rest / next;
    [rest, next] = [next, rest - whole * next];
    [before, upper, underBefore, lower] = [upper, whole * upper + before, lower, whole * lower + underBefore];
    if (nearest(upper * scale, lower) === units) return [upper, lower];
  }
  return [units, scale];
};

/**
 * Line 8 times line 10, rounded to places, lies beside a half by one unit of its last place, though lines 5 to 9 are small:
 * where a sheet would multiply all ten places at once, it could not tell this from a half.
 */
const besideATieInPlaces = (numbers: Numbers, unit: Settings['unit'], asked: number): Facts => {
  const scale = 10n ** BigInt(asked);
  const line8 = numbers.upTo(90_000n) * 10n + numbers.oneOf([1n, 3n, 7n, 9n]);
  const ratio = ((scale / 2n + numbers.oneOf([-1n, 1n])) * inverse(line8, scale)!) % scale;
  const [upper, lower] = simplestFraction(ratio, scale);
  const factor = line8 / lower + 1n;
  return withLines(numbers, unit, upper * factor, lower * factor - line8, 0n, line8);
};

/** Line 8 times line 5 over line 9 is as near to a half as a fraction over line 9 can be, without being one. */
const besideATie = (numbers: Numbers, unit: Settings['unit']): Facts => {
  const line9 = numbers.between(1_000n, unit === 'cents' ? 20_000_000n : 400_000n) | 1n;
  const line8 = numbers.between(1n, line9 < 900_000n ? line9 : 900_000n);
  const inverted = inverse(line8, line9);
  if (inverted === null) return tie(numbers, unit);
  const half = numbers.chance(50) ? (line9 - 1n) / 2n : (line9 + 1n) / 2n;
  const line5 = (half * inverted) % line9;
  const line7 = numbers.upTo(line9 - line8);
  return withLines(numbers, unit, line5, line9 - line8 - line7, line7, line8);
};

/** Line 5 over line 9 lies exactly half way between two decimals of the places asked for, or as near beside as can be. */
const tieOfLine10 = (numbers: Numbers, { unit, ratioPlaces }: Settings): Facts => {
  const asked = ratioPlaces === 'exact' ? 3 : Math.min(ratioPlaces, 6);
  const line9 = 2n * 10n ** BigInt(asked) / numbers.oneOf([1n, 2n, 4n, 5n, 8n, 10n]);
  const line5 = nearest((2n * numbers.upTo(10n ** BigInt(asked)) + 1n) * line9, 2n * 10n ** BigInt(asked)) + numbers.between(-1n, 1n);
  const line8 = numbers.upTo(line9);
  const line7 = numbers.upTo(line9 - line8);
  return withLines(numbers, unit, line5 < 0n ? 0n : line5, line9 - line8 - line7, line7, line8);
};

const factsOf = (kind: Kind, numbers: Numbers, settings: Settings): Facts => {
  switch (kind) {
    case 'ordinary': return {
      contributionsInYear: numbers.oneOf([0n, 600_000n, 650_000n, 700_000n, 750_000n, 800_000n]),
      priorBasis: numbers.oneOf([0n, numbers.upTo(3_000_000n)]),
      accountValues: numbers.upTo(30_000_000n),
      conversions: numbers.upTo(1_000_000n),
      distributions: numbers.oneOf([0n, 0n, numbers.upTo(500_000n)]),
    };
    case 'backdoor': {
      const contributionsInYear = numbers.oneOf([600_000n, 650_000n, 700_000n, 800_000n]);
      return { contributionsInYear, priorBasis: numbers.oneOf([0n, 0n, 1_260n]), accountValues: numbers.oneOf([0n, 0n, 12n]), conversions: contributionsInYear + numbers.between(-9_000n, 900n) };
    }
    case 'pennies': return {
      contributionsInYear: numbers.upTo(120n), contributionsAfterYearEnd: numbers.oneOf([0n, numbers.upTo(60n)]), priorBasis: numbers.upTo(120n),
      accountValues: numbers.upTo(120n), distributions: numbers.oneOf([0n, numbers.upTo(120n)]), conversions: numbers.upTo(160n),
    };
    case 'tiny': return {
      contributionsInYear: numbers.upTo(2n), priorBasis: numbers.upTo(3n), accountValues: numbers.upTo(3n), distributions: numbers.upTo(3n),
      conversions: numbers.upTo(3n),
    };
    case 'huge': return {
      contributionsInYear: amount(numbers, 9_000n), priorBasis: amount(numbers, 5_000_000_000n), accountValues: amount(numbers, 900_000_000_000n),
      distributions: amount(numbers, 90_000_000_000n), conversions: amount(numbers, 90_000_000_000n),
    };
    case 'loss': {
      const priorBasis = numbers.upTo(5_000_000n);
      const left = numbers.upTo(priorBasis);
      const conversions = numbers.upTo(left);
      return { contributionsInYear: numbers.oneOf([0n, 700_000n]), priorBasis, accountValues: numbers.oneOf([0n, left - conversions]), conversions, distributions: numbers.oneOf([0n, numbers.upTo(left)]) };
    }
    case 'late': return {
      contributionsInYear: numbers.oneOf([0n, numbers.upTo(400_000n)]), contributionsAfterYearEnd: numbers.upTo(800_000n),
      deducted: 0n, priorBasis: numbers.oneOf([0n, numbers.upTo(900_000n)]), accountValues: numbers.oneOf([0n, numbers.upTo(9_000_000n)]),
      conversions: numbers.upTo(900_000n), distributions: numbers.oneOf([0n, numbers.upTo(90_000n)]),
    };
    case 'distributions': {
      const distributions = numbers.upTo(4_000_000n);
      return { priorBasis: numbers.oneOf([0n, numbers.upTo(3_000_000n)]), accountValues: numbers.upTo(20_000_000n), distributions, ...disastersOf(numbers, distributions) };
    }
    case 'everything': return everything(numbers);
    case 'nothing': return numbers.oneOf<Facts>([{}, { contributionsInYear: 700_000n }, { priorBasis: 1_234_567n }, { accountValues: 99n }, { conversions: 1n }]);
    case 'tie': return settings.ratioPlaces === 'exact' ? tie(numbers, settings.unit) : tieInPlaces(numbers, settings.unit, settings.ratioPlaces);
    case 'beside a tie': return settings.ratioPlaces === 'exact' || numbers.chance(30)
      ? besideATie(numbers, settings.unit)
      : besideATieInPlaces(numbers, settings.unit, settings.ratioPlaces);
    case 'tie of line 10': return tieOfLine10(numbers, settings);
  }
};

/** Kinds take turns; the settings are drawn too, unless they are given. */
export const madeUpReturns = (seed: number, count: number, given?: Settings): readonly MadeUpReturn[] => {
  const numbers = new Numbers(seed);
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length]!;
    const settings = given ?? settingsOf(numbers);
    return {
      kind,
      settings,
      facts: factsOf(kind, numbers, settings),
      elections: { earlierNondeductible: numbers.chance(20), line4TakesLatest: numbers.chance(30) },
    };
  });
};

/** Years in a row with gaps, each of a kind of its own; only the first knows the opening basis. */
export const madeUpChains = (seed: number, count: number): readonly MadeUpChain[] => {
  const numbers = new Numbers(seed);
  return Array.from({ length: count }, () => {
    const settings = settingsOf(numbers);
    let year = 2001 + Number(numbers.upTo(5n));
    const years = Array.from({ length: 2 + Number(numbers.upTo(8n)) }, () => {
      year += 1 + (numbers.chance(25) ? Number(numbers.upTo(2n)) : 0);
      const kind = numbers.oneOf(kinds);
      return { year, facts: { ...factsOf(kind, numbers, settings), priorBasis: 0n, basisAdded: 0n, basisRemoved: 0n, repayments: 0n } };
    });
    return { years, opening: amount(numbers, 30_000n), settings };
  });
};

export const madeUpRothFacts = (numbers: Numbers): RothFacts => {
  const small = numbers.chance(20);
  const upTo = (dollars: bigint): bigint => (small ? numbers.upTo(300n) : amount(numbers, dollars));
  const nonqualified = upTo(60_000n);
  return {
    nonqualified,
    homebuyer: numbers.chance(35) ? upTo(15_000n) : 0n,
    earlierHomebuyer: numbers.chance(20) ? numbers.upTo(1_000_000n) : 0n,
    contributionBasis: numbers.chance(80) ? upTo(40_000n) : 0n,
    conversionBasis: numbers.chance(60) ? upTo(40_000n) : 0n,
    disasterDistributions: numbers.chance(35) ? numbers.upTo(nonqualified) : 0n,
    repayments: numbers.chance(25) ? numbers.upTo(nonqualified) : 0n,
  };
};

/** Facts that decide whether Worksheet 1-1 applies, or none, beside an amount that it finds taxable; and the preparer's switch. */
export const madeUpWorksheetFacts = (numbers: Numbers, taxable: Decimal): Worksheet11Facts => {
  const start = dollarsOf(numbers.oneOf([0n, 7_900_000n, 12_600_000n, 24_600_000n]));
  const end = start.plus(numbers.oneOf([10_000, 20_000]));
  const beside = numbers.oneOf([start, end, start.plus(dollarsOf(numbers.upTo(1_000_000n))), end.plus(dollarsOf(numbers.upTo(900_000n)))]);
  return {
    deduction: numbers.chance(20) ? null : {
      covered: numbers.chance(85), otherIncome: beside.minus(taxable).plus(dollarsOf(numbers.between(-1n, 1n))), range: { start, end },
    },
    election: numbers.oneOf([null, null, true, false]),
  };
};

const dollarsOf = (cents: bigint): Decimal => new Decimal(cents.toString()).dividedBy(100);

/** The same amounts as the engine takes them: decimals of dollars. */
export const inputsOf = (facts: Facts): Form8606Inputs =>
  Object.fromEntries(Object.entries(facts).map(([name, cents]) => [name, dollarsOf(cents as bigint)]));

export const rothInputsOf = (facts: RothFacts): Readonly<Record<keyof RothFacts, Decimal>> =>
  Object.fromEntries(Object.entries(facts).map(([name, cents]) => [name, dollarsOf(cents as bigint)])) as Record<keyof RothFacts, Decimal>;

/** All inputs but some. */
export const without = (inputs: Form8606Inputs, ...names: readonly (keyof Form8606Inputs)[]): Form8606Inputs =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => !names.includes(name as keyof Form8606Inputs)));

/** For the message of a failed comparison: everything needed to see the case again. */
export const shown = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? (Number(part) / 100).toFixed(2) : part));

/** Amounts of a case as its source writes them. */
export const dollars = <Name extends string>(amounts: Readonly<Record<Name, string | number>>): Record<Name, Decimal> =>
  Object.fromEntries(Object.entries<string | number>(amounts).map(([name, amount]) => [name, new Decimal(amount)])) as Record<Name, Decimal>;
