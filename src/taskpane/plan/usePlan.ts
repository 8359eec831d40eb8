import { useSyncExternalStore } from 'react';
import { useSession } from '../context';
import type { PlanSession, PlanState } from './planSession';

/** The Plan view's session with what it shows now. */
export const usePlan = (): { readonly plan: PlanSession; readonly state: PlanState } => {
  const { plan } = useSession();
  const state = useSyncExternalStore(plan.subscribe, plan.state);
  return { plan, state };
};
