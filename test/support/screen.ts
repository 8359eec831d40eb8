/** A workbook made by hand behind a host, with a screen that follows it. */
import type { EngineFunction } from '../../src/host/backend';
import { enterByHand, type HandEntry } from '../../src/host/byHand';
import { Host } from '../../src/host/host';
import { openUniver } from '../../src/host/univer/univerBackend';
import { View, type BookChange } from '../../src/host/view';
import type { SheetLook } from '../../src/package';
import type { WorkbookContent } from '../../src/package/content';
import { aSheet, aWorkbook } from './hostedWorkbook';

/** Doubles its argument; refuses what is negative, with a sentence. */
export const twice: EngineFunction = {
  name: 'BASIS.TWICE',
  minimumArguments: 1,
  maximumArguments: 1,
  call: ([given]) => {
    const value = given?.kind === 'cells' ? given.cells[0]![0]! : given?.kind === 'value' ? given.value : null;
    return typeof value === 'number' && value >= 0 ? value * 2 : { error: '#VALUE!' };
  },
};

export const client = (): WorkbookContent => aWorkbook([
  aSheet('Accounts', { A1: 'SEP', B1: 50000, B2: ['=B1*2', 100000], C1: { value: null, numberFormat: '@' } }),
  aSheet('Locked', { A1: 1 }, { protected: true }),
]);

export interface Screen {
  readonly host: Host;
  readonly view: View;
  readonly sheet: (name: string) => string;
  /** What a screen would be told after what was done before. */
  readonly told: () => BookChange | null;
}

const open: Host[] = [];

/** To be called after each test. */
export const closeScreens = (): void => open.splice(0).forEach((host) => host.dispose());

export function screenOf(content: WorkbookContent, looks: ReadonlyMap<string, SheetLook> = new Map()): Screen {
  const host = new Host({
    content,
    functions: [twice],
    openBackend: (options) => openUniver({ ...options, changed: (cell) => view.touch(cell) }),
  });
  open.push(host);
  const sheet = (name: string): string => host.book.findSheet(name)!.id;
  const view = new View({
    book: host.book,
    looks,
    errors: () => [{ position: { sheet: sheet('Accounts'), row: 4, column: 0 }, code: '#VALUE!', text: 'The amount is below zero.' }],
  });
  let change: BookChange | null = null;
  host.onSettled = () => { change = view.changes(); };
  return { host, view, sheet, told: () => change };
}

export const enter = ({ host, sheet }: Screen, name: string, entries: readonly HandEntry[]): Promise<void> =>
  host.byHand((book) => enterByHand(book, sheet(name), entries));

export const at = (row: number, column: number, value: string | number | boolean | null): HandEntry => ({ row, column, content: { value } });
export const formula = (row: number, column: number, text: string): HandEntry => ({ row, column, content: { formula: text } });
