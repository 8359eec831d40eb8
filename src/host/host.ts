/** A workbook with an engine behind it, answering the requests of Office.js clients one at a time. */
import type { WorkbookContent } from '../package/content';
import type { EngineFunction } from './backend';
import { runBatch, type ActionInfo } from './batch';
import { Book, type OpenBackend } from './model/book';
import { Workbook } from './model/workbook';
import type { Batch, BatchAnswer, RequestMessage } from './protocol';
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
    const answer = this.#queue.then(() => this.#process(batch));
    this.#queue = answer.catch(() => undefined);
    return answer;
  }

  dispose(): void {
    this.book.backend.dispose();
  }

  async #process(batch: Batch): Promise<BatchAnswer> {
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
    await this.#settle();
    this.#references.endOfBatch();
    return answer;
  }

  #settle(): Promise<void> {
    return this.book.backend.calculate(this.book.calculationMode === 'Manual' ? 'entered' : 'edited');
  }
}

/** After each `Excel.run` the client sends a request of its own that only lets go of the ranges it had kept. */
const isRelease = ({ Actions }: Batch): boolean =>
  Actions.some(({ Name }) => Name === '_RemoveReference') && Actions.every(({ Name, ActionType }) => ActionType === 1 || Name === '_RemoveReference');
