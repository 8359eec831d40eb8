import { useSyncExternalStore } from 'react';
import { useSession } from '../context';
import type { TrackerSession, TrackerState } from './trackerSession';

/** The Tracker view's session with what it shows now. */
export const useTracker = (): { readonly tracker: TrackerSession; readonly state: TrackerState } => {
  const { tracker } = useSession();
  const state = useSyncExternalStore(tracker.subscribe, tracker.state);
  return { tracker, state };
};
