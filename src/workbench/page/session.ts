/**
 * What the person does on the page, and what comes of it. It knows no screen but the grid: the parts of the page show its
 * state and call its methods.
 */
import type { Agreement } from '../../host/agreement';
import { Grid } from '../../host/univer/grid/grid';
import { addresses } from '../addresses';
import { NAMESPACE, type FromEngine, type ToEngine } from '../messages';
import { fromPane, type ToPane } from '../paneMessages';
import { agreementInWords, type AgreementInWords } from './agreementWords';

export interface PageState {
  /** The file that is open, or being opened. */
  readonly fileName: string | null;
  readonly work: 'opening' | 'saving' | null;
  /** What was done last; spoken to those who hear the page. */
  readonly status: string;
  /** Something that was not done, or that must be known; until it is closed or something else takes its place. */
  readonly notice: { readonly kind: 'refused' | 'failed' | 'told'; readonly text: string; readonly details: readonly string[] } | null;
  readonly agreement: AgreementInWords | null;
  /** The sentence of the error in the selected cell. */
  readonly cellSentence: string | null;
  readonly isPaneShown: boolean;
  readonly isChanged: boolean;
  /** Grows with each workbook: the pane is loaded anew for it. */
  readonly generation: number;
}

const startState: PageState = {
  fileName: null, work: null, status: '', notice: null, agreement: null, cellSentence: null, isPaneShown: true, isChanged: false, generation: 0,
};

/** Comparing a file with what Excel saved may take long, and some formulas never end. */
const COMPARISON_MS = 60_000;

export class Session {
  #state = startState;
  readonly #listeners = new Set<() => void>();
  #container: HTMLElement | null = null;
  #pane: HTMLIFrameElement | null = null;
  #engine: Worker | null = null;
  #comparing: Worker | null = null;
  #grid: Grid | null = null;
  /** Changes that came while the grid was being drawn. */
  #waitingChanges: Extract<FromEngine, { kind: 'changed' }>[] = [];
  #selected: { readonly sheet: string; readonly row: number; readonly column: number } | null = null;
  /** A pane that asked for its client before the workbook was there. */
  #waitingClient: MessagePort | null = null;
  readonly #dark = window.matchMedia('(prefers-color-scheme: dark)');

  constructor() {
    window.addEventListener('message', (event) => this.#hearPane(event));
    window.addEventListener('beforeunload', (event) => {
      if (this.#state.isChanged) event.preventDefault();
    });
    this.#dark.addEventListener('change', () => {
      this.#grid?.setDark(this.#dark.matches);
      this.#tellPane({ kind: 'theme', dark: this.#dark.matches });
    });
  }

  readonly state = (): PageState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The places on the page for the grid and the pane. */
  readonly takeContainer = (container: HTMLElement | null): void => {
    this.#container = container;
  };

  readonly takePane = (pane: HTMLIFrameElement | null): void => {
    this.#pane = pane;
  };

  async openSample(name: string): Promise<void> {
    const answer = await fetch(addresses.samples + encodeURIComponent(name));
    if (!answer.ok) {
      this.#set({ notice: { kind: 'failed', text: `The sample ${name} could not be loaded. Is the workbench still running where you started it?`, details: [] } });
      return;
    }
    this.#open(name, new Uint8Array(await answer.arrayBuffer()));
  }

  async openFile(file: File): Promise<void> {
    this.#open(file.name, new Uint8Array(await file.arrayBuffer()));
  }

  save(): void {
    if (this.#grid === null || this.#state.work !== null) return;
    this.#set({ work: 'saving', status: 'Saving.' });
    this.#send({ kind: 'save' });
  }

  showPane(isPaneShown: boolean): void {
    if (isPaneShown === this.#state.isPaneShown) return;
    this.#set({ isPaneShown });
    this.#tellPane({ kind: 'visibility', visible: isPaneShown });
  }

  closeNotice(): void {
    this.#set({ notice: null });
  }

  #open(fileName: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.#engine?.terminate();
    this.#comparing?.terminate();
    this.#grid?.dispose();
    this.#grid = null;
    this.#waitingChanges = [];
    this.#comparing = null;
    this.#selected = null;
    this.#waitingClient = null;
    this.#container?.replaceChildren();
    const engine = new Worker(addresses.engine);
    this.#engine = engine;
    engine.onmessage = ({ data }: MessageEvent<FromEngine>) => this.#hearEngine(data, fileName, bytes);
    engine.onerror = () => this.#fail(`The engine of the page could not be started. Load the page again.`);
    this.#set({
      ...startState,
      fileName,
      work: 'opening',
      status: `Opening ${fileName}.`,
      isPaneShown: this.#state.isPaneShown,
      generation: this.#state.generation + 1,
    });
    this.#send({ kind: 'open', bytes });
  }

  #hearEngine(message: FromEngine, fileName: string, bytes: Uint8Array<ArrayBuffer>): void {
    switch (message.kind) {
      case 'opened': return void this.#showBook(message, fileName, bytes);
      case 'changed':
        if (this.#grid === null) this.#waitingChanges.push(message);
        else this.#showChange(this.#grid, message);
        return;
      case 'refused': return this.#set({ notice: { kind: 'refused', text: message.text, details: [] }, status: '' });
      case 'saved': return this.#handOver(fileName, message.bytes, message.notes);
      case 'compared': return this.#tellAgreement(message.agreement);
      case 'failed': return this.#fail(message.text);
    }
  }

  async #showBook({ view, besides }: Extract<FromEngine, { kind: 'opened' }>, fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const engine = this.#engine;
    const metadata = await (await fetch(addresses.functionsMetadata)).text();
    if (this.#engine !== engine || this.#container === null) return;
    const container = document.createElement('div');
    container.className = 'grid-screen';
    this.#container.replaceChildren(container);
    const grid = await Grid.open({
      container,
      functions: { metadata, namespace: NAMESPACE },
      view,
      dark: this.#dark.matches,
      listener: {
        entered: (number, sheet, entries) => {
          this.#forgetRefusal();
          this.#send({ kind: 'entered', number, sheet, entries });
        },
        selected: (sheet, areas) => {
          this.#forgetRefusal();
          this.#selected = { sheet, row: areas[0]!.top, column: areas[0]!.left };
          this.#send({ kind: 'selected', sheet, areas });
          this.#showSentence();
        },
        sheetWanted: (action) => this.#send({ kind: 'sheet', action }),
        refused: (text) => this.#set({ notice: { kind: 'refused', text, details: [] } }),
      },
    });
    if (this.#engine !== engine) {
      grid.dispose();
      return;
    }
    this.#grid = grid;
    for (const change of this.#waitingChanges.splice(0)) this.#showChange(grid, change);
    this.#set({
      work: null,
      status: `${fileName} is open.`,
      notice: besides.length === 0 ? null : { kind: 'told', text: `${fileName} also has what this page does not show; saving keeps it:`, details: besides },
    });
    this.#connect();
    this.#compare(bytes);
  }

  #showChange(grid: Grid, { change, upTo, isOwn }: Extract<FromEngine, { kind: 'changed' }>): void {
    grid.show(change, upTo);
    this.#showSentence();
    const isChanged = change.sheets !== undefined || Object.keys(change.cells).length > 0;
    if (isChanged && !isOwn && !this.#state.isChanged) this.#set({ isChanged });
  }

  #compare(bytes: Uint8Array<ArrayBuffer>): void {
    const comparing = new Worker(addresses.engine);
    this.#comparing = comparing;
    const end = (): void => {
      clearTimeout(limit);
      comparing.terminate();
    };
    const limit = setTimeout(() => {
      end();
      if (this.#comparing === comparing) this.#set({ agreement: agreementInWords(null) });
    }, COMPARISON_MS);
    comparing.onmessage = ({ data }: MessageEvent<FromEngine>) => {
      end();
      if (this.#comparing === comparing) this.#tellAgreement(data.kind === 'compared' ? data.agreement : null);
    };
    comparing.postMessage({ kind: 'compare', bytes } satisfies ToEngine);
  }

  #tellAgreement(agreement: Agreement | null): void {
    this.#set({ agreement: agreementInWords(agreement) });
  }

  /** The browser keeps the file where it keeps downloads, or asks. */
  #handOver(fileName: string, bytes: Uint8Array<ArrayBuffer>, notes: readonly string[]): void {
    const address = URL.createObjectURL(new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    this.#set({
      work: null,
      isChanged: false,
      status: `${fileName} was saved with your downloads.`,
      notice: notes.length === 0 ? null : { kind: 'told', text: `${fileName} was saved. What could not be put into it:`, details: notes },
    });
  }

  #fail(text: string): void {
    this.#set({ work: null, status: '', notice: { kind: 'failed', text, details: [] } });
  }

  #hearPane({ source, data, ports }: MessageEvent): void {
    if (source === null || source !== this.#pane?.contentWindow) return;
    const message = fromPane(data);
    if (message?.kind === 'show') this.showPane(true);
    if (message?.kind === 'hide') this.showPane(false);
    if (message?.kind === 'connect') {
      this.#waitingClient = ports[0] ?? null;
      this.#tellPane({ kind: 'theme', dark: this.#dark.matches });
      this.#connect();
    }
  }

  #connect(): void {
    if (this.#grid === null || this.#waitingClient === null) return;
    this.#send({ kind: 'client', port: this.#waitingClient }, [this.#waitingClient]);
    this.#waitingClient = null;
  }

  #tellPane(message: ToPane): void {
    this.#pane?.contentWindow?.postMessage({ iraBasis: message }, window.location.origin);
  }

  #send(message: ToEngine, transfer: Transferable[] = []): void {
    this.#engine?.postMessage(message, transfer);
  }

  /** What was refused is of no interest once something else is being done. */
  #forgetRefusal(): void {
    if (this.#state.notice?.kind === 'refused') this.#set({ notice: null });
  }

  #showSentence(): void {
    const { sheet, row, column } = this.#selected ?? { sheet: '', row: 0, column: 0 };
    const cellSentence = this.#grid?.sentenceAt(sheet, row, column) ?? null;
    if (cellSentence !== this.#state.cellSentence) this.#set({ cellSentence });
  }

  #set(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
