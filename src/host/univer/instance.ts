/** One Univer, without a screen, holding one workbook. Instances are never used for a second workbook: results went wrong. */
import './iterators';
import { ICommandService, LocaleType, LogLevel, Univer, UniverInstanceType, type Injector, type Nullable, type Workbook } from '@univerjs/core';
import { IFunctionService, type BaseFunction, type IFunctionNames } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import type { EngineFunction } from '../backend';
import { GuardedEnginePlugin } from './engine';
import { functionClasses } from './functions';

export interface UniverInstance {
  readonly unitId: string;
  readonly injector: Injector;
  readonly workbook: Workbook;
  /** A change to the workbook, which no other reader of Univer's commands is to answer with a calculation of its own. */
  execute(mutation: string, parameters: object): void;
  dispose(): void;
}

/**
 * Text in a formula that looks like an amount, a share or a date ("$5", "1/2") Univer hands to most functions as the number.
 * Excel does so only where a number is wanted; these functions take text, compare it or pass it on.
 */
const TAKES_TEXT = [
  'EXACT', 'ISTEXT', 'ISNONTEXT', 'ISNUMBER', 'T', 'UPPER', 'LOWER', 'PROPER', 'TRIM', 'CLEAN', 'SUBSTITUTE', 'REPLACE', 'REPT', 'MID', 'RIGHT',
  'FIND', 'SEARCH', 'CODE', 'TEXTJOIN', 'TEXTBEFORE', 'TEXTAFTER', 'TEXTSPLIT', 'IF', 'IFS', 'IFERROR', 'IFNA', 'CHOOSE', 'SWITCH',
  'MATCH', 'XMATCH', 'LOOKUP', 'VLOOKUP', 'HLOOKUP', 'XLOOKUP',
];

function keepTextAsText(executor: Nullable<BaseFunction>): void {
  if (executor) executor.isArgumentsIgnoreNumberPattern = () => true;
}

let started = 0;

export function startUniver(functions: readonly EngineFunction[]): UniverInstance {
  // Univer's caches outlive its instances and know workbooks by their id.
  const unitId = `workbook-${(started += 1)}`;
  const univer = new Univer({ locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: {} }, logLevel: LogLevel.SILENT });
  univer.registerPlugin(GuardedEnginePlugin, { function: functionClasses(functions) });
  univer.registerPlugin(UniverSheetsPlugin);
  const workbook = univer.createUnit(UniverInstanceType.UNIVER_SHEET, { id: unitId, sheetOrder: [], sheets: {} }) as Workbook;
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  for (const name of TAKES_TEXT) keepTextAsText(injector.get(IFunctionService).getExecutor(name as IFunctionNames));
  return {
    unitId,
    injector,
    workbook,
    execute: (mutation, parameters) => {
      if (commands.syncExecuteCommand(mutation, { unitId, ...parameters }, { onlyLocal: true }) === false) {
        throw new Error(`Univer refused ${mutation}.`);
      }
    },
    dispose: () => univer.dispose(),
  };
}
