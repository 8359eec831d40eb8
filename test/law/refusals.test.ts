import { Refusal } from '../../src/engine/refusal';
import { amountOf, coveredYears, lawOf, yearsCovering } from '../../src/law';
import { amountNames, type AmountName } from '../../src/law/amounts';
import { dueDateOf } from '../../src/law/dueDates';

function refusalOf(ask: () => unknown): Refusal {
  try {
    ask();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('A tax year outside the table', () => {
  it.each([1997, 2027, 2024.5, Number.NaN])('is refused, naming the covered years: %d', (year) => {
    const refusal = refusalOf(() => lawOf(year));
    expect(refusal.code).toBe('TAX_YEAR_NOT_COVERED');
    expect(refusal.text).toBe(`Tax year ${year} is not covered; the covered years are 1998-2026.`);
  });

  it.each([1998, 2026])('ends just outside %i, which is covered', (year) => {
    expect(lawOf(year).iraLimit.covered).toBe(true);
  });

  it('has no due date either', () => {
    expect(refusalOf(() => dueDateOf(2027)).text)
      .toBe('The due date of Form 1040 for tax year 2027 is not covered; the covered years are 1998-2026.');
  });
});

describe('An amount that the table lacks for a year', () => {
  it('is refused, naming the limit, the year, the reason and the years that have it', () => {
    const refusal = refusalOf(() => amountOf('iraCatchUp50', 2001));
    expect(refusal).toMatchObject({ code: 'AMOUNT_NOT_COVERED', argument: 'tax_year', value: '2001', limit: '2002-2026' });
    expect(refusal.text).toBe('The IRA catch-up contribution from age 50 for 2001 is not covered: the law gave IRAs no catch-up before 2002. '
      + 'It is covered for 2002-2026.');
  });

  it('names scattered years as spans', () => {
    expect(refusalOf(() => amountOf('deductionSingleStart', 2000)).limit).toBe('1999, 2002, 2005-2026');
  });

  it('is refused for every such cell, and for no other', () => {
    for (const year of coveredYears) {
      for (const name of amountNames) {
        if (yearsCovering(name).includes(year)) expect(amountOf(name, year).isFinite()).toBe(true);
        else expect(refusalOf(() => amountOf(name, year)).text).toMatch(new RegExp(`for ${year} is not covered: \\S.* It is covered for \\d{4}`));
      }
    }
  });

  /** What the collected sources give: the law began later, or no source has been found. A new source moves a row here. */
  it.each<{ name: AmountName; years: string }>([
    { name: 'iraLimit', years: '1998-2026' },
    { name: 'iraCatchUp50', years: '2002-2026' },
    { name: 'rothSingleStart', years: '1998-2026' },
    { name: 'rothJointEnd', years: '1998-2026' },
    { name: 'deductionSingleEnd', years: '1999, 2002, 2005-2026' },
    { name: 'deductionJointStart', years: '1999, 2002, 2005-2026' },
    { name: 'deductionSpouseCoveredEnd', years: '1998-2026' },
    { name: 'electiveDeferrals', years: '1999-2026' },
    { name: 'catchUp50', years: '2006-2026' },
    { name: 'catchUp60To63', years: '2025-2026' },
    { name: 'annualAdditions', years: '2001-2026' },
    { name: 'planCompensation', years: '1999-2026' },
    { name: 'rothCatchUpWages', years: '2026' },
    { name: 'deferrals457b', years: '2006-2026' },
    { name: 'simpleLimit', years: '1999-2026' },
    { name: 'simpleEnhancedLimit', years: '2025-2026' },
    { name: 'simpleCatchUp50', years: '2006-2026' },
    { name: 'simpleEnhancedCatchUp50', years: '2026' },
    { name: 'simpleCatchUp60To63', years: '2025-2026' },
    { name: 'hsaSelf', years: '2004-2026' },
    { name: 'hsaFamily', years: '2004-2026' },
    { name: 'hsaCatchUp55', years: '2006-2026' },
    { name: 'qcdLimit', years: '2006-2026' },
  ])('is none of $name in $years', ({ name, years }) => {
    const listed = years.split(', ').flatMap((span) => {
      const [first = 0, last = first] = span.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
    expect(yearsCovering(name)).toEqual(listed);
  });
});
