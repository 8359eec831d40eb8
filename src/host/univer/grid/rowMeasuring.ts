/**
 * Univer measures the rows of a large change when the browser is idle, and goes on doing so when the sheet, or the whole
 * grid, is gone by then. What is still to be measured is forgotten here before that happens.
 */
import { type ICommandInfo, type ICommandService } from '@univerjs/core';
import {
  CancelMarkDirtyRowAutoHeightOperation, MarkDirtyRowAutoHeightOperation, type IMarkDirtyRowAutoHeightOperationParams,
} from '@univerjs/sheets';

export class RowMeasuring {
  /** Everything that was put off until the browser is idle, by its id; Univer does not tell what it has done of it. */
  readonly #putOff = new Map<string, IMarkDirtyRowAutoHeightOperationParams>();
  readonly #commands: ICommandService;

  constructor(commands: ICommandService) {
    this.#commands = commands;
  }

  /** Takes notice of a command that was executed. */
  note({ id, params }: Readonly<ICommandInfo>): void {
    if (id !== MarkDirtyRowAutoHeightOperation.id) return;
    const task = params as IMarkDirtyRowAutoHeightOperationParams;
    this.#putOff.set(task.id, task);
  }

  /** Of one sheet, or of all of them. */
  forget(sheet?: string): void {
    for (const [id, { unitId, subUnitId }] of this.#putOff) {
      if (sheet !== undefined && sheet !== subUnitId) continue;
      this.#putOff.delete(id);
      this.#commands.syncExecuteCommand(CancelMarkDirtyRowAutoHeightOperation.id, { unitId, subUnitId, id }, { onlyLocal: true, fromHost: true });
    }
  }
}
