import { createRoot } from 'react-dom/client';
import { samples } from '../samples';
import { Session } from './session';
import { Shell } from './Shell';
import { isSaveKey } from './TopBar';

/** Starts the page with the first sample open. */
function start(root: HTMLElement): void {
  const session = new Session();
  window.addEventListener('keydown', (event) => {
    if (!isSaveKey(event)) return;
    event.preventDefault();
    session.save();
  });
  createRoot(root).render(<Shell session={session} />);
  void session.openSample(samples[0]!.file);
}

start(document.getElementById('page')!);
