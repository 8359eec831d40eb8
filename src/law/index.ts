import type { Decimal } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import { amounts, type AmountName, type YearOfLaw } from './amounts';
import type { Figure } from './figure';
import { law1998 } from './years/1998';
import { law1999 } from './years/1999';
import { law2000 } from './years/2000';
import { law2001 } from './years/2001';
import { law2002 } from './years/2002';
import { law2003 } from './years/2003';
import { law2004 } from './years/2004';
import { law2005 } from './years/2005';
import { law2006 } from './years/2006';
import { law2007 } from './years/2007';
import { law2008 } from './years/2008';
import { law2009 } from './years/2009';
import { law2010 } from './years/2010';
import { law2011 } from './years/2011';
import { law2012 } from './years/2012';
import { law2013 } from './years/2013';
import { law2014 } from './years/2014';
import { law2015 } from './years/2015';
import { law2016 } from './years/2016';
import { law2017 } from './years/2017';
import { law2018 } from './years/2018';
import { law2019 } from './years/2019';
import { law2020 } from './years/2020';
import { law2021 } from './years/2021';
import { law2022 } from './years/2022';
import { law2023 } from './years/2023';
import { law2024 } from './years/2024';
import { law2025 } from './years/2025';
import { law2026 } from './years/2026';

/**
 * The statutory amounts by tax year. A year or an amount that is not in the table is refused by name: nothing is inflated
 * or carried over from another year. A new year is one file and one row here.
 */
const years: ReadonlyMap<number, YearOfLaw> = new Map<number, YearOfLaw>([
  [1998, law1998], [1999, law1999], [2000, law2000], [2001, law2001], [2002, law2002], [2003, law2003],
  [2004, law2004], [2005, law2005], [2006, law2006], [2007, law2007], [2008, law2008], [2009, law2009],
  [2010, law2010], [2011, law2011], [2012, law2012], [2013, law2013], [2014, law2014], [2015, law2015],
  [2016, law2016], [2017, law2017], [2018, law2018], [2019, law2019], [2020, law2020], [2021, law2021],
  [2022, law2022], [2023, law2023], [2024, law2024], [2025, law2025], [2026, law2026],
]);

export const coveredYears: readonly number[] = [...years.keys()];

/** All amounts of a tax year. Refuses a year outside the table: TAX_YEAR_NOT_COVERED. */
export function lawOf(year: number): YearOfLaw {
  const law = years.get(year);
  if (law === undefined) {
    throw new Refusal('TAX_YEAR_NOT_COVERED', 'tax_year', String(year), inSpans(coveredYears),
      `Tax year ${year} is not covered; the covered years are ${inSpans(coveredYears)}.`);
  }
  return law;
}

/** One amount of a tax year with its sources. Refuses what the table lacks: TAX_YEAR_NOT_COVERED, AMOUNT_NOT_COVERED. */
export function figureOf(name: AmountName, year: number): Figure {
  const figure = lawOf(year)[name];
  if (figure.covered) return figure;
  const covered = inSpans(yearsCovering(name));
  throw new Refusal('AMOUNT_NOT_COVERED', 'tax_year', String(year), covered,
    `The ${amounts[name]} for ${year} is not covered: ${figure.why}. It is covered for ${covered}.`);
}

/** One amount of a tax year, in US dollars. */
export const amountOf = (name: AmountName, year: number): Decimal => figureOf(name, year).amount;

/** The tax years for which the table gives an amount. */
export const yearsCovering = (name: AmountName): readonly number[] =>
  coveredYears.filter((year) => lawOf(year)[name].covered);

/** Years as a person writes them: 1999, 2002, 2005-2026. */
function inSpans(listed: readonly number[]): string {
  const spans: { first: number; last: number }[] = [];
  for (const year of listed) {
    const span = spans.at(-1);
    if (span !== undefined && year === span.last + 1) span.last = year;
    else spans.push({ first: year, last: year });
  }
  return spans.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}
