/** Excel.Workbook, the root of every request, and Excel.Application. */
import { oneCell } from '../address';
import { HostFault } from '../errors';
import type { Book, CalculationMode } from './book';
import { choiceArgument, HostObject } from './hostObject';
import { NamedItemCollection } from './names';
import { Range } from './range';
import { TableCollection } from './table';
import { WorksheetCollection } from './worksheet';

export class Workbook extends HostObject {
  readonly className = 'Workbook';
  override readonly navigation = ['application', 'names', 'protection', 'tables', 'worksheets'];

  constructor(readonly book: Book) {
    super();
  }

  get application(): Application {
    return new Application(this.book);
  }
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.book, null);
  }
  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.book);
  }
  get tables(): TableCollection {
    return new TableCollection(this.book, null);
  }
  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.book);
  }
  get usePrecisionAsDisplayed(): boolean {
    return this.book.content.precisionAsDisplayed;
  }
  get use1904DateSystem(): boolean {
    return this.book.content.date1904;
  }

  getSelectedRange(): Range {
    const { sheet, area, isSeveral } = this.book.selection;
    if (isSeveral) throw new HostFault('InvalidSelection', 'Several areas are selected; they are not one range.');
    return new Range(this.book, sheet, area);
  }
  getActiveCell(): Range {
    const { sheet, area } = this.book.selection;
    return new Range(this.book, sheet, oneCell(area.top, area.left));
  }
}

export class Application extends HostObject {
  readonly className = 'Application';

  constructor(readonly book: Book) {
    super();
  }

  get calculationMode(): CalculationMode {
    return this.book.calculationMode;
  }
  set calculationMode(value: unknown) {
    this.book.calculationMode = choiceArgument(value, 'calculationMode', ['Automatic', 'AutomaticExceptTables', 'Manual']);
  }

  suspendApiCalculationUntilNextSync(): void {
    this.book.calculationSuspended = true;
  }
  suspendScreenUpdatingUntilNextSync(): void {
    // Nothing to do: there is no screen to hold still.
  }
  async calculate(kind: unknown): Promise<void> {
    const wanted = choiceArgument(kind, 'calculationType', ['Recalculate', 'Full', 'FullRebuild']);
    await this.book.backend.calculate(wanted === 'Recalculate' ? 'edited' : 'all');
  }
}

export class WorkbookProtection extends HostObject {
  readonly className = 'WorkbookProtection';

  constructor(readonly book: Book) {
    super();
  }

  get protected(): boolean {
    return this.book.content.structureProtected;
  }
}
