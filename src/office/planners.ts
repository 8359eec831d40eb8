import { parseRange } from '../cells/address';
import { zero, type Decimal } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import { anyInputNames, basisCarried, type AnyInputName } from '../forms/form8606';
import { validatePlan, type Person } from '../plan/plan';
import { readFor, type FormRead, type ReadAmount } from '../planner/fromForm';
import { identityOf, plannerName, plannerTitle, type Identity } from '../planner/names';
import { columns, head, placesOf, type Places } from '../planner/place';
import { planners } from '../planner/planners';
import { labelOf } from '../planner/planner';
import { readRequest, type PlannerRequest } from '../planner/request';
import { roundingKey } from '../planner/rounding';
import { layoutMark, markOf, plannerTab } from '../planner/tab';
import { typedFields, workOut } from '../planner/work';
import { lineOn } from '../worksheet/entries';
import { carryName, lineName } from '../worksheet/names';
import { inputsOf } from './assemble';
import { readInputs } from './build';
import { isUnfinished } from './existingTab';
import { reportError, type ReportedError } from './failures';
import { fromA1, refuseUnfitWorkbook } from './readWorkbook';
import { errorsOf } from './stop';
import { buildIdOf, candidateTitles, freeTitle } from './titles';
import { loadStamps, unfinishedTitles } from './unfinished';
import { sweep, writeTabs, type LeftOver } from './writeTabs';

/** A planner's tab as the workbook has it. */
export interface PlannerTab {
  readonly planner: string;
  readonly year: number;
  readonly person: Person | null;
  readonly sheet: string;
  /** What its typed cells show, by `caseId:field`: numbers and text, null where nothing stands. */
  readonly typed: Readonly<Record<string, number | string | null>>;
  /** Typed cells that hold a formula of the user's, or a link of ours. */
  readonly linked: readonly string[];
}

export type PlannerReport =
  | { readonly ok: true; readonly tab: PlannerTab }
  | { readonly ok: false; readonly errors: readonly ReportedError[] };

/** Builds the tab of a planner, or brings the one that stands up to date: all of it, or nothing. */
const build = async (request: unknown): Promise<PlannerReport> => {
  try {
    const asked = readRequest(request);
    return { ok: true, tab: await Excel.run({ delayForCellEdit: true }, (context) => built(context, asked)) };
  } catch (error) {
    return { ok: false, errors: [reportError(error)] };
  }
};

/** The planner tabs of this workbook, found by their names. */
const tabs = async (): Promise<{ readonly ok: true; readonly tabs: readonly PlannerTab[] } | { readonly ok: false; readonly errors: readonly ReportedError[] }> => {
  try {
    return { ok: true, tabs: await Excel.run(found) };
  } catch (error) {
    return { ok: false, errors: [reportError(error)] };
  }
};

const goTo = async (planner: string, year: number, person: Person | null): Promise<{ readonly ok: true } | { readonly ok: false; readonly error: ReportedError }> => {
  try {
    await Excel.run(async (context) => {
      const { planner: asked, ...rest } = readRequest({ planner, year, person: person ?? undefined });
      const first = context.workbook.names.getItemOrNullObject(plannerName({ ...rest, planner: asked })).getRangeOrNullObject();
      first.load('address');
      await context.sync();
      if (first.isNullObject) {
        throw new Refusal('MISSING', 'tab', asked.title, 'a tab of this workbook', `This workbook has no "${asked.title}" tab for ${year} any more: it was deleted. Build it again.`);
      }
      const tab = context.workbook.worksheets.getItem(parseRange(first.address).sheet);
      tab.activate();
      tab.getRange('A1').select();
      await context.sync();
    });
    return { ok: true };
  } catch (error) {
    return { ok: false, error: reportError(error) };
  }
};

/** What the ranges of a person's Form 8606 hold of a planner's typed cells, by `caseId:field`; nothing is written. */
export type AmountsRead = { readonly ok: true; readonly given: Readonly<Record<string, ReadAmount | string>> } | { readonly ok: false; readonly errors: readonly ReportedError[] };

const amounts = async (planner: string, plan: unknown): Promise<AmountsRead> => {
  try {
    const [asked] = validatePlan(plan);
    const fromForm = planners.find(({ id }) => id === planner)?.fromForm;
    if (!asked || !fromForm) throw new Error(`The planner ${planner} takes nothing from ranges.`);
    const read = formRead(asked.person, await Excel.run({ delayForCellEdit: true }, (context) => readInputs(context, asked)));
    const given = Object.entries(fromForm(asked.person, read.year)).map(([key, from]) => [key, readFor(from, read)] as const);
    return { ok: true, given: Object.fromEntries(given.filter(([, found]) => found !== null)) as Readonly<Record<string, ReadAmount | string>> };
  } catch (error) {
    return { ok: false, errors: errorsOf(error) };
  }
};

type InputsRead = Awaited<ReturnType<typeof readInputs>>;

/** What was read, as a planner asks for it: lines are linked to the tab that stands, and worked out where there is none. */
const formRead = (person: Person, { worked, reading, stands }: InputsRead): FormRead => {
  const { year, facts, filled, roth, earlierWithoutTab, linkedTo } = worked;
  return {
    year,
    inputs: allInputs({ ...inputsOf(facts), ...filled.form.inputs }),
    used: facts.used,
    earlier: earlierWithoutTab.map((earlier) => ({ year: earlier.year, inputs: allInputs(inputsOf(earlier)), used: earlier.used })),
    carried: linkedTo === null ? null : { name: carryName(linkedTo, person) },
    line: (id) => lineOn({ form: filled.form, roth }, id),
    nameOf: stands ? (id) => (id === basisCarried.id ? carryName(year, person) : lineName(year, person, id)) : null,
    forms1099r: reading.forms1099r.filter((form) => form.year === year),
  };
};

const allInputs = (some: Partial<Record<AnyInputName, Decimal>>): Readonly<Record<AnyInputName, Decimal>> =>
  Object.fromEntries(anyInputNames.map((name) => [name, some[name] ?? zero])) as Record<AnyInputName, Decimal>;

export const plannerActions = { build, tabs, goTo, amounts };

interface StandingTab {
  readonly sheet: string;
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly unknown[])[];
}

const built = async (context: Excel.RequestContext, asked: PlannerRequest): Promise<PlannerTab> => {
  const { standing, sheetNames, leftOver } = await stateOf(context, asked);
  const layout = plannerTab({ ...asked, standing: standing !== null });
  if (standing) refuseMoved(asked, standing);
  const before = standing ? typedOn(asked, standing) : { typed: {}, linked: [] };
  const typed = { ...before.typed, ...asked.values };
  workOut(asked.planner, asked.year, standing ? typed : asked.values);
  await sweep(context, leftOver);
  const taken = new Set(sheetNames.filter((name) => !leftOver.unfinished.includes(name)).map((name) => name.toLowerCase()));
  const title = standing?.sheet ?? freeTitle(plannerTitle(asked), taken);
  await writeTabs(context, [{
    layout,
    existing: standing && { ...standing, owned: { rows: layout.cells.length, columns: layout.cells[0]?.length ?? 0 } },
    title,
    newNames: standing ? [] : layout.names,
    newSourceNames: [],
  }], buildIdOf([layout]));
  return {
    planner: asked.planner.id, year: asked.year, person: asked.person, sheet: title,
    typed: standing ? typed : { ...typedOnNew(asked), ...asked.values },
    linked: [...before.linked.filter((key) => !(key in asked.given)), ...Object.keys(asked.given).filter((key) => isFormula(asked.given[key]))],
  };
};

/** What the build needs to know of the workbook, in one trip. */
const stateOf = async (context: Excel.RequestContext, asked: Identity): Promise<{
  readonly standing: StandingTab | null;
  readonly sheetNames: readonly string[];
  readonly leftOver: LeftOver;
}> => {
  const { workbook } = context;
  workbook.load('usePrecisionAsDisplayed');
  workbook.protection.load('protected');
  workbook.names.load('items/name,items/formula');
  workbook.worksheets.load('items/name');
  const range = workbook.names.getItemOrNullObject(plannerName(asked)).getRangeOrNullObject();
  range.load('address');
  const loaded = loadTab(range);
  const stamps = loadStamps(context, candidateTitles(plannerTitle(asked)), statusCellOf(asked));
  await context.sync();
  refuseUnfitWorkbook(workbook);
  const unfinished = unfinishedTitles(stamps, workbook.names.items);
  const standing = range.isNullObject || unfinished.includes(loaded.sheet.name) ? null : tabOf(loaded);
  const names = workbook.names.items.filter(({ name, formula }) =>
    identityOf(name, planners) !== null && (String(formula).includes('#REF!') || (standing === null && name.toLowerCase() === plannerName(asked).toLowerCase())));
  return { standing, sheetNames: workbook.worksheets.items.map(({ name }) => name), leftOver: { names: names.map(({ name }) => name), unfinished } };
};

const statusCellOf = (asked: Identity): string => plannerTab({ ...asked, given: {}, standing: false }).statusCell;

interface LoadedTab {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

const loadTab = (range: Excel.Range): LoadedTab => {
  // Not a value but a way on: the sheet of a range that is not there is a null object as well.
  const sheet = range.worksheet;
  sheet.load('name');
  sheet.protection.load('protected');
  const used = sheet.getRange().getUsedRangeOrNullObject(true);
  used.load('formulas,values,rowIndex,columnIndex');
  return { sheet, used };
};

const tabOf = ({ sheet, used }: LoadedTab): StandingTab => {
  if (sheet.protection.protected) {
    throw new Refusal('CONTRADICTION', 'tab', sheet.name, 'unprotected',
      `The tab "${sheet.name}" is protected, so it cannot be updated. Unprotect it (Review, Unprotect Sheet), then build again. Nothing was changed.`);
  }
  return { sheet: sheet.name, formulas: fromA1(used, ({ formulas }) => formulas), values: fromA1(used, ({ values }) => values) };
};

/** Every label must stand where it is built, or what is typed beside it would be taken for something else. */
const refuseMoved = (asked: Identity, { sheet, formulas }: StandingTab): void => {
  const textAt = (row: number, column: number): string => String(formulas[row - 1]?.[column - 1] ?? '');
  const mark = textAt(layoutMark.row, layoutMark.column);
  const places = placesOf(asked.planner, asked.year);
  const moved = mark !== markOf(asked) || places.blocks.some(({ block, titleRow, headingRow, firstRow }) => textAt(titleRow, 1) !== block.title
    || (block.down ? block.cases.map(({ heading }) => heading) : block.fields.map((field) => labelOf(field, asked.year))).some((label, index) => textAt(firstRow + index, 2) !== label)
    || (headingRow !== null && (block.down ? block.fields.map((field) => labelOf(field, asked.year)) : block.cases.map(({ heading }) => heading))
      .some((heading, index) => textAt(headingRow, 3 + index) !== heading)));
  if (moved) {
    throw new Refusal('CONTRADICTION', 'tab', sheet, markOf(asked),
      `The tab "${sheet}" is not as IRA Basis built it (needed: ${markOf(asked)}): rows or columns were added or taken away, a label was changed, or another version built it. `
      + 'Undo that, or rename the tab and delete its name, then build again. Nothing was changed.');
  }
};

const typedPlaces = ({ planner, year }: Identity, places: Places): readonly { readonly key: string; readonly column: number; readonly row: number }[] => [
  ...(planner.unit ? [] : [{ key: roundingKey, ...places.rounding }]),
  ...typedFields(planner, year).map(({ key, field, of }) => ({ key, ...places.cellOf(of.id, field.id) })),
];

const isFormula = (content: unknown): boolean => typeof content === 'string' && content.startsWith('=');

const typedOn = (asked: Identity, { formulas, values }: StandingTab): Pick<PlannerTab, 'typed' | 'linked'> => {
  const cells = typedPlaces(asked, placesOf(asked.planner, asked.year)).map(({ key, column, row }) => ({
    key, formula: formulas[row - 1]?.[column - 1] ?? '', value: values[row - 1]?.[column - 1] ?? '',
  }));
  return {
    typed: Object.fromEntries(cells.map(({ key, value }) => [key, value === '' ? null : typeof value === 'number' ? value : String(value)])),
    linked: cells.filter(({ formula }) => isFormula(formula)).map(({ key }) => key),
  };
};

const typedOnNew = (asked: PlannerRequest): PlannerTab['typed'] => {
  const layout = plannerTab({ ...asked, standing: false });
  return Object.fromEntries(typedPlaces(asked, placesOf(asked.planner, asked.year)).map(({ key, column, row }) => {
    const content = layout.cells[row - 1]?.[column - 1] ?? '';
    return [key, content === '' ? null : content];
  }));
};

const found = async (context: Excel.RequestContext): Promise<readonly PlannerTab[]> => {
  const { names } = context.workbook;
  names.load('items/name,items/formula');
  await context.sync();
  const ours = names.items.flatMap(({ name, formula }) => {
    const identity = identityOf(name, planners);
    return identity && !String(formula).includes('#REF!') ? [identity] : [];
  });
  if (ours.length === 0) return [];
  const loaded = ours.map((identity) => ({ identity, ...loadTab(names.getItemOrNullObject(plannerName(identity)).getRangeOrNullObject()) }));
  await context.sync();
  return loaded.filter(({ sheet, used }) => !sheet.isNullObject && !used.isNullObject).flatMap(({ identity, sheet, used }) => {
    const tab = { sheet: sheet.name, formulas: fromA1(used, ({ formulas }) => formulas), values: fromA1(used, ({ values }) => values) };
    if (isUnfinished(tab.values[head.status - 1]?.[columns.firstAmount - 1])) return [];
    return [{ planner: identity.planner.id, year: identity.year, person: identity.person, sheet: sheet.name, ...typedOn(identity, tab) }];
  });
};
