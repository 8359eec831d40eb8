import { addresses } from '../addresses';

export interface PaneFrameProps {
  readonly isShown: boolean;
  readonly generation: number;
  readonly take: (pane: HTMLIFrameElement | null) => void;
  readonly onClose: () => void;
}

/**
 * The add-in's own page, as Excel would show it. Closed it goes on running, since the functions of Excel's shared runtime
 * do; only another workbook loads it anew.
 */
export const PaneFrame = ({ isShown, generation, take, onClose }: PaneFrameProps) => (
  <aside className="pane" aria-label="Task pane" hidden={!isShown}>
    <div className="pane-title">
      <span>IRA Basis</span>
      <button type="button" className="close" aria-label="Close the task pane" onClick={onClose}>✕</button>
    </div>
    {generation > 0 && <iframe key={generation} ref={take} title="IRA Basis task pane" src={addresses.pane} />}
  </aside>
);
