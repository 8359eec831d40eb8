import { Button } from '@fluentui/react-components';
import { persons, type Person } from '../../plan/plan';
import type { Planner } from '../../planner/planner';
import { usePane } from '../context';
import { planOf } from '../draft';
import { usePlan } from './usePlan';

/** The way from the ranges that were picked for Form 8606 to the fields of a planner. */
export const FromRanges = ({ planner, year, person }: { readonly planner: Planner; readonly year: number; readonly person: Person }) => {
  const { state } = usePane();
  const { plan } = usePlan();
  if (!planner.fromForm) return null;
  const whose = planner.of === 'person' ? [person] : persons;
  const plans = whose.flatMap((one) => planOf(one, { ...state.drafts[one], year, earlierYears: [] }) ?? []);
  if (plans.length === 0) return null;
  return <div><Button size="small" onClick={() => void plan.takeFromRanges(plans)}>Take the amounts from the Form 8606 ranges</Button></div>;
};
