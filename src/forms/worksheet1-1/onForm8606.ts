import { question, type FormEntry } from '../../engine/form';
import { all, any, chosen, declined, either, less, not, reaches, toUnit } from '../../engine/words';
import {
  disasterPart, distributed, distributedOrConverted, line5, line6, line7, line8, line9, line10, line10Begun, line10Lower, line10Upper, line11, line12,
  line13, line15a, line15b, partI,
} from '../form8606/partI';
import { line16, line17, partII } from '../form8606/partII';
import { worksheet } from './lines';
import { factsGiven, triggerOf } from './trigger';

/**
 * Form 8606 with Worksheet 1-1 standing in for lines 6 to 12, as Publication 590-B has it under "Reporting your nontaxable
 * distribution on Form 8606": lines 1 to 5 are completed; if line 5 is less than the worksheet's line 8, lines 6 to 15c
 * after all; otherwise line 13 is the worksheet's line 8 and line 15a its line 9 or 11. Line 17 is the converted share of
 * its line 8, so that line 18 is its line 10: the publication enters all of line 8 there, which is the same unless part of
 * what was distributed was not converted.
 */
const named = (id: string): string => `Worksheet 1-1 ${id}`;

/** What the preparer says of it, whether or not it applies: Yes and No; nothing leaves it to whether it applies. */
export const worksheetSwitch = 'worksheet11';
const switchedOn = chosen(worksheetSwitch, 'the preparer uses it', 'the preparer does not ask for it');
const switchedOff = declined(worksheetSwitch, 'the preparer uses lines 6 to 12', 'the preparer has not set it aside');

/** Nobody is shown a worksheet for which nothing was given. */
export const worksheetAskedFor = question(named('asked for'), {
  label: 'Is Worksheet 1-1 worked out? (facts are given, or the preparer asks for it)',
  law: ['Pub. 590-B, "Are Your Distributions Taxable?"'],
  yes: 'Worksheet 1-1 is worked out',
  no: 'coverage by a plan at work and income are not given',
  is: any(factsGiven, switchedOn),
});

const sheet = worksheet(worksheetAskedFor);
const trigger = triggerOf(sheet, named);
export const worksheetApplies = trigger.applies;

export const worksheetInUse = question(named('in use'), {
  label: 'Is it used? (it applies and the preparer has not chosen lines 6 to 12, or the preparer has chosen it)',
  law: ['Pub. 590-B, "Reporting your nontaxable distribution on Form 8606"', 'the preparer decides'],
  yes: 'Worksheet 1-1 is used',
  no: 'Worksheet 1-1 is not used',
  is: any(switchedOn, all(worksheetApplies, not(switchedOff))),
  onlyIf: distributedOrConverted,
});

/** In the order in which they are worked out: the worksheet first, then whether it applies and what comes of it. */
const worksheetEntries: readonly FormEntry[] = [worksheetAskedFor, ...sheet.entries, trigger.known, trigger.covered, worksheetApplies];

export const worksheetStandsIn = question(named('stands in'), {
  label: 'Does Worksheet 1-1 stand in for lines 6 to 12? (line 5 is not less than its line 8)',
  law: ['Pub. 590-B, "Reporting your nontaxable distribution on Form 8606", steps 4 and 5'],
  yes: 'Worksheet 1-1 stands in for lines 6 to 12',
  no: 'Worksheet 1-1 is set aside',
  is: reaches(line5, sheet.line8),
  onlyIf: worksheetInUse,
});

const lines6To12 = question('Lines 6 to 12 completed', {
  label: 'Are lines 6 to 12 completed?',
  law: ['Pub. 590-B, "Reporting your nontaxable distribution on Form 8606", step 5'],
  yes: 'lines 6 to 12 are completed',
  no: 'Worksheet 1-1 stands in for it',
  is: not(worksheetStandsIn),
  onlyIf: distributedOrConverted,
});

const onlyWithout = new Set<string>([
  line6, line7, line8, line9, line10Begun, line10Upper, line10Lower, line10, line11, line12,
].map(({ id }) => id));

const taxableNotConverted = either(sheet.anyConverted, sheet.line11, sheet.line9);

const insteadOf: ReadonlyMap<string, FormEntry> = new Map<string, FormEntry>([
  [line13.id, { ...line13, is: either(worksheetStandsIn, sheet.line8, line13.is) }],
  [line15a.id, { ...line15a, is: either(worksheetStandsIn, taxableNotConverted, line15a.is) }],
  [line15b.id, { ...line15b, is: disasterPart(line15a, toUnit(distributed)) }],
  [line17.id, { ...line17, is: either(worksheetStandsIn, either(sheet.anyConverted, less(line16, sheet.line10), line16), line17.is) }],
]);

const adapted = (entry: FormEntry): readonly FormEntry[] => {
  if (onlyWithout.has(entry.id)) return [{ ...entry, onlyIf: lines6To12 }];
  const changed = insteadOf.get(entry.id) ?? entry;
  return entry.id === line5.id ? [changed, ...worksheetEntries, worksheetInUse, worksheetStandsIn, lines6To12] : [changed];
};

export const form8606EntriesWithWorksheet11: readonly FormEntry[] = [...partI, ...partII].flatMap(adapted);
