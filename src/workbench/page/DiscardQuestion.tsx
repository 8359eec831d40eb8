import { Dialog } from './Dialog';

export interface DiscardQuestionProps {
  readonly fileName: string;
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}

export const DiscardQuestion = ({ fileName, onDiscard, onKeep }: DiscardQuestionProps) => (
  <Dialog title={`${fileName} is not saved`} onClose={onKeep}>
    <p>What you changed is lost when another workbook is opened.</p>
    <div className="actions">
      <button type="button" className="primary" onClick={onKeep}>Keep it open</button>
      <button type="button" onClick={onDiscard}>Open without saving</button>
    </div>
  </Dialog>
);
