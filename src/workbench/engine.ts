/**
 * The engine of the page: one workbook behind the host, in a worker of its own. A formula that never ends keeps only the
 * worker busy, and the page can end that.
 */
import type { Rectangle } from '../host/address';
import { agreementOf } from '../host/agreement';
import { changeSheets, enterByHand, type HandEntry } from '../host/byHand';
import { customFunctionsOf, scriptRuntime, type CustomFunctions } from '../host/customFunctions';
import { HostFault } from '../host/errors';
import { Host } from '../host/host';
import { calculateOwnFormulas } from '../host/ownFormulas';
import { ReadAtWork } from '../host/readAtWork';
import { changesOf } from '../host/save';
import { openUniver } from '../host/univer/univerBackend';
import { View } from '../host/view';
import { PackageError, patchWorkbook, readLooks, readWorkbook } from '../package';
import { addresses } from './addresses';
import { NAMESPACE, type FromEngine, type ToEngine } from './messages';

/** The parts of a worker that are used here; TypeScript knows the page's globals. */
interface WorkerGlobals {
  CustomFunctions?: object;
  postMessage(message: FromEngine, transfer?: readonly Transferable[]): void;
  importScripts(address: string): void;
  onmessage: ((event: MessageEvent<ToEngine>) => void) | null;
}

const worker = globalThis as unknown as WorkerGlobals;

/** The class by which the add-in's script throws its errors. */
class FunctionError extends Error {
  constructor(readonly code: string, message?: string) {
    super(message ?? '');
  }
}

/** Runs the built functions.js, the same bytes that Excel would load. */
async function loadFunctions(): Promise<CustomFunctions> {
  const { customFunctions, runtime } = scriptRuntime(FunctionError);
  worker.CustomFunctions = customFunctions;
  worker.importScripts(addresses.functionsScript);
  const metadata = await (await fetch(addresses.functionsMetadata)).text();
  return customFunctionsOf({ runtime, metadata, namespace: NAMESPACE });
}

const openHost = (bytes: Uint8Array, custom: CustomFunctions, changed: (cell: Parameters<View['touch']>[0]) => void): Host => new Host({
  content: readWorkbook(bytes),
  openBackend: (options) => openUniver({ ...options, changed }),
  functions: custom.functions,
});

class Engine {
  readonly #host: Host;
  readonly #view: View;
  #client: MessagePort | null = null;
  /** The number of the last entry that was carried out. */
  #upTo = 0;
  #isOpening = true;

  private constructor(readonly bytes: Uint8Array<ArrayBuffer>, host: Host, view: View, readonly readAtWork: ReadAtWork) {
    this.#host = host;
    this.#view = view;
    host.onEvent = (text) => this.#client?.postMessage(text);
    host.onSettled = () => this.#tellChanges();
  }

  static async open(bytes: Uint8Array<ArrayBuffer>): Promise<Engine> {
    const custom = await loadFunctions();
    const host = openHost(bytes, custom, (cell) => view.touch(cell));
    const looks = readLooks(bytes);
    const view = new View({ book: host.book, looks, errors: () => custom.errors() });
    const engine = new Engine(bytes, host, view, await ReadAtWork.of(host.book));
    const charts = host.book.content.sheets.some(({ kind }) => kind !== undefined) ? ['sheets that are charts'] : [];
    const besides = [...new Set([...looks.values()].flatMap((look) => look.besides)), ...charts];
    worker.postMessage({ kind: 'opened', view: view.whole(), besides });
    // A file that was saved without the add-in holds #NAME? where its functions are.
    await host.byHand((book) => calculateOwnFormulas(book, NAMESPACE, engine.readAtWork));
    engine.#isOpening = false;
    return engine;
  }

  /** A pane that was loaded anew is a new client, and the one before it is gone. */
  connect(port: MessagePort): void {
    this.#client?.close();
    this.#client = port;
    port.onmessage = ({ data }: MessageEvent<string>) => {
      void this.#host.answer(data).then((answer) => port.postMessage(answer));
    };
  }

  async enter(number: number, sheet: string, entries: readonly HandEntry[]): Promise<void> {
    await this.#host.byHand((book) => {
      // What is refused is shown again as it is, and no longer as it was typed.
      for (const { row, column } of entries) this.#view.touch({ sheet, row, column });
      this.#upTo = number;
      enterByHand(book, sheet, entries);
    });
  }

  select(sheetId: string, areas: readonly Rectangle[]): void {
    const sheet = this.#host.book.findSheet(sheetId);
    const [area] = areas;
    if (sheet === null || area === undefined) return;
    this.#host.select({ sheet, area, isSeveral: areas.length > 1 });
    this.#view.selectionShown();
  }

  async change(action: Parameters<typeof changeSheets>[1]): Promise<void> {
    await this.#host.byHand((book) => changeSheets(book, action));
  }

  async save(): Promise<void> {
    await this.#host.byHand(async (book) => {
      const { changes, unsaved, outOfDate } = changesOf(book, NAMESPACE, { moved: await this.readAtWork.moved() });
      const bytes = patchWorkbook(this.bytes, changes) as Uint8Array<ArrayBuffer>;
      worker.postMessage({ kind: 'saved', bytes, notes: [...unsaved, ...outOfDate.map(({ cell, text }) => `${cell}: ${text}`)] }, [bytes.buffer]);
    });
  }

  #tellChanges(): void {
    const change = this.#view.changes();
    if (change !== null) worker.postMessage({ kind: 'changed', change, upTo: this.#upTo, isOwn: this.#isOpening });
  }
}

async function compare(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const host = openHost(bytes, await loadFunctions(), () => undefined);
  await host.book.backend.calculate('all');
  worker.postMessage({ kind: 'compared', agreement: agreementOf(host.book) });
}

let engine: Promise<Engine> | null = null;

worker.onmessage = ({ data }) => {
  void handle(data).catch((error: unknown) => {
    const text = textOf(error);
    worker.postMessage(data.kind === 'entered' || data.kind === 'sheet' ? { kind: 'refused', text } : { kind: 'failed', text });
  });
};

async function handle(message: ToEngine): Promise<void> {
  if (message.kind === 'open') {
    engine = Engine.open(message.bytes);
    await engine;
    return;
  }
  if (message.kind === 'compare') return compare(message.bytes);
  const opened = await engine;
  if (opened === null) throw new Error('No workbook is open.');
  switch (message.kind) {
    case 'client': return opened.connect(message.port);
    case 'entered': return opened.enter(message.number, message.sheet, message.entries);
    case 'selected': return opened.select(message.sheet, message.areas);
    case 'sheet': return opened.change(message.action);
    case 'save': return opened.save();
  }
}

function textOf(error: unknown): string {
  if (error instanceof PackageError) return error.text;
  if (error instanceof HostFault) return error.message;
  return `The workbench failed: ${error instanceof Error ? error.message : String(error)}. The file on your disk is unchanged.`;
}
