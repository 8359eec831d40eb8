/** Univer with a screen: the same engine's grid, formula bar and sheet tabs, and no calculation of its own. */
import '../iterators';
import { LocaleType, LogLevel, mergeLocales, Univer, type IDisposable } from '@univerjs/core';
import designText from '@univerjs/design/locale/en-US';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import docsText from '@univerjs/docs-ui/locale/en-US';
import { UniverFormulaEnginePlugin, type IFunctionInfo } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import sheetsText from '@univerjs/sheets/locale/en-US';
import { CalculationMode, TriggerCalculationController, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import formulaScreenText from '@univerjs/sheets-formula-ui/locale/en-US';
import formulaText from '@univerjs/sheets-formula/locale/en-US';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsNumfmtUIPlugin } from '@univerjs/sheets-numfmt-ui';
import numfmtText from '@univerjs/sheets-numfmt-ui/locale/en-US';
import { CellAlertManagerService, UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import sheetsScreenText from '@univerjs/sheets-ui/locale/en-US';
import { defaultTheme } from '@univerjs/themes';
import { UniverUIPlugin } from '@univerjs/ui';
import screenText from '@univerjs/ui/locale/en-US';
import { BehaviorSubject } from 'rxjs';
import { hiddenMenus } from './limits';
import { alertsWith, type Said } from './said';

export interface ScreenOptions {
  readonly container: HTMLElement;
  readonly functions: readonly IFunctionInfo[];
  readonly said: Said;
  readonly dark: boolean;
}

/** What the progress bar wants of the part that starts calculations; here it never has anything to report. */
const idle = { progress$: new BehaviorSubject({ done: 0, count: 0 }), clearProgress: () => undefined, dispose: () => undefined };

/** Univer's formula tools without the part that answers each change with a calculation: the host calculates. */
class FormulaWithoutCalculation extends UniverSheetsFormulaPlugin {
  override onStarting(): void {
    super.onStarting();
    this._injector.replace([TriggerCalculationController, { useValue: idle as unknown as TriggerCalculationController & IDisposable }]);
  }
}

export function startScreen({ container, functions, said, dark }: ScreenOptions): Univer {
  const univer = new Univer({
    theme: defaultTheme,
    darkMode: dark,
    logLevel: LogLevel.ERROR,
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(
        designText, screenText, docsText, sheetsText, sheetsScreenText, formulaText, formulaScreenText, numfmtText,
      ),
    },
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container, header: true, toolbar: false, footer: true, contextMenu: true });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    menu: hiddenMenus,
    formulaBar: true,
    footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: false },
    override: [[CellAlertManagerService, { useClass: alertsWith(said) }]],
  });
  univer.registerPlugin(FormulaWithoutCalculation, { initialFormulaComputing: CalculationMode.NO_CALCULATION, description: [...functions] });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  return univer;
}
