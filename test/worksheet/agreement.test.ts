import { columnName } from '../../src/cells/address';
import { zero, type Decimal } from '../../src/engine/decimal';
import { formulaOf, type FormEntry } from '../../src/engine/form';
import { unitsPerDollar, type Cells, type RatioPlaces, type Settings } from '../../src/engine/term';
import { choiceNames, form8606, form8606Entries, inputNames, type ChoiceName, type InputName } from '../../src/forms/form8606';
import { homebuyerLimit, partIII, partIIIEntries, partIIIInputs, type PartIIIInput } from '../../src/forms/form8606/partIII';
import {
  deductionChoices, deductionInputs, form8606EntriesWithWorksheet11, form8606WhereWorksheet11, worksheet11, worksheetApplies, worksheetInUse, worksheetStandsIn, worksheetSwitch,
} from '../../src/forms/worksheet1-1';
import { recalculateWithIronCalc } from '../support/ironcalc';
import { ruleSheets } from '../support/madeUpRules';
import { inLibreOffice, inTheEmbeddedEngine, type ShownAt } from '../support/recalculated';
import { Numbers, inputsOf, madeUpReturns, madeUpRothFacts, madeUpWorksheetFacts, rothInputsOf, shown, type MadeUpReturn } from '../support/returns';

/**
 * The formulas that stand on a sheet against the engine: many made-up returns side by side, a column each, the settings once
 * for a sheet, recalculated by programs that are not ours. Every amount must be the engine's to the unit, ties and their
 * neighbours included, within the bound of DESIGN.md section 2.
 */
type Filled = (entry: FormEntry) => Decimal | boolean | null;

interface Column {
  readonly amounts: readonly Decimal[];
  /** Yes, No, or left blank. */
  readonly choices: readonly (boolean | null)[];
  readonly filled: Filled;
  readonly made: unknown;
}

interface Sheet {
  readonly title: string;
  readonly settings: Settings;
  readonly entries: readonly FormEntry[];
  readonly inputNames: readonly string[];
  readonly choiceNames: readonly string[];
  readonly columns: readonly Column[];
}

const BOUND = 5e14;
const SETTINGS_ROWS = { unitsPerDollar: 1, decimals: 2, ratioPlaces: 3 } as const;
const FIRST_INPUT = 5;

const rowsOf = ({ inputNames: inputs, choiceNames: choices, entries }: Sheet) => {
  const place = (names: readonly string[], first: number): ReadonlyMap<string, number> => new Map(names.map((name, index) => [name, first + index]));
  return {
    inputs: place(inputs, FIRST_INPUT),
    choices: place(choices, FIRST_INPUT + inputs.length),
    entries: place(entries.map(({ id }) => id), FIRST_INPUT + inputs.length + choices.length),
  };
};

const rowIn = (rows: ReadonlyMap<string, number>, name: string): number => {
  const row = rows.get(name);
  if (row === undefined) throw new Error(`The sheet has no row for ${name}.`);
  return row;
};

/** Returns stand from the second column on. */
const columnOf = (index: number): string => columnName(index + 2);

const cellsOf = (sheet: Sheet, index: number): Cells => {
  const rows = rowsOf(sheet);
  const column = columnOf(index);
  return {
    input: (name) => `${column}${rowIn(rows.inputs, name)}`,
    choice: (name) => `${column}${rowIn(rows.choices, name)}`,
    entry: (id) => `${column}${rowIn(rows.entries, id)}`,
    unitsPerDollar: `$B$${SETTINGS_ROWS.unitsPerDollar}`,
    decimals: `$B$${SETTINGS_ROWS.decimals}`,
    ratioPlaces: `$B$${SETTINGS_ROWS.ratioPlaces}`,
  };
};

/** Every cell of a sheet: what a person would have typed, and the formulas. */
const contentsOf = (sheet: Sheet): readonly (readonly [address: string, content: number | string])[] => {
  const { unit, ratioPlaces } = sheet.settings;
  const rows = rowsOf(sheet);
  return [
    [`B${SETTINGS_ROWS.unitsPerDollar}`, unitsPerDollar(unit)],
    [`B${SETTINGS_ROWS.decimals}`, unit === 'cents' ? 2 : 0],
    [`B${SETTINGS_ROWS.ratioPlaces}`, ratioPlaces],
    ...sheet.columns.flatMap(({ amounts, choices }, index) => {
      const cells = cellsOf(sheet, index);
      return [
        ...sheet.inputNames.map((name, at) => [cells.input(name), amounts[at]!.toNumber()] as const),
        ...sheet.choiceNames.flatMap((name, at) => (choices[at] === null ? [] : [[cells.choice(name), choices[at] ? 'Yes' : 'No'] as const])),
        ...sheet.entries.map((entry) => [`${columnOf(index)}${rowIn(rows.entries, entry.id)}`, formulaOf(entry, cells)] as const),
      ];
    }),
  ];
};

const expectAgreement = (sheet: Sheet, shownAt: (address: string) => unknown): void => {
  const rows = rowsOf(sheet);
  let compared = 0;
  for (const [index, { filled, made }] of sheet.columns.entries()) {
    for (const entry of sheet.entries) {
      const there = shownAt(`${columnOf(index)}${rowIn(rows.entries, entry.id)}`);
      const here = filled(entry);
      if (!agrees(entry, there, here)) throw new Error(`${sheet.title}, ${entry.id}: the sheet shows ${String(there)}, the engine has ${String(here)}: ${shown(made)}`);
      compared += 1;
    }
  }
  expect(compared).toBe(sheet.columns.length * sheet.entries.length);
};

const agrees = (entry: FormEntry, there: unknown, here: Decimal | boolean | null): boolean => {
  if (typeof here === 'boolean') return there === (here ? 'Yes' : 'No');
  if (here === null) return there === '';
  if (typeof there !== 'number') return false;
  return here.minus(there).abs().lessThan(entry.kind !== 'question' && entry.measure === 'ratio' ? '1.01e-10' : '0.00001');
};

const sheetSettings: readonly Settings[] = (['dollars', 'cents'] as const).flatMap((unit) =>
  (['exact', 3, 5, 10] as const satisfies readonly RatioPlaces[]).map((ratioPlaces) => ({ unit, ratioPlaces })));

const within = ({ facts, settings, elections }: MadeUpReturn): boolean => {
  const form = form8606(inputsOf(facts), settings, elections);
  const units = (id: string): number => (form.line(id) ?? zero).times(unitsPerDollar(settings.unit)).toNumber();
  return units('5') * units('7') < BOUND && units('5') * units('8') < BOUND && units('9') < BOUND;
};

const PER_SHEET = 330;
const formSheets = sheetSettings.map((settings, index): Sheet => ({
  title: `${settings.unit} ${settings.ratioPlaces}`,
  settings,
  entries: form8606Entries,
  inputNames,
  choiceNames,
  columns: madeUpReturns(900 + index, PER_SHEET, settings).filter(within).map((made) => {
    const inputs = inputsOf(made.facts);
    const form = form8606(inputs, settings, made.elections);
    return {
      amounts: inputNames.map((name: InputName) => inputs[name] ?? zero),
      choices: choiceNames.map((name: ChoiceName) => made.elections[name] ?? false),
      filled: (entry) => (entry.kind === 'question' ? form.answer(entry.id) : form.line(entry.id)),
      made,
    };
  }),
}));

/**
 * Worksheet 1-1 with the facts that decide whether it applies, given or not, and the preparer's switch in its three
 * positions. The income is drawn so that often it lies at an end of the range once the worksheet's own amount is in it.
 */
const worksheetSheets = sheetSettings.filter(({ ratioPlaces }) => ratioPlaces === 'exact' || ratioPlaces === 3).map((settings, index): Sheet => {
  const numbers = new Numbers(8_000 + index);
  return {
    title: `1-1 ${settings.unit} ${settings.ratioPlaces}`,
    settings,
    entries: form8606EntriesWithWorksheet11,
    inputNames: [...inputNames, ...deductionInputs],
    choiceNames: [...choiceNames, ...deductionChoices, worksheetSwitch],
    columns: madeUpReturns(700 + index, 200, settings).filter(within).map((made) => {
      const inputs = inputsOf(made.facts);
      const { deduction, election } = madeUpWorksheetFacts(numbers, worksheet11(inputs, settings).line('9') ?? zero);
      const form = form8606WhereWorksheet11(inputs, settings, made.elections, { deduction, election });
      return {
        amounts: [...inputNames.map((name: InputName) => inputs[name] ?? zero), deduction?.otherIncome ?? zero, deduction?.range.start ?? zero, deduction?.range.end ?? zero],
        choices: [...choiceNames.map((name: ChoiceName) => made.elections[name] ?? false), deduction !== null, deduction?.covered ?? false, election],
        filled: (entry) => (entry.kind === 'question' ? form.answer(entry.id) : form.line(entry.id)),
        made: { ...made, deduction, election },
      };
    }),
  };
});

const partIIINames = Object.keys(partIIIInputs) as PartIIIInput[];
const partIIISheets = (['dollars', 'cents'] as const).map((unit): Sheet => {
  const settings: Settings = { unit, ratioPlaces: 'exact' };
  const numbers = new Numbers(25);
  return {
    title: `Part III ${unit}`,
    settings,
    entries: partIIIEntries,
    inputNames: [...partIIINames, homebuyerLimit.name],
    choiceNames: [],
    columns: Array.from({ length: 150 }, () => {
      const made = madeUpRothFacts(numbers);
      const inputs = rothInputsOf(made);
      const form = partIII(inputs, settings);
      return {
        amounts: [...partIIINames.map((name) => inputs[name]), homebuyerLimit.limit.value],
        choices: [],
        filled: (entry) => (entry.kind === 'question' ? form.answer(entry.id) : form.line(entry.id)),
        made,
      };
    }),
  };
});

const sheets = [...formSheets, ...worksheetSheets, ...partIIISheets, ...ruleSheets(120)];

/** Whether line 8 times line 10 is so many units and exactly a half. */
const isHalf = ({ settings }: Sheet, filled: Filled): boolean => {
  const numbers = form8606Entries.filter(({ id }) => ['8', '10 upper number', '10 lower number'].includes(id)).map(filled) as (Decimal | null)[];
  const [line8, upper, lower] = numbers;
  if (!line8 || !upper || !lower) return false;
  return line8.times(unitsPerDollar(settings.unit)).times(upper).times(2).dividedBy(lower).mod(2).equals(1);
};

/** IronCalc tells its values only as text, to fifteen digits: amounts of a billion dollars and more are left out. */
const fewDigits = ({ amounts }: Column): boolean => amounts.every((amount) => amount.lessThan(1e9));

describe('What is compared', () => {
  it('the returns within the bound are more than 2,000, and line 11 of more than 100 lies exactly on a half before it is rounded', () => {
    expect(formSheets.reduce((sum, { columns }) => sum + columns.length, 0)).toBeGreaterThan(2_000);
    expect(formSheets.reduce((sum, sheet) => sum + sheet.columns.filter(({ filled }) => isHalf(sheet, filled)).length, 0)).toBeGreaterThan(100);
  });

  it('Worksheet 1-1 applies, is used and stands in, and does not, more than 50 times each', () => {
    for (const question of [worksheetApplies, worksheetInUse, worksheetStandsIn]) {
      const answers = worksheetSheets.flatMap(({ columns }) => columns.map(({ filled }) => filled(question)));
      for (const answer of [true, false]) expect(answers.filter((one) => one === answer).length).toBeGreaterThan(50);
    }
  });
});

const programs = { LibreOffice: inLibreOffice, 'the embedded engine': inTheEmbeddedEngine } as const;

describe.each(Object.entries(programs))('The formulas of the forms in %s', (_, recalculate) => {
  let shown: ShownAt;

  beforeAll(async () => {
    shown = await recalculate(sheets.map((sheet) => ({ title: sheet.title, cells: contentsOf(sheet) })));
  });

  for (const sheet of sheets) {
    it(`${sheet.title}: every line, step and question equals the engine's (${sheet.columns.length} returns)`, () => {
      expectAgreement(sheet, (address) => shown(sheet.title, address));
    });
  }
});

describe('The formulas of the forms in IronCalc', () => {
  for (const sheet of sheets) {
    const part = { ...sheet, columns: sheet.columns.filter(fewDigits).slice(0, 130) };
    it(`${sheet.title}: every line, step and question equals the engine's (${part.columns.length} returns)`, () => {
      expectAgreement(part, recalculateWithIronCalc(contentsOf(part)));
    });
  }
});
