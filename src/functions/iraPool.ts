import { tidy } from '../cells/tidy';
import { zero, type Decimal } from '../engine/decimal';
import { Refusal } from '../engine/refusal';
import { classifyAccount } from '../rules/accountWords';
import { amountOfCell, notNegative } from './arguments';
import { isHeader } from './header';
import { cellOf, isBlank, rangeOf, refuseLoneError, refuseUnusable, shown } from './range';

/** The arguments of IRA_POOL, as Excel hands them over. */
export interface PoolOfAccounts {
  readonly types: unknown;
  readonly values: unknown;
  readonly owners: unknown;
  readonly owner: unknown;
}

interface Account {
  /** Where it stands, for sentences: "row 3, column 1". */
  readonly at: string;
  readonly type: unknown;
  readonly value: unknown;
  readonly owner: unknown;
}

/**
 * The value of one person's traditional, SEP and SIMPLE IRAs in a list of accounts: Form 8606, line 6, before outstanding
 * rollovers. What the account words leave open is an error, for an account left out makes a conversion look too cheap.
 *
 * @throws Refusal MISSING, NOT_A_CHOICE, CONTRADICTION, NOT_AN_AMOUNT, NEGATIVE, each naming the cell.
 */
export function iraPool(given: PoolOfAccounts): Decimal {
  const accounts = accountsIn(given);
  const owner = cellOf('owner', given.owner);
  const own = owner === null ? accounts.filter(isPooled) : accounts.filter((account) => isOwnedBy(owner, account)).filter(isPooled);
  if (owner === null) refuseTwoOwners(own);
  else refuseUnknownOwner(owner, accounts);
  return own.reduce((sum, { at, value }) => sum.plus(valueOf(at, value)), zero);
}

function accountsIn({ types, values, owners, owner }: PoolOfAccounts): readonly Account[] {
  const typeRows = rangeOf(types);
  const valueRows = rangeOf(values);
  const ownerRows = rangeOf(owners);
  if (typeRows === null) throw new Refusal('MISSING', 'types', '', 'a range', 'types is missing; give the range that names the kinds of accounts.');
  if (valueRows === null) throw new Refusal('MISSING', 'values', '', 'a range', 'values is missing; give the range of the values on 31 December.');
  if (ownerRows === null && cellOf('owner', owner) !== null) {
    throw new Refusal('MISSING', 'owners', '', 'a range', 'owner is given, but owners is missing; give the range that names the owner of each account.');
  }
  refuseOtherShape('values', valueRows, typeRows);
  if (ownerRows !== null) refuseOtherShape('owners', ownerRows, typeRows);
  const first = headed(valueRows) ? 1 : 0;
  const accounts: Account[] = [];
  for (const [at, row] of typeRows.entries()) {
    if (at < first) continue;
    for (const [column, cell] of row.entries()) {
      const type = zeroAsBlank(cell);
      const value = valueRows[at]?.[column];
      const owner = zeroAsBlank(ownerRows?.[at]?.[column]);
      // A whole column is a million cells, nearly all of them blank.
      if (isBlank(type) && isBlank(zeroAsBlank(value)) && isBlank(owner)) continue;
      accounts.push({ at: `row ${at + 1}, column ${column + 1}`, type, value, owner });
    }
  }
  return accounts;
}

const shownOrBlank = (cell: unknown): string => (isBlank(cell) ? 'blank' : shown(cell));

/** A blank cell of words arrives as 0 on the desktop. */
const zeroAsBlank = (cell: unknown): unknown => (cell === 0 ? null : cell);

const headed = (rows: readonly (readonly unknown[])[]): boolean => rows.length > 1 && (rows[0] ?? []).every(isHeader);

function isPooled({ at, type, value }: Account): boolean {
  refuseUnusable(`types, ${at},`, type);
  if (isBlank(type) && (value === 0 || isBlank(value))) return false;
  const { verdict, why } = classifyAccount(isBlank(type) ? '' : String(type));
  if (verdict === 'ask') {
    throw new Refusal('NOT_A_CHOICE', 'types', String(type), 'a kind of account',
      `types, ${at}, is ${shownOrBlank(type)}: ${why} Write the kind of account there, such as "Traditional IRA" or "Roth IRA".`);
  }
  return verdict === 'in';
}

function valueOf(at: string, value: unknown): Decimal {
  if (isBlank(value)) {
    throw new Refusal('MISSING', 'values', '', 'an amount', `values, ${at}, is blank; give the value on 31 December, 0 if the account was empty.`);
  }
  return notNegative(`values, ${at},`, amountOfCell(`values, ${at},`, value));
}

const ownerName = (owner: unknown): string => (isBlank(owner) ? '' : tidy(String(owner)).toLowerCase());

function isOwnedBy(owner: unknown, account: Account): boolean {
  refuseUnusable(`owners, ${account.at},`, account.owner);
  if (isBlank(account.owner) && isPooled(account)) {
    throw new Refusal('MISSING', 'owners', '', 'an owner', `owners, ${account.at}, is blank; write whose account it is.`);
  }
  return ownerName(account.owner) === ownerName(owner);
}

function refuseTwoOwners(accounts: readonly Account[]): void {
  for (const { at, owner } of accounts) refuseUnusable(`owners, ${at},`, owner);
  const [first] = accounts;
  const other = accounts.find(({ owner }) => ownerName(owner) !== ownerName(first?.owner));
  if (first !== undefined && other !== undefined) {
    throw new Refusal('CONTRADICTION', 'owners', String(other.owner), String(first.owner),
      `owners, ${other.at}, is ${shownOrBlank(other.owner)}, but ${first.at} is ${shownOrBlank(first.owner)}; each person has a Form 8606: give owner to `
      + 'choose one.');
  }
}

function refuseUnknownOwner(owner: unknown, accounts: readonly Account[]): void {
  if (accounts.some((account) => ownerName(account.owner) === ownerName(owner))) return;
  const named = accounts.filter((account) => !isBlank(account.owner)).reverse();
  const known = [...new Map(named.map((account) => [ownerName(account.owner), tidy(String(account.owner))])).values()].reverse().join(', ');
  throw new Refusal('NOT_A_CHOICE', 'owner', String(owner), known, `owner is ${shown(owner)}, whom owners does not name; it names: ${known}.`);
}

function refuseOtherShape(name: string, rows: readonly (readonly unknown[])[], types: readonly (readonly unknown[])[]): void {
  const size = (range: readonly (readonly unknown[])[]): string => `${range.length} by ${range[0]?.length ?? 0}`;
  if (size(rows) !== size(types)) {
    refuseLoneError('types', types);
    refuseLoneError(name, rows);
    throw new Refusal('CONTRADICTION', name, size(rows), size(types), `${name} has ${size(rows)} cells, but types has ${size(types)}; give ranges of one shape.`);
  }
}
