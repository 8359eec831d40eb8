import type { Planner } from './planner';
import { direct } from './direct/direct';
import { mega } from './mega/mega';
import { projection } from './projection/projection';
import { spouses } from './spouses/spouses';
import { whatIf } from './whatIf/whatIf';

/** Every planner, in the order in which the pane offers them. */
export const planners: readonly Planner[] = [whatIf, spouses, mega, direct, projection];
