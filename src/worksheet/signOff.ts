import { at, columns, head } from './positions';

/**
 * The cells of preparer and reviewer beside the head. No macro watches them: the reviewer signs by typing the name and the
 * control total that the tab shows, and from then on the tab compares what was typed with what it shows. The control total
 * moves with every amount of the form and of its build-up, so a change that leaves lines 14 and 18 alone is seen too.
 */
export interface SignOffCell {
  readonly row: number;
  readonly label: string;
  /** The cell that a signed figure is compared with. */
  readonly comparedWith?: 'line 14' | 'line 18' | 'control total';
}

export const signOff = {
  reference: { row: head.client, label: 'W/P reference' },
  preparedBy: { row: head.person, label: 'Prepared by' },
  preparedOn: { row: head.year, label: 'Date' },
  reviewedBy: { row: head.status, label: 'Reviewed by' },
  reviewedOn: { row: head.rounding, label: 'Date' },
  line14: { row: head.ratioPlaces, label: 'Line 14 as signed', comparedWith: 'line 14' },
  line18: { row: head.unitsPerDollar, label: 'Line 18 as signed', comparedWith: 'line 18' },
  controlTotal: { row: head.decimals, label: 'Control total as signed', comparedWith: 'control total' },
} as const satisfies Record<string, SignOffCell>;

export type SignOffName = keyof typeof signOff;
export const signOffCells: readonly SignOffCell[] = Object.values(signOff);

export const howToSign = 'To sign: type name and control total as shown at the left; lines 14 and 18 too, to say later what was signed.';

/** Where the preparer or reviewer writes. */
export const signOffCell = (name: SignOffName): string => at(columns.note, signOff[name].row);

/** 1 where a figure that was signed is no longer what the tab shows, else 0; what was not typed is not compared. */
export const signedDiffers = (signed: string, shown: string): string =>
  `=IF(ISBLANK(${signed}),0,IFERROR(IF(ROUND(${signed}-N(${shown}),2)=0,0,1),1))`;

/** The status in the words of the report: a sign-off that no longer fits is told before anything else. */
export const statusFormula = (stops: string, differs: string): string => {
  const [name, total] = [signOffCell('reviewedBy'), signOffCell('controlTotal')];
  return `=IF(AND(NOT(ISBLANK(${name})),NOT(ISBLANK(${total}))),IF(SUM(${differs})>0,"CHANGED SINCE SIGN-OFF",IF(${stops}>0,"DRAFT","SIGNED")),IF(${stops}>0,"DRAFT","READY"))`;
};
