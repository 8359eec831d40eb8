import { isUnfinished, titleBegun } from './existingTab';

interface Stamp {
  readonly title: string;
  readonly status: Excel.Range;
  readonly used: Excel.Range;
}

/** Asks of the sheets with these titles whether a build left them unfinished; to be read after the next trip. */
export const loadStamps = (context: Excel.RequestContext, titles: readonly string[], statusCell: string): readonly Stamp[] => titles.map((title) => {
  const sheet = context.workbook.worksheets.getItemOrNullObject(title);
  const status = sheet.getRange(statusCell);
  status.load('values');
  const used = sheet.getUsedRangeOrNullObject();
  used.load('address');
  return { title, status, used };
});

/** Sheets that are stamped; and those that a name has announced and in which nothing stands yet, the stamp neither. */
export const unfinishedTitles = (stamps: readonly Stamp[], names: readonly { readonly formula: unknown }[]): readonly string[] => {
  const begun = new Set(names.flatMap(({ formula }) => titleBegun(String(formula)) ?? []));
  return stamps
    .filter(({ title, status, used }) => !status.isNullObject && (isUnfinished(status.values[0]?.[0]) || (begun.has(title) && used.isNullObject)))
    .map(({ title }) => title);
};
