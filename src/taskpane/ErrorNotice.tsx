import type { ReportedError } from '../office/failures';
import { CellLink } from './CellLink';
import { Notice } from './layout';

/** What went wrong and what to do, with the way to the cell. */
export const ErrorNotice = ({ error: { cell, text } }: { readonly error: ReportedError }) => (
  <Notice kind="error" word="Error">{text}{cell && <> <CellLink cell={cell} /></>}</Notice>
);
