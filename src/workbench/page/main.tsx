import { createRoot } from 'react-dom/client';
import { samples } from '../samples';
import { listenForKeys } from './keys';
import { Session } from './session';
import { Shell } from './Shell';

/** Starts the page with the first sample open. */
function start(root: HTMLElement): void {
  const session = new Session();
  listenForKeys(document, session);
  createRoot(root).render(<Shell session={session} />);
  void session.openSample(samples[0]!.file);
}

start(document.getElementById('page')!);
