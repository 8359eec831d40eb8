import { useRef, type ChangeEvent } from 'react';
import { samples } from '../samples';
import type { Wanted } from './Shell';

export interface TopBarProps {
  readonly fileName: string | null;
  readonly isBusy: boolean;
  readonly isChanged: boolean;
  readonly isPaneShown: boolean;
  readonly onOpen: (what: Wanted) => void;
  readonly onSave: () => void;
  readonly onPane: () => void;
}

export const TopBar = ({ fileName, isBusy, isChanged, isPaneShown, onOpen, onSave, onPane }: TopBarProps) => {
  const picker = useRef<HTMLInputElement>(null);
  const pick = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    target.value = '';
    if (file) onOpen({ file });
  };
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>): void => {
    if (target.value !== '') onOpen({ sample: target.value });
    target.value = '';
  };
  return (
    <header className="bar">
      <img src="addin/assets/icons/icon-32.png" alt="" width="24" height="24" />
      <h1>IRA Basis <span className="quiet">workbench</span></h1>
      <p className="file" title={fileName ?? ''}>
        {fileName}
        {isChanged && <span className="quiet"> (not saved)</span>}
      </p>
      <div className="actions">
        <input ref={picker} type="file" accept=".xlsx,.xlsm" hidden aria-label="Workbook to open" onChange={pick} />
        <button type="button" onClick={() => picker.current?.click()}>Open…</button>
        <select aria-label="Sample workbooks" defaultValue="" onChange={choose}>
          <option value="" disabled hidden>Samples</option>
          {samples.map(({ file, title }) => <option key={file} value={file}>{title}</option>)}
        </select>
        <button type="button" onClick={onSave} disabled={fileName === null || isBusy}>Save</button>
        <button type="button" className="primary" aria-pressed={isPaneShown} onClick={onPane}>Form 8606</button>
      </div>
    </header>
  );
};
