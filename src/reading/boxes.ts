import { zero, type Decimal } from '../engine/decimal';
import { inWords } from '../engine/words';
import type { AnyInputName } from '../forms/form8606';
import type { Asked, BoxCell, BoxRead, Ties, Warning, YearFacts } from './facts';

interface Forms {
  readonly boxes: readonly BoxCell[];
  readonly boxesRead: readonly BoxRead[];
}

/**
 * Compares Forms 1099-R and 5498 with the lines: box 1 of Form 1099-R is lines 7 and 8 and what is on neither; of Form 5498
 * box 1 is what was contributed, box 3 line 8 and box 5 the year-end value. While a cell is asked about nothing is
 * compared, for its amount is on no line yet.
 */
export function formsThatDiffer({ boxes, boxesRead }: Forms, years: readonly YearFacts[], asked: readonly Asked[]): readonly Warning[] {
  if (asked.some(({ about }) => about === 'cell')) return [];
  return years.flatMap(({ year, used }) => {
    const ofYear = boxes.filter((box) => box.year === year);
    const sum = (...ties: readonly Ties[]): Decimal => ofYear.filter((box) => ties.includes(box.ties)).reduce((total, { amount }) => total.plus(amount), zero);
    const line = (...inputs: readonly AnyInputName[]): Decimal =>
      used.filter(({ input }) => inputs.includes(input)).reduce((total, { amount }) => total.plus(amount), zero);
    const warning = (box: BoxRead['box'], code: string, form: string, formsSay: Decimal, lines: string, linesSay: Decimal): readonly Warning[] => {
      if (!boxesRead.some((one) => one.year === year && one.box === box) || formsSay.equals(linesSay)) return [];
      return [{
        cell: ofYear.find(({ ties }) => ties.startsWith(box))?.cell ?? null,
        code,
        text: `${form} of ${year} come to ${inWords(formsSay)}, but ${lines} to ${inWords(linesSay)}: a difference of ${inWords(formsSay.minus(linesSay).abs())}. Find out which is right.`,
      }];
    };
    return [
      ...warning('1099-R', 'FORM_1099R_DIFFERS', 'Forms 1099-R (box 1 of IRAs, less what was rolled over, charitable, recharacterized or returned)',
        sum('1099-R').minus(sum('1099-R part off')), 'lines 7 and 8', line('distributions', 'conversions')),
      ...warning('5498 box 1', 'FORM_5498_DIFFERS', 'Forms 5498 (box 1, contributions)', sum('5498 box 1'), 'what was contributed to traditional IRAs',
        line('contributionsInYear', 'contributionsAfterYearEnd').minus(sum('recharacterized in'))),
      ...warning('5498 box 3', 'FORM_5498_DIFFERS', 'Forms 5498 (box 3, conversions)', sum('5498 box 3'), 'line 8', line('conversions')),
      ...warning('5498 box 5', 'FORM_5498_DIFFERS', 'Forms 5498 (box 5, values on 31 December)', sum('5498 box 5'), 'the values read for line 6', line('accountValues')),
    ];
  });
}
