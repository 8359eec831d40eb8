import { formulaOf, type FormEntry } from '../engine/form';
import type { Cells } from '../engine/term';
import {
  anyInputNames, anyInputs, basisBefore, basisCarried, choiceNames, choices, contributed, form8606Entries, inputNames, isOfPartsIAndII, type AnyInputName,
} from '../forms/form8606';
import { partIIIEntries } from '../forms/form8606/partIII';
import { form8606EntriesWithWorksheet11, worksheetAskedFor, worksheetInUse, worksheetSwitch } from '../forms/worksheet1-1';
import { adjustableInputs, takenUp } from './adjustments';
import type { TabContent } from './content';
import { answerOn, lineOn, tabEntries, worksheetEntries, type FormsOfTab } from './entries';
import type { Grid } from './grid';
import { carryName, lineName } from './names';
import {
  adjustmentRange, at, cellsOfOtherWay, cellsOfPartIII, cellsOfYear, columns, fixed, head, positions, rowInBlock, rowOfChoice, rowOfEntry, rowOfInput,
} from './positions';
import { refsOf } from './schedules';
import { deductionRows } from './worksheet11';

/** The form, its build-up and what stands beside them, for this year and for the earlier years without a tab. */
export const putForm = (grid: Grid, tab: TabContent, earlierColumns: readonly number[], lastSupport: number): void => {
  putYear(grid, columns.thisYear, tab.year, lastSupport);
  tab.earlierYears.forEach(({ year }, index) => putYear(grid, earlierColumns[index]!, year, lastSupport));
  putBasisBefore(grid, tab, earlierColumns, lastSupport);
  putOtherWay(grid, tab.year);
  putLabels(grid, tab, earlierColumns.at(-1));
};

/** The form, line by line, in one column: the same formulas for this year and for each earlier one, which has no Part III and no worksheet. */
const putYear = (grid: Grid, column: number, year: number, lastSupport: number): void => {
  const thisYear = column === columns.thisYear;
  if (!thisYear) grid.put(column, head.columnTitles, `${year}, without a tab`);
  grid.put(column, head.year, year);
  putEntries(grid, column, thisYear ? form8606EntriesWithWorksheet11 : form8606Entries, cellsOfYear(column));
  if (thisYear) putEntries(grid, column, partIIIEntries, cellsOfPartIII(column));
  for (const name of thisYear ? anyInputNames : inputNames) grid.put(column, rowOfInput(name), `=${builtUp(column, name, lastSupport)}`);
  for (const name of choiceNames) grid.put(column, rowOfChoice(name), 'No');
};

const putEntries = (grid: Grid, column: number, entries: readonly FormEntry[], cells: Cells): void => {
  for (const entry of entries) grid.put(column, rowOfEntry(entry.id), formulaOf(entry, cells));
};

/** The year filled in the other way: only where Worksheet 1-1 was asked for is it another way. */
const putOtherWay = (grid: Grid, year: number): void => {
  const [askedFor, inUse] = [worksheetAskedFor, worksheetInUse].map(({ id }) => at(columns.thisYear, rowOfEntry(id)));
  grid.put(columns.otherWay, head.columnTitles, `${year}, the other way`);
  grid.put(columns.otherWay, rowInBlock(deductionRows[worksheetSwitch]), `=IF(EXACT(${askedFor},"Yes"),IF(EXACT(${inUse},"Yes"),"No","Yes"),"No")`);
  putEntries(grid, columns.otherWay, form8606EntriesWithWorksheet11, cellsOfOtherWay());
};

export const supportRange = (column: number, lastSupport: number): string => `${fixed(column, positions.firstSupport)}:${fixed(column, lastSupport)}`;

export const keyFormula = (column: number, name: AnyInputName): string => `${at(column, head.year)}&"|"&${fixed(columns.key, rowOfInput(name))}`;

/** The line for which an adjustment of an input is entered stands beside the input, so that no formula holds it. */
export const adjustedLine = (name: AnyInputName): string => fixed(columns.textRead, rowOfInput(name));

/**
 * Support rows of the year, and this year's adjustments. Programs differ in whether SUMIF hands an error on; SUM does
 * everywhere, so one row that cannot be read stops every line.
 */
const builtUp = (column: number, name: AnyInputName, lastSupport: number): string => {
  const counted = supportRange(columns.thisYear, lastSupport);
  const fromSupport = `SUMIF(${supportRange(columns.key, lastSupport)},${keyFormula(column, name)},${counted})`;
  const adjusted = adjustment(column, name);
  return `IF(ISNUMBER(SUM(${counted})),ROUND(${fromSupport}${adjusted === null ? '' : `+${adjusted}`},2),NA())`;
};

const adjustment = (column: number, name: AnyInputName): string | null => (column !== columns.thisYear ? null
  : takenUp(name, `SUMIF(${adjustmentRange(columns.line)},${adjustedLine(name)},${adjustmentRange(columns.thisYear)})`));

/** Line 2 starts from a basis that the source states, else from the year before: its column here, or its tab. */
const putBasisBefore = (grid: Grid, tab: TabContent, earlierColumns: readonly number[], lastSupport: number): void => {
  const years = [...tab.earlierYears, { year: tab.year, statesBasis: tab.statesBasis }];
  const yearColumns = [...earlierColumns, columns.thisYear];
  years.forEach(({ statesBasis }, index) => {
    const column = yearColumns[index]!;
    const before = index > 0 ? yearColumns[index - 1]! : null;
    if (!statesBasis) {
      const carried = before ? at(before, rowOfEntry(basisCarried.id)) : tab.linkedTo ? carryName(tab.linkedTo, tab.person) : null;
      grid.put(column, rowOfInput('priorBasis'), carried ? `=ROUND(${carried},2)` : `=${builtUp(column, 'priorBasis', lastSupport)}`);
    }
    if (before === null) grid.put(column, rowOfChoice('earlierNondeductible'), tab.earlierNondeductible ? 'Yes' : 'No');
    else {
      const earlier = at(before, rowOfChoice('earlierNondeductible'));
      const tracked = [contributed, basisBefore].map(({ id }) => at(before, rowOfEntry(id))).join('+');
      grid.put(column, rowOfChoice('earlierNondeductible'), `=IF(OR(EXACT(UPPER(${earlier}),"YES"),ROUND(${tracked},2)>0),"Yes","No")`);
    }
  });
};

/** 1 where a line differs from the engine. Not every program takes a formula that shows nothing and an empty cell for equal. */
const differs = (engine: string | number, shown: string, expected: string, places: number): string => {
  const agrees = engine === '' ? `LEN(${shown})=0` : typeof engine === 'string' ? `${shown}=${expected}` : `ROUND(${shown}-${expected},${places})=0`;
  return `=IFERROR(IF(${agrees},0,1),1)`;
};

const TENTH_PLACE = 9;

const putLabels = (grid: Grid, tab: TabContent, lastEarlier: number | undefined): void => {
  for (const entry of tabEntries) {
    const row = rowOfEntry(entry.id);
    const ofWorksheet = worksheetEntries.includes(entry);
    grid.put(columns.line, row, entry.kind === 'line' ? entry.id : ofWorksheet ? worksheetLine(entry.id) : '');
    grid.put(columns.description, row, entry.label(tab.year));
    grid.put(columns.source, row, entry.kind === 'line' || ofWorksheet ? entry.law[0] ?? '' : '');
    const engine = builtValue(tab, entry.id);
    grid.put(columns.engine, row, engine);
    const places = entry.kind !== 'question' && entry.measure === 'ratio' ? TENTH_PLACE : 2;
    grid.put(columns.differs, row, differs(engine, at(columns.thisYear, row), at(columns.engine, row), places));
    if (form8606Entries.some(({ id }) => id === entry.id)) putPriorYear(grid, tab, entry.id, row, lastEarlier);
  }
  for (const name of anyInputNames) {
    const row = rowOfInput(name);
    grid.put(columns.line, row, anyInputs[name].line);
    grid.put(columns.description, row, anyInputs[name].means);
    grid.put(columns.key, row, name);
    grid.put(columns.textRead, row, adjustableInputs[name]?.line ?? '');
    if (lastEarlier && isOfPartsIAndII(name)) grid.put(columns.priorYear, row, `=${at(lastEarlier, row)}`);
    grid.put(columns.source, row, sourceOfInput(tab, name));
  }
  for (const name of choiceNames) {
    grid.put(columns.line, rowOfChoice(name), choices[name].line);
    grid.put(columns.description, rowOfChoice(name), choices[name].means);
  }
  grid.put(columns.thisYear, rowOfChoice('line4TakesLatest'), tab.line4TakesLatest ? 'Yes' : 'No');
};

/** "W8" for line 8 of the worksheet. */
const worksheetLine = (id: string): string => {
  const number = /, line (\d+)$/.exec(id)?.[1];
  return number === undefined ? '' : `W${number}`;
};

/** What the engine has for an entry, as the tab keeps it: an amount, Yes or No, or nothing for a line left blank. */
export const builtValue = (forms: FormsOfTab, id: string): string | number => {
  const entry = tabEntries.find((one) => one.id === id);
  if (entry?.kind === 'question') return answerOn(forms, id) ? 'Yes' : 'No';
  return lineOn(forms, id)?.toDecimalPlaces(10).toNumber() ?? '';
};

const putPriorYear = (grid: Grid, tab: TabContent, id: string, row: number, lastEarlier: number | undefined): void => {
  if (lastEarlier) grid.put(columns.priorYear, row, `=${at(lastEarlier, row)}`);
  else if (tab.linkedTo && form8606Entries.some((entry) => entry.id === id && entry.kind === 'line')) {
    grid.put(columns.priorYear, row, `=${lineName(tab.linkedTo, tab.person, id)}`);
  }
};

const sourceOfInput = (tab: TabContent, name: AnyInputName): string => {
  const refs = refsOf(tab, name);
  if (refs !== '') return `Support ${refs}`;
  if (name !== 'priorBasis') return '';
  const before = tab.earlierYears.at(-1)?.year;
  if (before) return `Carried from ${before}, column to the right`;
  return tab.linkedTo ? `Line 14 of the ${tab.linkedTo} tab` : 'None stated: taken as zero';
};
