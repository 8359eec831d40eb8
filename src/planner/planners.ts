import type { Planner } from './planner';
import { deadlines } from './deadlines/deadlines';
import { direct } from './direct/direct';
import { handOff } from './handOff/handOff';
import { mega } from './mega/mega';
import { planCheck } from './planCheck/planCheck';
import { projection } from './projection/projection';
import { spouses } from './spouses/spouses';
import { whatIf } from './whatIf/whatIf';

/** Every planner, in the order in which the pane offers them. */
export const planners: readonly Planner[] = [whatIf, spouses, mega, planCheck, direct, deadlines, projection, handOff];
