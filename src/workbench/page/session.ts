/**
 * What the person does on the page, and what comes of it. It knows no screen but the grid: the parts of the page show its
 * state and call its methods.
 */
import { Grid } from '../../host/univer/grid/grid';
import { addresses } from '../addresses';
import { NAMESPACE, type FromEngine, type ToEngine } from '../messages';
import { fromPane, type ToPane } from '../paneMessages';
import { agreementInWords, type AgreementInWords } from './agreementWords';
import { chartsInWords } from './chartWords';
import { goRound } from './keys';

export interface PageState {
  readonly fileName: string | null;
  /** The file that is being opened while another one, or none, is still shown. */
  readonly opening: string | null;
  readonly isSaving: boolean;
  /** What was done last; spoken to those who hear the page. */
  readonly status: string;
  /** Something that was not done, or that must be known; until it is closed or something else takes its place. */
  readonly notice: { readonly kind: 'refused' | 'failed' | 'told'; readonly text: string; readonly details: readonly string[] } | null;
  readonly agreement: AgreementInWords | null;
  /** What is to be said of the selected cell, for example why it shows an error. */
  readonly cellSentence: string | null;
  readonly isPaneShown: boolean;
  readonly isChanged: boolean;
  /** Grows with each workbook: the pane is loaded anew for it. */
  readonly generation: number;
}

/** Comparing a file with what Excel saved may take long, and some formulas never end. */
const COMPARISON_MS = 60_000;
/** How long an entry may take before the page says that it is calculating. */
const PATIENCE_MS = 1_000;

/** What belongs to the workbook that is open. */
interface Opened {
  readonly engine: Worker;
  readonly fileName: string;
  grid: Grid | null;
  /** Changes that came while the grid was being drawn. */
  waiting: Extract<FromEngine, { kind: 'changed' }>[];
  /** Sheets of whose charts it was told, by id. */
  readonly withCharts: Set<string>;
  /** Ended when the comparison is. */
  comparing: Worker | null;
  /** The number of the last entry that was sent, and the clock that runs until it is answered. */
  entered: number;
  patience: ReturnType<typeof setTimeout> | undefined;
}

export class Session {
  #state: PageState = {
    fileName: null, opening: null, isSaving: false, status: '', notice: null, agreement: null, cellSentence: null, isPaneShown: true,
    isChanged: false, generation: 0,
  };
  readonly #listeners = new Set<() => void>();
  #container: HTMLElement | null = null;
  #pane: HTMLIFrameElement | null = null;
  /** The engine in which a file is being opened. */
  #opening: Worker | null = null;
  #opened: Opened | null = null;
  #selected = { sheet: '', row: 0, column: 0 };
  /** A pane that asked for its client before the grid was drawn. */
  #waitingClient: MessagePort | null = null;
  readonly #dark = window.matchMedia('(prefers-color-scheme: dark)');

  constructor() {
    window.addEventListener('message', (event) => this.#hearPane(event));
    window.addEventListener('beforeunload', (event) => {
      if (this.#state.isChanged) event.preventDefault();
    });
    this.#dark.addEventListener('change', () => {
      this.#opened?.grid?.setDark(this.#dark.matches);
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
    const bytes = await fetched(addresses.samples + encodeURIComponent(name));
    if (bytes === null) this.#say('failed', `The sample ${name} could not be loaded. Is the workbench still running where you started it?`);
    else this.#open(name, bytes);
  }

  async openFile(file: File): Promise<void> {
    this.#open(file.name, new Uint8Array(await file.arrayBuffer()));
  }

  readonly save = (): void => {
    if (this.#opened === null || this.#state.isSaving) return;
    this.#set({ isSaving: true, status: 'Saving.' });
    this.#send({ kind: 'save' });
  };

  readonly focusSheet = (): void => this.#opened?.grid?.focus();

  showPane(isPaneShown: boolean): void {
    if (isPaneShown === this.#state.isPaneShown) return;
    this.#set({ isPaneShown });
    this.#tellPane({ kind: 'visibility', visible: isPaneShown });
  }

  closeNotice(): void {
    this.#set({ notice: null });
  }

  /** A file that cannot be opened leaves the one that is open as it is. */
  #open(fileName: string, bytes: Uint8Array<ArrayBuffer>): void {
    this.#opening?.terminate();
    const engine = new Worker(addresses.engine);
    this.#opening = engine;
    this.#set({ opening: fileName, status: `Opening ${fileName}.`, notice: null });
    engine.onerror = () => this.#giveUp(engine, 'The engine of the page stopped. Load the page again; the file on your disk is unchanged.');
    engine.onmessage = ({ data }: MessageEvent<FromEngine>) => {
      if (data.kind === 'opened') void this.#take(engine, data, fileName, bytes);
      else if (data.kind === 'failed' && engine === this.#opening) this.#giveUp(engine, `${fileName} was not opened. ${data.text}`);
      else if (engine === this.#opened?.engine) this.#hear(this.#opened, data);
    };
    engine.postMessage({ kind: 'open', bytes } satisfies ToEngine);
  }

  #giveUp(engine: Worker, text: string): void {
    engine.terminate();
    if (this.#opening === engine) this.#opening = null;
    this.#set({ opening: null, isSaving: false });
    this.#say('failed', text);
  }

  /** The workbook takes the place of the one before it. */
  async #take(engine: Worker, { view, besides }: Extract<FromEngine, { kind: 'opened' }>, fileName: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const metadata = await fetched(addresses.functionsMetadata);
    if (engine !== this.#opening || this.#container === null || metadata === null) {
      this.#giveUp(engine, `${fileName} was not opened. Is the workbench still running where you started it?`);
      return;
    }
    this.#close();
    const opened: Opened = { engine, fileName, grid: null, waiting: [], withCharts: new Set(), comparing: null, entered: 0, patience: undefined };
    this.#opening = null;
    this.#opened = opened;
    this.#waitingClient = null;
    this.#set({ agreement: null, cellSentence: null, fileName, isChanged: false, generation: this.#state.generation + 1 });
    const container = document.createElement('div');
    container.className = 'grid-screen';
    this.#container.replaceChildren(container);
    const grid = await Grid.open({
      container,
      functions: { metadata: new TextDecoder().decode(metadata), namespace: NAMESPACE },
      view,
      dark: this.#dark.matches,
      listener: {
        entered: (number, sheet, entries) => {
          this.#forgetRefusal();
          this.#waitFor(opened, number);
          this.#send({ kind: 'entered', number, sheet, entries });
        },
        selected: (sheet, areas) => {
          this.#forgetRefusal();
          this.#selected = { sheet, row: areas[0]!.top, column: areas[0]!.left };
          this.#send({ kind: 'selected', sheet, areas });
          this.#showSentence();
        },
        sheetWanted: (action) => this.#send({ kind: 'sheet', action }),
        refused: (text) => this.#say('refused', text),
      },
    });
    opened.grid = grid;
    for (const change of opened.waiting.splice(0)) this.#showChange(opened, change);
    this.#set({ opening: null, status: `${fileName} is open.` });
    if (besides.length > 0) this.#say('told', `${fileName} also has what this page does not show; saving keeps it:`, besides);
    this.#connect();
    this.#compare(opened, bytes);
  }

  /** Ends everything that belongs to the workbook that was open. */
  #close(): void {
    if (this.#opened === null) return;
    const { engine, comparing, grid, patience } = this.#opened;
    this.#opened = null;
    clearTimeout(patience);
    engine.terminate();
    comparing?.terminate();
    grid?.dispose();
  }

  #hear(opened: Opened, message: FromEngine): void {
    switch (message.kind) {
      case 'changed':
        if (opened.grid === null) opened.waiting.push(message);
        else this.#showChange(opened, message);
        return;
      case 'refused': return this.#say('refused', message.text);
      case 'saved': return this.#handOver(opened.fileName, message.bytes, message.notes);
      case 'failed':
        this.#set({ isSaving: false });
        return this.#say('failed', message.text);
      case 'opened':
      case 'compared': return;
    }
  }

  #showChange(opened: Opened, { change, upTo, isOwn }: Extract<FromEngine, { kind: 'changed' }>): void {
    opened.grid?.show(change, upTo);
    if (upTo >= opened.entered) this.#stopWaiting(opened);
    this.#showSentence();
    const isChanged = change.sheets !== undefined || Object.keys(change.cells).length > 0;
    if (isChanged && !isOwn && !this.#state.isChanged) this.#set({ isChanged, status: '' });
    const charts = chartsInWords(change.sheets ?? [], opened.withCharts);
    if (charts !== null) this.#set({ status: charts });
  }

  #waitFor(opened: Opened, number: number): void {
    opened.entered = number;
    opened.patience ??= setTimeout(() => this.#set({ status: 'Calculating.' }), PATIENCE_MS);
  }

  #stopWaiting(opened: Opened): void {
    clearTimeout(opened.patience);
    opened.patience = undefined;
    if (this.#state.status === 'Calculating.') this.#set({ status: '' });
  }

  #compare(opened: Opened, bytes: Uint8Array<ArrayBuffer>): void {
    const comparing = new Worker(addresses.engine);
    opened.comparing = comparing;
    const tell = (message: FromEngine | null): void => {
      clearTimeout(limit);
      comparing.terminate();
      if (opened === this.#opened) this.#set({ agreement: agreementInWords(message?.kind === 'compared' ? message.agreement : null) });
    };
    const limit = setTimeout(() => tell(null), COMPARISON_MS);
    comparing.onmessage = ({ data }: MessageEvent<FromEngine>) => tell(data);
    comparing.onerror = () => tell(null);
    comparing.postMessage({ kind: 'compare', bytes } satisfies ToEngine);
  }

  /** The browser keeps the file where it keeps downloads, or asks. */
  #handOver(fileName: string, bytes: Uint8Array<ArrayBuffer>, notes: readonly string[]): void {
    const address = URL.createObjectURL(new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), COMPARISON_MS);
    this.#set({ isSaving: false, isChanged: false, notice: null, status: `${fileName} was saved with your downloads.` });
    if (notes.length > 0) this.#say('told', `${fileName} was saved. What could not be put into it:`, notes);
  }

  #hearPane({ source, data, ports }: MessageEvent): void {
    if (source === null || source !== this.#pane?.contentWindow) return;
    const message = fromPane(data);
    if (message?.kind === 'show') this.showPane(true);
    if (message?.kind === 'hide') this.showPane(false);
    if (message?.kind === 'leave') goRound(document, this, message.back);
    if (message?.kind === 'connect') {
      this.#waitingClient = ports[0] ?? null;
      this.#tellPane({ kind: 'theme', dark: this.#dark.matches });
      this.#connect();
    }
  }

  #connect(): void {
    if (!this.#opened?.grid || this.#waitingClient === null) return;
    this.#send({ kind: 'client', port: this.#waitingClient }, [this.#waitingClient]);
    this.#waitingClient = null;
  }

  #tellPane(message: ToPane): void {
    this.#pane?.contentWindow?.postMessage({ iraBasis: message }, window.location.origin);
  }

  #send(message: ToEngine, transfer: Transferable[] = []): void {
    this.#opened?.engine.postMessage(message, transfer);
  }

  /** What was refused is of no interest once something else is being done. */
  #forgetRefusal(): void {
    if (this.#state.notice?.kind === 'refused') this.#set({ notice: null });
  }

  #showSentence(): void {
    const { sheet, row, column } = this.#selected;
    const cellSentence = this.#opened?.grid?.sentenceAt(sheet, row, column) ?? null;
    if (cellSentence !== this.#state.cellSentence) this.#set({ cellSentence });
  }

  #say(kind: NonNullable<PageState['notice']>['kind'], text: string, details: readonly string[] = []): void {
    this.#set({ notice: { kind, text, details } });
  }

  #set(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** What the server has under an address; `null` where it has nothing or does not answer. */
async function fetched(address: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const answer = await fetch(address);
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null; // the server has ended
  }
}
