import { build, read } from './build';
import { convertToValues } from './convertToValues';
import { repairFormulas } from './repairFormulas';
import { plannerActions } from './planners';
import { pick } from './selection';
import { trackerActions } from './tracker';

/**
 * The add-in without its screen: what the task pane, the command line and tests all run. The page loads this script before
 * the pane's, and the pane finds it under this one name.
 */
export const actions = { read, build, pick, repairFormulas, convertToValues, planners: plannerActions, tracker: trackerActions };

declare global {
  var IraBasis: typeof actions;
}

globalThis.IraBasis = actions;
