/** What the page and its engine say to each other. The engine is a worker: however long it calculates, the page answers. */
import type { Agreement } from '../host/agreement';
import type { Rectangle } from '../host/address';
import type { HandEntry, SheetAction } from '../host/byHand';
import type { BookChange, BookView } from '../host/view';

/** What stands before the dot in a formula. */
export const NAMESPACE = 'BASIS';

export interface Workbook {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type ToEngine =
  /** The answer is `opened` or `failed`. */
  | ({ readonly kind: 'open' } & Workbook)
  /** A client of Office.js; its port is transferred with the message. */
  | { readonly kind: 'client'; readonly port: MessagePort }
  | { readonly kind: 'entered'; readonly number: number; readonly sheet: string; readonly entries: readonly HandEntry[] }
  | { readonly kind: 'selected'; readonly sheet: string; readonly areas: readonly Rectangle[] }
  | { readonly kind: 'sheet'; readonly action: SheetAction }
  /** The answer is `saved` or `failed`. */
  | { readonly kind: 'save' }
  /** Calculates every formula of the file and compares; the answer is `compared`. For an engine of its own, which nothing is opened in. */
  | ({ readonly kind: 'compare' } & Workbook);

export type FromEngine =
  /** `besides`: what the file has and the page does not show, in words. */
  | { readonly kind: 'opened'; readonly view: BookView; readonly besides: readonly string[] }
  /** `upTo`: the number of the last entry that was carried out; `isOwn`: the engine's own calculation when a file is opened. */
  | { readonly kind: 'changed'; readonly change: BookChange; readonly upTo: number; readonly isOwn: boolean }
  /** Something that a person did was not done; a sentence. */
  | { readonly kind: 'refused'; readonly text: string }
  /** `notes`: what could not be put into the file, a sentence each. */
  | { readonly kind: 'saved'; readonly bytes: Uint8Array<ArrayBuffer>; readonly notes: readonly string[] }
  | { readonly kind: 'compared'; readonly agreement: Agreement }
  | { readonly kind: 'failed'; readonly text: string };
