/** Whose form it is: the taxpayer's or the spouse's. Each has a Form 8606 and a basis of their own. */
export type Person = 'T' | 'S';
export const persons: readonly Person[] = ['T', 'S'];

/** What a selected range holds. */
export const roles = {
  accounts: 'a list of accounts with type and 31 December value',
  fmv: 'one or more year-end values',
  contributions: 'contributions',
  deducted: 'contributions that were deducted',
  returned: 'contributions that were returned',
  conversions: 'conversions to Roth',
  distributions: 'distributions',
  outstanding_rollovers: 'outstanding rollovers',
  prior_basis: 'basis carried from earlier years',
  basis_adjustments: 'basis added or removed',
  recharacterizations: 'recharacterized contributions',
  disaster_distributions: 'qualified disaster distributions',
  repayments: 'repayments of distributions',
  roth_distributions: 'distributions from Roth IRAs',
  ledger: 'dated transactions of several kinds',
  year_table: 'a row per year',
  year_columns: 'items in rows, years in columns',
  year_tab: 'items of one year',
  items_by_owner: 'items in rows, persons in columns',
  form_1099r: 'a list of Forms 1099-R',
  form_5498: 'a list of Forms 5498',
  basis_history: 'years with contribution and deduction',
} as const satisfies Record<string, string>;

export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as Role[];
