import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session } from './session';
import { draftOf, resultOf, type PaneState, type Result } from './state';
import type { Draft } from './draft';

export const SessionContext = createContext<Session | null>(null);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('The pane has no session.');
  return session;
};

export interface Shown {
  readonly session: Session;
  readonly state: PaneState;
  readonly draft: Draft;
  readonly result: Result | null;
}

/** The session with what it shows now, for the person in front. */
export const usePane = (): Shown => {
  const session = useSession();
  const state = useSyncExternalStore(session.subscribe, session.state);
  return { session, state, draft: draftOf(state), result: resultOf(state) };
};
