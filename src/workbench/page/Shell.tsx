import { useState, useSyncExternalStore, type DragEvent } from 'react';
import { AgreementDetails } from './AgreementDetails';
import { DiscardQuestion } from './DiscardQuestion';
import { Notice } from './Notice';
import { PaneFrame } from './PaneFrame';
import type { Session } from './session';
import { TopBar } from './TopBar';

/** A workbook that somebody wants to open. */
export type Wanted = { readonly file: File } | { readonly sample: string };

/** The page: the bar, the grid with the pane beside it, and the line below. */
export const Shell = ({ session }: { readonly session: Session }) => {
  const { agreement, cellSentence, isChanged, isPaneShown, isSaving, notice, opening, status, fileName, generation } = useSyncExternalStore(session.subscribe, session.state);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [isDragged, setDragged] = useState(false);
  const [detailsShown, setDetailsShown] = useState(false);

  const openNow = (what: Wanted): void => {
    setWanted(null);
    void ('file' in what ? session.openFile(what.file) : session.openSample(what.sample));
  };
  const open = (what: Wanted): void => (isChanged ? setWanted(what) : openNow(what));
  const drag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setDragged(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setDragged(false);
    const [file] = event.dataTransfer.files;
    if (file) open({ file });
  };

  return (
    <div className="shell" onDragEnter={drag} onDragOver={drag} onDrop={drop}>
      <TopBar
        fileName={fileName}
        isBusy={opening !== null || isSaving}
        isChanged={isChanged}
        isPaneShown={isPaneShown}
        onOpen={open}
        onSave={session.save}
        onPane={() => session.showPane(!isPaneShown)}
      />
      <div className="content">
        <main className="sheet" aria-label="Workbook; F6 leaves it" aria-busy={opening !== null}>
          <div className="grid" ref={session.takeContainer} />
          {opening !== null && <p className="opening">Opening {opening}…</p>}
          {notice && <Notice notice={notice} onClose={() => session.closeNotice()} />}
        </main>
        <PaneFrame isShown={isPaneShown} generation={generation} take={session.takePane} onClose={() => session.showPane(false)} />
      </div>
      <footer className="line">
        <p className={cellSentence ? 'cell-sentence' : undefined} role="status">{cellSentence ?? status}</p>
        {agreement && (agreement.details.length === 0
          ? <p className="agreement">{agreement.text}</p>
          : <button type="button" className="agreement" onClick={() => setDetailsShown(true)}>{agreement.text}</button>)}
      </footer>
      {isDragged && (
        <div className="drop" onDragLeave={() => setDragged(false)}>
          <p>Drop the workbook to open it. It stays on this computer.</p>
        </div>
      )}
      {wanted && fileName && <DiscardQuestion fileName={fileName} onDiscard={() => openNow(wanted)} onKeep={() => setWanted(null)} />}
      {detailsShown && agreement && <AgreementDetails agreement={agreement} onClose={() => setDetailsShown(false)} />}
    </div>
  );
};
