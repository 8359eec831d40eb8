/**
 * Form 8606 worked out a second time, from the text of the form (2025) and its instructions, in whole numbers only: amounts
 * are BigInt counts of cents or dollars, ratios are pairs of them. It shares no code with src, so that one slip of
 * understanding or arithmetic cannot hide in both.
 */

/** Amounts in whole cents. What is absent is zero. */
export interface Facts {
  readonly contributionsInYear?: bigint;
  readonly contributionsAfterYearEnd?: bigint;
  readonly returned?: bigint;
  readonly recharacterizedToRoth?: bigint;
  readonly deducted?: bigint;
  readonly undoneAfterYearEnd?: bigint;
  readonly priorBasis?: bigint;
  readonly basisAdded?: bigint;
  readonly basisRemoved?: bigint;
  readonly accountValues?: bigint;
  readonly outstandingRollovers?: bigint;
  readonly recharacterizedFromRoth?: bigint;
  readonly recharacterizedOffLine6?: bigint;
  readonly sameYearRepayments?: bigint;
  readonly distributions?: bigint;
  readonly conversions?: bigint;
  readonly disasterDistributions?: bigint;
  readonly repayments?: bigint;
}

export interface Elections {
  readonly earlierNondeductible?: boolean;
  readonly line4TakesLatest?: boolean;
}

export interface Rounding {
  readonly unit: 'dollars' | 'cents';
  readonly ratioPlaces: 'exact' | number;
}

/** Lines in units of the form; null where the form leaves them blank. Line 10 is a fraction, over its own lower number. */
export interface Worked {
  readonly lines: Readonly<Record<string, bigint | null>>;
  readonly line10: Fraction | null;
  readonly carried: bigint;
  readonly toForm1040: bigint;
}

interface Fraction {
  readonly upper: bigint;
  readonly lower: bigint;
}

const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** A fraction that is not negative, to the nearest whole number; a half goes up. */
export const nearest = (upper: bigint, lower: bigint): bigint => (2n * upper + lower) / (2n * lower);

const inUnits = (cents: bigint, { unit }: Rounding): bigint => (unit === 'cents' ? cents : nearest(cents, 100n));

/** "Divide ... Enter the result as a decimal rounded to at least 3 places. If the result is 1.000 or more, enter 1.000." */
const shareOf = (part: bigint, whole: bigint, { ratioPlaces }: Rounding): Fraction => {
  if (part >= whole) return { upper: 1n, lower: 1n };
  if (ratioPlaces === 'exact') return { upper: part, lower: whole };
  const lower = 10n ** BigInt(ratioPlaces);
  return { upper: min(lower, nearest(part * lower, whole)), lower };
};

const times = (amount: bigint, { upper, lower }: Fraction): bigint => nearest(amount * upper, lower);

const printed = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '11', '12', '13', '14', '15a', '15b', '15c', '16', '17', '18'] as const;

export const formByOracle = (facts: Facts, rounding: Rounding, elections: Elections = {}): Worked => {
  const cents = (name: keyof Facts): bigint => facts[name] ?? 0n;
  const line: Record<string, bigint | null> = Object.fromEntries(printed.map((id) => [id, null]));
  let line10: Fraction | null = null;

  const undone = cents('returned') + cents('recharacterizedToRoth');
  const nondeductible = cents('contributionsInYear') + cents('contributionsAfterYearEnd') - undone - cents('deducted');
  const basis = cents('priorBasis') + cents('basisAdded') - cents('basisRemoved');
  const yearEnd = max(0n, cents('accountValues') + cents('outstandingRollovers') + cents('recharacterizedFromRoth')
    - cents('recharacterizedOffLine6') - cents('sameYearRepayments'));
  const distributed = cents('distributions');
  const converted = cents('conversions');
  const ever = basis > 0n || elections.earlierNondeductible === true;

  const madeNondeductible = nondeductible > 0n;
  const tookDistributions = distributed > 0n && ever;
  const convertedPartNotAll = converted > 0n && yearEnd > 0n && ever;
  const partI = madeNondeductible || tookDistributions || convertedPartNotAll;
  let movedMoney = false;
  if (partI) {
    line['1'] = inUnits(nondeductible, rounding);
    line['2'] = inUnits(basis, rounding);
    line['3'] = line['1'] + line['2'];
    const [six, seven, eight] = [yearEnd, distributed, converted].map((amount) => inUnits(amount, rounding)) as [bigint, bigint, bigint];
    movedMoney = (distributed > 0n || converted > 0n) && six + seven + eight > 0n;
    if (!movedMoney) line['14'] = line['3'];
    else {
      line['4'] = inUnits(lateNondeductible(facts, nondeductible, undone, elections), rounding);
      line['5'] = line['3'] - line['4'];
      line['6'] = six;
      line['7'] = seven;
      line['8'] = eight;
      line['9'] = six + seven + eight;
      line10 = shareOf(line['5'], line['9'], rounding);
      line['11'] = min(line['5'], times(eight, line10));
      line['12'] = min(line['5'] - line['11'], times(seven, line10));
      line['13'] = line['11'] + line['12'];
      line['14'] = line['3'] - line['13'];
      line['15a'] = seven - line['12'];
      const disaster = inUnits(cents('disasterDistributions'), rounding);
      line['15b'] = seven === 0n ? 0n : min(line['15a'], nearest(line['15a'] * disaster, seven));
      line['15c'] = max(0n, line['15a'] - line['15b'] - inUnits(cents('repayments'), rounding));
    }
  }
  if (converted > 0n) {
    line['16'] = inUnits(converted, rounding);
    line['17'] = movedMoney ? line['11']! : partI ? line['16'] : inUnits(basis, rounding);
    line['18'] = line['16'] - line['17'];
  }
  return {
    lines: line,
    line10,
    carried: partI ? line['14']! : max(0n, inUnits(basis, rounding) - inUnits(converted, rounding)),
    toForm1040: (line['15c'] ?? 0n) + max(0n, line['18'] ?? 0n),
  };
};

/** Which of the nondeductible contributions were made after year end: the preparer chooses which were deducted. */
const lateNondeductible = (facts: Facts, nondeductible: bigint, undone: bigint, elections: Elections): bigint => {
  const inYear = facts.contributionsInYear ?? 0n;
  const late = facts.contributionsAfterYearEnd ?? 0n;
  const undoneLate = max(facts.undoneAfterYearEnd ?? 0n, undone - inYear);
  const keptLate = max(0n, late - undoneLate);
  const keptInYear = max(0n, inYear - (undone - undoneLate));
  return elections.line4TakesLatest === true ? min(nondeductible, keptLate) : max(0n, nondeductible - keptInYear);
};

/** Pub. 590-B, Worksheet 1-1. */
export const worksheetByOracle = (facts: Facts, rounding: Rounding): Readonly<Record<string, bigint | null>> => {
  const cents = (name: keyof Facts): bigint => facts[name] ?? 0n;
  const unit = (amount: bigint): bigint => inUnits(amount, rounding);
  const line: Record<string, bigint | null> = { '8': null, '9': null, '10': null, '11': null };
  line['1'] = unit(cents('priorBasis') + cents('basisAdded') - cents('basisRemoved'));
  line['2'] = unit(cents('contributionsInYear') + cents('contributionsAfterYearEnd') - cents('returned') - cents('recharacterizedToRoth'));
  line['3'] = line['1'] + line['2'];
  line['4'] = unit(max(0n, cents('accountValues') + cents('outstandingRollovers') + cents('recharacterizedFromRoth')
    - cents('recharacterizedOffLine6') - cents('sameYearRepayments')));
  const converted = unit(cents('conversions'));
  line['5'] = unit(cents('distributions')) + converted;
  line['6'] = line['4'] + line['5'];
  if ((cents('distributions') > 0n || cents('conversions') > 0n) && line['6'] > 0n) {
    line['8'] = min(line['3'], times(line['5'], shareOf(line['3'], line['6'], rounding)));
    line['9'] = line['5'] - line['8'];
    if (converted > 0n) {
      line['10'] = nearest(line['9'] * converted, line['5']);
      line['11'] = line['9'] - line['10'];
    }
  }
  return line;
};

export interface RothFacts {
  readonly nonqualified: bigint;
  readonly homebuyer: bigint;
  readonly earlierHomebuyer: bigint;
  readonly contributionBasis: bigint;
  readonly conversionBasis: bigint;
  readonly disasterDistributions: bigint;
  readonly repayments: bigint;
}

/** Part III: "stop here", "skip lines 24 and 25" and "skip lines 25b and 25c" leave the lines that follow blank. */
export const partIIIByOracle = (facts: RothFacts, rounding: Rounding): Readonly<Record<string, bigint | null>> => {
  const unit = (amount: bigint): bigint => inUnits(amount, rounding);
  const line: Record<string, bigint | null> = Object.fromEntries(['19', '20', '21', '22', '23', '24', '25a', '25b', '25c'].map((id) => [id, null]));
  if (facts.nonqualified === 0n) return line;
  line['19'] = unit(facts.nonqualified);
  line['20'] = min(unit(facts.homebuyer), unit(1_000_000n - facts.earlierHomebuyer));
  line['21'] = max(0n, line['19'] - line['20']);
  line['22'] = unit(facts.contributionBasis);
  if (line['21'] === 0n) return line;
  line['23'] = max(0n, line['21'] - line['22']);
  if (line['23'] === 0n) return line;
  line['24'] = unit(facts.conversionBasis);
  line['25a'] = max(0n, line['23'] - line['24']);
  if (line['25a'] === 0n) return line;
  line['25b'] = min(line['25a'], nearest(line['25a'] * unit(facts.disasterDistributions), line['21']));
  line['25c'] = max(0n, line['25a'] - line['25b'] - unit(facts.repayments));
  return line;
};
