import { Refusal } from '../engine/refusal';
import type { FilingStatus } from '../law/constants';

export { filingStatuses, type FilingStatus } from '../law/constants';

/** How people and tax programs write the filing statuses of Form 1040, letters and digits only. */
const spellings: ReadonlyMap<string, FilingStatus> = new Map<string, FilingStatus>([
  ['single', 'single'],
  ['unmarried', 'single'],
  ['hoh', 'hoh'],
  ['headofhousehold', 'hoh'],
  ['mfj', 'mfj'],
  ['joint', 'mfj'],
  ['jointly', 'mfj'],
  ['marriedjoint', 'mfj'],
  ['marriedjointly', 'mfj'],
  ['marriedfilingjoint', 'mfj'],
  ['marriedfilingjointly', 'mfj'],
  ['marriedfiledjointly', 'mfj'],
  ['mfs', 'mfs'],
  ['separate', 'mfs'],
  ['separately', 'mfs'],
  ['marriedseparate', 'mfs'],
  ['marriedseparately', 'mfs'],
  ['marriedfilingseparate', 'mfs'],
  ['marriedfilingseparately', 'mfs'],
  ['marriedfiledseparately', 'mfs'],
  ['marriedfilingseparatelylivedtogether', 'mfs'],
  ['mfstogether', 'mfs'],
  ['mfsapart', 'mfs-apart'],
  ['mfsapartallyear', 'mfs-apart'],
  ['mfslivedapartallyear', 'mfs-apart'],
  ['marriedfilingseparatelyapart', 'mfs-apart'],
  ['marriedfilingseparatelyapartallyear', 'mfs-apart'],
  ['marriedfilingseparatelylivedapartallyear', 'mfs-apart'],
  ['qss', 'qss'],
  ['survivingspouse', 'qss'],
  ['qualifyingsurvivingspouse', 'qss'],
  ['qw', 'qss'],
  ['qualifyingwidow', 'qss'],
  ['qualifyingwidower', 'qss'],
  ['qualifyingwidowwidower', 'qss'],
  ['qualifyingwidowerwithdependentchild', 'qss'],
]);

export const filingStatusChoices = 'single, hoh, mfj, mfs (lived together at any time of the year), mfs-apart (apart all year), qss';

/**
 * A filing status as written in a cell, in any case and punctuation. "MFS, lived apart" is refused: only apart ALL year
 * makes a married person single here (26 U.S.C. § 219(g)(4)).
 *
 * @throws Refusal NOT_A_CHOICE for anything else, naming the choices.
 */
export function filingStatusOf(written: string): FilingStatus {
  const status = spellings.get(written.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  if (status === undefined) {
    throw new Refusal('NOT_A_CHOICE', 'filing_status', written, filingStatusChoices,
      `filing_status is "${shortened(written)}", which is not a filing status; give one of: ${filingStatusChoices}.`);
  }
  return status;
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
