import type { Role } from '../plan/plan';
import { accounts, fmv } from './accounts';
import { readActivity } from './activity';
import type { SourceContext } from './context';
import { contributions } from './contributions';
import { readDisasterDistributions, readRepayments } from './disasters';
import { readForm1099r } from './form1099r';
import { readForm5498 } from './form5498';
import { basisAdjustments, conversions, deducted, distributions, outstandingRollovers, returned } from './flows';
import type { ListRole } from './judgement';
import { readList } from './list';
import { priorBasis } from './priorBasis';
import { readRecharacterizations } from './recharacterizations';
import { readTable } from './readTable';
import { rothDistributions } from './rothDistributions';
import { basisHistory, itemsByOwner, yearColumns, yearTab, yearTable } from './tableShape';

/** How each role is read. */
const readers: Readonly<Record<Role, ListRole | ((context: SourceContext) => void)>> = {
  accounts,
  fmv,
  contributions,
  deducted,
  returned,
  conversions,
  distributions,
  outstanding_rollovers: outstandingRollovers,
  prior_basis: priorBasis,
  basis_adjustments: basisAdjustments,
  recharacterizations: readRecharacterizations,
  disaster_distributions: readDisasterDistributions,
  repayments: readRepayments,
  roth_distributions: (context) => rothDistributions(context, listRole),
  ledger: readActivity,
  year_table: readTable(yearTable),
  year_columns: readTable(yearColumns),
  year_tab: readTable(yearTab),
  items_by_owner: readTable(itemsByOwner),
  form_1099r: readForm1099r,
  form_5498: readForm5498,
  basis_history: readTable(basisHistory),
};

/** Reads one selection in its role. */
export function readSource(context: SourceContext): void {
  const reader = readers[context.source.role];
  if (typeof reader === 'function') return reader(context);
  readList(context, reader, listRole);
}

/** The role that an answer gives to one row of a list; null where it gives the row to a selection of another shape. */
function listRole(role: Role): ListRole | null {
  const reader = readers[role];
  return typeof reader === 'function' ? null : reader;
}
