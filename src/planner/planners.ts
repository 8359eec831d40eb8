import type { Planner } from './planner';
import { projection } from './projection/projection';
import { spouses } from './spouses/spouses';
import { whatIf } from './whatIf/whatIf';

/** Every planner, in the order in which the pane offers them. */
export const planners: readonly Planner[] = [whatIf, spouses, projection];
