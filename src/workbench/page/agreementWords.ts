/** What is said about how far the engine of the page agrees with the values in a file. */
import type { Agreement } from '../../host/agreement';

export interface AgreementInWords {
  readonly text: string;
  /** A sentence for each formula that differs or could not be calculated. */
  readonly details: readonly string[];
}

/** More than this is no reading matter. */
const MOST_DETAILS = 500;

/** `null`: the comparison did not come to an end. */
export function agreementInWords(agreement: Agreement | null): AgreementInWords {
  if (agreement === null) {
    return { text: 'The formulas could not be compared with what the file has saved.', details: [] };
  }
  const { compared, differing, uncalculated } = agreement;
  const details = [
    ...differing.map(({ cell, saved, computed }) => `${cell}: the file has ${shown(saved)}, this page calculates ${shown(computed)}.`),
    ...uncalculated.map(({ cell, reason }) => `${cell} keeps its saved value: ${reason}.`),
  ].slice(0, MOST_DETAILS);
  const unable = uncalculated.length === 0 ? '' : `; ${count(uncalculated.length, 'formula')} cannot be calculated here`;
  if (compared === 0) return { text: uncalculated.length === 0 ? 'The file has no formulas to compare.' : `No formula was compared${unable}.`, details };
  const agreeing = compared - differing.length;
  const all = compared === 1 ? 'The one formula agrees' : `All ${compared.toLocaleString('en-US')} formulas agree`;
  return {
    text: `${agreeing === compared ? all : `${agreeing.toLocaleString('en-US')} of ${count(compared, 'formula')} agree`} with what the file has saved${unable}.`,
    details,
  };
}

const count = (number: number, what: string): string => `${number.toLocaleString('en-US')} ${what}${number === 1 ? '' : 's'}`;

const shown = (value: string | number | boolean): string => (typeof value === 'string' ? (value === '' ? 'nothing' : `"${value}"`) : String(value));
