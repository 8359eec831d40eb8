import type { Planner } from './planner';
import { projection } from './projection/projection';

/** Every planner, in the order in which the pane offers them. */
export const planners: readonly Planner[] = [projection];
