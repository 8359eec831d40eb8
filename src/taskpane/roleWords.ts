import type { Role } from '../plan/plan';

/** What a range can hold, in the words of whoever keeps the sheet, the most usual first. */
export const roleWords = {
  accounts: { says: 'Accounts with 31 December values', hint: 'A row per account. Roth, 401(k), inherited and other accounts may be in it: they are left out, and it says so.' },
  contributions: { says: 'Contributions', hint: 'To traditional IRAs for the year, also those made the next January to April.' },
  conversions: { says: 'Conversions to Roth', hint: 'What left the IRAs for a Roth IRA in the calendar year.' },
  prior_basis: { says: 'Basis from last year (line 14)', hint: 'Line 14 of the last Form 8606 that was filed.' },
  year_table: { says: 'A table with one row per year', hint: 'Year, contribution, conversion and 31 December value in columns. Every year is read and carried on.' },
  fmv: { says: '31 December values only', hint: 'Values of traditional, SEP and SIMPLE IRAs, without account types.' },
  distributions: { says: 'Distributions (not conversions)', hint: 'Taken out and kept: no rollovers, no charitable distributions, nothing converted.' },
  outstanding_rollovers: { says: 'Rollovers under way on 31 December', hint: 'Taken out late in the year and back in an IRA within 60 days.' },
  deducted: { says: 'Contributions that were deducted', hint: 'What Form 1040 deducted of the contributions. It leaves line 1.' },
  returned: { says: 'Contributions taken back', hint: 'Returned with their earnings by the due date. They leave line 1.' },
  basis_adjustments: { says: 'Basis added or removed', hint: 'By divorce, by after-tax plan money rolled in, or by an earlier correction.' },
  recharacterizations: { says: 'Recharacterized contributions', hint: 'Direction, date and amount of the contribution, amount moved.' },
  disaster_distributions: { says: 'Qualified disaster distributions', hint: 'Date, kind and amount.' },
  repayments: { says: 'Repayments of distributions', hint: 'Date distributed, date repaid, amount.' },
  roth_distributions: { says: 'Distributions from Roth IRAs', hint: 'For Part III.' },
  ledger: { says: 'A list of dated transactions', hint: 'Contributions, conversions, interest and the rest, in any order.' },
  year_columns: { says: 'Items in rows, years in columns', hint: 'Every year is read and carried on.' },
  year_tab: { says: 'Items of one year', hint: 'The year stands in the name of the sheet, or is the tax year above.' },
  items_by_owner: { says: 'Items in rows, persons in columns', hint: 'Only the columns of this person are read.' },
  form_1099r: { says: 'A list of Forms 1099-R', hint: 'A row per form, boxes in columns.' },
  form_5498: { says: 'A list of Forms 5498', hint: 'A row per form, boxes in columns.' },
  basis_history: { says: 'Earlier years, to rebuild basis', hint: 'Year, contributed, deducted.' },
} as const satisfies Record<Role, { readonly says: string; readonly hint: string }>;

export const proposalInWords = (range: string, role: Role): string => `${range} looks like "${roleWords[role].says}". Accept it, or choose what it holds.`;

/** The roles to choose from, in this order. */
export const offeredRoles = Object.keys(roleWords) as readonly Role[];
