/** Tells which cells may show something else than before, for a screen that is to follow: entered, calculated or spilled. */
import { ICommandService } from '@univerjs/core';
import { SetArrayFormulaDataMutation } from '@univerjs/engine-formula';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { CellPosition } from '../backend';
import type { CellStore, Spill } from './cells';
import type { UniverInstance } from './instance';

export type CellListener = (cell: CellPosition) => void;

export function watchCells({ injector }: UniverInstance, cells: CellStore, sheets: () => readonly string[], changed: CellListener): void {
  /** Where results were spilled when they were last looked at; what is given up there is a change too. */
  let spilled: { readonly sheet: string; readonly spill: Spill }[] = [];
  const touchArea = ({ sheet, spill: { area } }: (typeof spilled)[number]): void => {
    for (let row = area.startRow; row <= area.endRow; row += 1) {
      for (let column = area.startColumn; column <= area.endColumn; column += 1) changed({ sheet, row, column });
    }
  };
  injector.get(ICommandService).onCommandExecuted((command) => {
    if (command.id === SetRangeValuesMutation.id) {
      const { subUnitId: sheet, cellValue = {} } = command.params as ISetRangeValuesMutationParams;
      for (const [row, columns] of Object.entries(cellValue)) {
        for (const column of Object.keys(columns ?? {})) changed({ sheet, row: Number(row), column: Number(column) });
      }
      spilled.filter(({ sheet: other, spill: { row, column } }) => other === sheet && cellValue[row]?.[column] !== undefined).forEach(touchArea);
    } else if (command.id === SetArrayFormulaDataMutation.id) {
      const now = sheets().flatMap((sheet) => cells.spills(sheet).map((spill) => ({ sheet, spill })));
      [...spilled, ...now].forEach(touchArea);
      spilled = now;
    }
  });
}
