import { reportError, type ReportedError } from './failures';
import type { TabReport } from './report';

/** How the user's Stop reaches an action under way. It is looked at between trips to Excel. */
export interface Signal {
  readonly stopped: boolean;
}

/** An action ends before it has changed anything: the reader found something without which no figure can be stood behind, or the user pressed Stop. */
export class Stopped extends Error {
  constructor(readonly errors: readonly ReportedError[], readonly asked: TabReport['asked'] = []) {
    super(errors.map(({ text }) => text).join(' '));
  }
}

export const endIfStopped = (signal: Signal | undefined): void => {
  if (signal?.stopped) throw new Stopped([{ code: 'STOPPED', cell: null, text: 'Stopped as you asked. Nothing in the workbook was changed.' }]);
};

/** The sentences for whatever ended an action. */
export const errorsOf = (error: unknown): readonly ReportedError[] => (error instanceof Stopped ? error.errors : [reportError(error)]);
