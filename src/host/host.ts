/** A workbook with an engine behind it, answering the requests of Office.js clients one at a time. */
import type { WorkbookContent } from '../package/content';
import type { EngineFunction } from './backend';
import { runBatch, type ActionInfo } from './batch';
import { Book, type OpenBackend, type Selection } from './model/book';
import { Workbook } from './model/workbook';
import { eventMessage, type Batch, type BatchAnswer, type RequestMessage } from './protocol';
import { References } from './references';

export interface HostOptions {
  readonly content: WorkbookContent;
  readonly openBackend: OpenBackend;
  /** The add-in's custom functions. */
  readonly functions?: readonly EngineFunction[];
}

const REQUEST = 1;
const ANSWER = 2;

export class Host {
  readonly book: Book;
  /** Called before each action; a HostFault thrown by it makes that action fail. */
  onAction: ((info: ActionInfo) => void) | null = null;
  /** Requests answered, without those in which the client only lets go of ranges. */
  batches = 0;
  /** Actions in those requests. */
  actions = 0;
  /** Called with each message that Excel would send by itself, as text for the client. */
  onEvent: ((text: string) => void) | null = null;
  /** Called when a request, or what a person did, is done and the cells are up to date. */
  onSettled: (() => void) | null = null;
  readonly #references = new References();
  #queue: Promise<unknown> = Promise.resolve();

  constructor({ content, openBackend, functions = [] }: HostOptions) {
    this.book = new Book(content, openBackend, functions);
  }

  /** One message of the client, as text, and the text that answers it. */
  async answer(text: string): Promise<string> {
    const request = JSON.parse(text) as RequestMessage;
    const { id, type, message } = request;
    if (type !== REQUEST || message.url !== 'ProcessQuery') {
      const body = { error: { code: 'ApiNotFound', message: `Requests to ${message.url} are not part of this host.` } };
      return JSON.stringify({ type: ANSWER, id, message: { statusCode: 404, headers: {}, body } });
    }
    const body = await this.process(message.body);
    return JSON.stringify({ type: ANSWER, id, message: { statusCode: 200, headers: {}, body } });
  }

  /** One batch, after all that came before it. */
  process(batch: Batch): Promise<BatchAnswer> {
    return this.#inTurn(() => this.#process(batch));
  }

  /** What a person does to the workbook by hand, in turn with the requests. */
  byHand<Result>(act: (book: Book) => Result | Promise<Result>): Promise<Result> {
    return this.#inTurn(async () => {
      const before = this.book.selection;
      try {
        return await act(this.book);
      } finally {
        await this.#done(before);
      }
    });
  }

  /** Where the person is now; heard at once, because a selection changes no cell. */
  select(selection: Selection): void {
    if (isSame(this.book.selection, selection)) return;
    this.book.selection = selection;
    this.onEvent?.(eventMessage('selectionChanged'));
  }

  /** Calculates every formula, after all requests that came before; what was saved is then only in `book.content`. */
  recalculate(): Promise<void> {
    return this.#inTurn(() => this.book.backend.calculate('all'));
  }

  dispose(): void {
    this.book.backend.dispose();
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #process(batch: Batch): Promise<BatchAnswer> {
    const before = this.book.selection;
    const counts = !isRelease(batch);
    if (counts) {
      this.batches += 1;
      this.actions += batch.Actions.length;
    }
    const number = this.batches;
    const answer = await runBatch(batch, {
      root: new Workbook(this.book),
      references: this.#references,
      settle: () => (this.book.calculationSuspended ? Promise.resolve() : this.#settle()),
      beforeAction: (info) => {
        if (counts) this.onAction?.({ ...info, batch: number });
      },
    });
    this.book.calculationSuspended = false;
    await this.#done(before);
    this.#references.endOfBatch();
    return answer;
  }

  async #done(before: Selection): Promise<void> {
    await this.#settle();
    if (!isSame(before, this.book.selection)) this.onEvent?.(eventMessage('selectionChanged'));
    this.onSettled?.();
  }

  #settle(): Promise<void> {
    return this.book.backend.calculate(this.book.calculationMode === 'Manual' ? 'entered' : 'edited');
  }
}

const isSame = (a: Selection, b: Selection): boolean =>
  a.sheet === b.sheet && (a.isSeveral ?? false) === (b.isSeveral ?? false)
  && a.area.top === b.area.top && a.area.left === b.area.left && a.area.bottom === b.area.bottom && a.area.right === b.area.right;

/** After each `Excel.run` the client sends a request of its own that only lets go of the ranges it had kept. */
const isRelease = ({ Actions }: Batch): boolean =>
  Actions.some(({ Name }) => Name === '_RemoveReference') && Actions.every(({ Name, ActionType }) => ActionType === 1 || Name === '_RemoveReference');
