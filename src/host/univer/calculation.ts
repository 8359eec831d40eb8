/** One calculation of Univer's engine, from the order to the applied results. */
import {
  ICommandService, type ICellData, type ICommandInfo, type IDisposable, type Injector, type IUnitRange, type Nullable,
} from '@univerjs/core';
import {
  IDependencyManagerService, SetFormulaCalculationNotificationMutation, SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation, type ISetFormulaCalculationNotificationMutation, type ISetFormulaCalculationResultMutation,
} from '@univerjs/engine-formula';
import { FailureLog, NO_TEXT, type EngineFailure } from './engine';

export interface CalculationOrder {
  /** Cells whose formulas are calculated, with everything that depends on them; `all` for every formula. */
  readonly dirty: readonly IUnitRange[] | 'all';
  /** Results of other cells than these are thrown away; absent: all are kept. */
  readonly keep?: (sheet: string, row: number, column: number) => boolean;
}

/**
 * Runs the engine and gives what failed in it. Univer applies the results to the cells on its own, before it says that
 * the calculation has ended; the engine clears its tables right after saying so, hence the pause at the end.
 */
export async function calculate(injector: Injector, unitId: string, order: CalculationOrder): Promise<readonly EngineFailure[]> {
  const commands = injector.get(ICommandService);
  const log = injector.get(FailureLog);
  log.take();
  // Univer keeps dependencies from one calculation to the next and is told of changed formulas by a plugin that is not
  // loaded here; built anew they are right whatever was changed.
  injector.get(IDependencyManagerService).reset();
  const listeners: IDisposable[] = [];
  const { keep } = order;
  listeners.push(commands.beforeCommandExecuted((command) => correctResults(command, unitId, keep ?? (() => true))));
  try {
    await new Promise<void>((resolve) => {
      listeners.push(commands.onCommandExecuted((command) => {
        if (command.id !== SetFormulaCalculationNotificationMutation.id) return;
        const { functionsExecutedState } = command.params as ISetFormulaCalculationNotificationMutation;
        if (functionsExecutedState !== undefined) resolve();
      }));
      commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, {
        forceCalculation: order.dirty === 'all',
        dirtyRanges: order.dirty === 'all' ? [] : [...order.dirty],
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        clearDependencyTreeCache: {},
        options: null,
      }, { onlyLocal: true });
    });
    await new Promise((resolve) => setTimeout(resolve, 0));
  } finally {
    listeners.forEach((listener) => listener.dispose());
  }
  return log.take();
}

/** Takes away what is not to be kept, and the marks that the engine needed only while it calculated. */
function correctResults(command: Readonly<ICommandInfo>, unitId: string, keep: NonNullable<CalculationOrder['keep']>): void {
  if (command.id !== SetFormulaCalculationResultMutation.id) return;
  const sheets = (command.params as ISetFormulaCalculationResultMutation).unitData[unitId];
  for (const [sheet, rows] of Object.entries(sheets ?? {})) {
    for (const [row, cells] of Object.entries(rows ?? {})) {
      for (const [column, cell] of Object.entries((cells ?? {}) as Record<string, Nullable<ICellData>>)) {
        if (!keep(sheet, Number(row), Number(column))) delete (cells as Record<string, unknown>)[column];
        else if (cell?.f === NO_TEXT) delete cell.f;
      }
    }
  }
}
