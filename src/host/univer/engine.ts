/**
 * Univer's formula engine with guards around it: a formula that throws gives `#VALUE!` and is written down, instead of
 * ending the calculation of the whole workbook in silence; and a formula that gives no text, or what a blank cell holds, is
 * not taken for a blank cell.
 */
import { CellValueType, type ICellData, type Injector, type Nullable } from '@univerjs/core';
import {
  AstTreeBuilder, CalculateFormulaService, ErrorType, ErrorValueObject, FormulaRuntimeService, ICalculateFormulaService,
  IFormulaRuntimeService, Interpreter, Lexer, UniverFormulaEnginePlugin, type FunctionVariantType,
} from '@univerjs/engine-formula';

/** What threw: a cell's formula while it was calculated, a formula while it was parsed, or (neither) a whole pass. */
export interface EngineFailure {
  readonly cell?: { readonly sheet: string; readonly row: number; readonly column: number };
  readonly formula?: string;
  readonly reason: string;
}

/** Where the guards of one engine write; Univer makes them, so that they can share nothing but what its injector holds. */
export class FailureLog {
  readonly #failures: EngineFailure[] = [];

  add(failure: Omit<EngineFailure, 'reason'>, error: unknown): void {
    this.#failures.push({ ...failure, reason: error instanceof Error ? error.message : String(error) });
  }

  /** The failures since the last time, each once. */
  take(): readonly EngineFailure[] {
    return this.#failures.splice(0);
  }
}

/**
 * Put where a formula stands in a result that is no text: while it calculates, Univer would otherwise take the cell for a
 * blank one, which ISBLANK and COUNTA tell apart from it. Taken away again before the results reach the cells.
 */
export const NO_TEXT = '=""';

/** The plugin of the engine with its four working parts replaced by guarded ones. */
export class GuardedEnginePlugin extends UniverFormulaEnginePlugin {
  override onStarting(): void {
    super.onStarting();
    guard(this._injector, new FailureLog());
  }
}

class ExactRuntime extends FormulaRuntimeService {
  override setRuntimeData(variant: FunctionVariantType): void {
    super.setRuntimeData(variant);
    const { currentUnitId: unit, currentSubUnitId: sheet, currentRow: row, currentColumn: column } = this;
    const area = this.getUnitArrayFormula()[unit]?.[sheet]?.[row]?.[column];
    const spilled = this.getRuntimeArrayFormulaCellData()[unit]?.[sheet];
    neverBlank(this.getUnitData()[unit]?.[sheet]?.getValue(row, column));
    for (let r = area?.startRow ?? row; area && r <= area.endRow; r += 1) {
      for (let c = area.startColumn; c <= area.endColumn; c += 1) neverBlank(spilled?.getValue(r, c));
    }
  }
}

/** The cell of a formula is not blank, whatever it gives: no text is text, and the value of a blank cell is 0, as in Excel. */
function neverBlank(cell: Nullable<ICellData>): void {
  if (!cell) return;
  if (cell.v === '') cell.f = NO_TEXT;
  if (cell.v === null || cell.v === undefined) Object.assign(cell, { v: 0, t: CellValueType.NUMBER });
}

function guard(injector: Injector, log: FailureLog): void {
  class GuardedLexer extends Lexer {
    override treeBuilder(...parameters: Parameters<Lexer['treeBuilder']>): ReturnType<Lexer['treeBuilder']> {
      try {
        return super.treeBuilder(...parameters);
      } catch (error) {
        log.add({ formula: parameters[0] }, error);
        return ErrorType.VALUE;
      }
    }
  }

  class GuardedParser extends AstTreeBuilder {
    override parse(...parameters: Parameters<AstTreeBuilder['parse']>): ReturnType<AstTreeBuilder['parse']> {
      try {
        return super.parse(...parameters);
      } catch (error) {
        log.add({}, error);
        return null;
      }
    }
  }

  class GuardedInterpreter extends Interpreter {
    override execute(...parameters: Parameters<Interpreter['execute']>): FunctionVariantType {
      try {
        return super.execute(...parameters);
      } catch (error) {
        const { currentSubUnitId: sheet, currentRow: row, currentColumn: column } = injector.get(IFormulaRuntimeService);
        log.add({ cell: { sheet, row, column } }, error);
        return ErrorValueObject.create(ErrorType.VALUE);
      }
    }
  }

  class GuardedCalculation extends CalculateFormulaService {
    protected override async _executeStep(): Promise<true | undefined> {
      try {
        return await super._executeStep();
      } catch (error) {
        log.add({}, error);
        return undefined;
      }
    }
  }

  injector.add([FailureLog, { useValue: log }]);
  injector.replace([IFormulaRuntimeService, { useClass: ExactRuntime }]);
  injector.replace([Lexer, { useClass: GuardedLexer }]);
  injector.replace([AstTreeBuilder, { useClass: GuardedParser }]);
  injector.replace([Interpreter, { useClass: GuardedInterpreter }]);
  injector.replace([ICalculateFormulaService, { useClass: GuardedCalculation }]);
}
