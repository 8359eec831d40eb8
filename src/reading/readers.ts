import { Refusal } from '../engine/refusal';
import { roleNames, roles, type Role } from '../plan/plan';
import { accounts, fmv } from './accounts';
import type { SourceContext } from './context';
import { contributions } from './contributions';
import { readForm1099r } from './form1099r';
import { basisAdjustments, conversions, deducted, distributions, outstandingRollovers, returned } from './flows';
import type { ListRole } from './judgement';
import { readList } from './list';
import { priorBasis } from './priorBasis';
import { rothDistributions } from './rothDistributions';
import { readYearTable } from './yearTable';

/** How each role is read. A role that is not here is refused by name; nothing else lists which are. */
const readers: Readonly<Partial<Record<Role, ListRole | ((context: SourceContext) => void)>>> = {
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
  roth_distributions: (context) => rothDistributions(context, listRole),
  year_table: readYearTable,
  form_1099r: readForm1099r,
};

export const rolesRead: readonly Role[] = roleNames.filter((role) => readers[role] !== undefined);

/** Reads one selection in its role. */
export function readSource(context: SourceContext): void {
  const reader = readers[context.source.role];
  if (reader === undefined) throw notRead(context.source.role);
  if (typeof reader === 'function') return reader(context);
  readList(context, reader, listRole);
}

/** The role that an answer gives to one row of a list; null where it gives the row to a selection of another shape. */
function listRole(role: Role): ListRole | null {
  const reader = readers[role];
  if (reader === undefined) throw notRead(role);
  return typeof reader === 'function' ? null : reader;
}

const notRead = (role: Role): Refusal => new Refusal('NOT_A_CHOICE', 'role', role, rolesRead.join(', '),
  `The role ${role} (${roles[role]}) is not read yet; the roles that are read are ${rolesRead.join(', ')}.`);
