/** What the page and the pane's frame say to each other. Everything else about the workbook goes over the port of `connect`. */

export type FromPane =
  /** The port of the client comes with it. */
  | { readonly kind: 'connect' }
  | { readonly kind: 'show' }
  | { readonly kind: 'hide' }
  /** F6 was pressed, which leaves the pane. */
  | { readonly kind: 'leave'; readonly back: boolean };

export type ToPane =
  | { readonly kind: 'theme'; readonly dark: boolean }
  | { readonly kind: 'visibility'; readonly visible: boolean };

/** Messages of other senders (browser extensions talk to frames too) are `null`. */
const ours = <Message>(data: unknown): Message | null =>
  (typeof data === 'object' && data !== null && 'iraBasis' in data ? (data.iraBasis as Message) : null);

export const fromPane = (data: unknown): FromPane | null => ours<FromPane>(data);
export const toPane = (data: unknown): ToPane | null => ours<ToPane>(data);
