/** What money was, where no role says it: it counts on no line, or the kind says how it counts. */
export const kinds = {
  rollover: 'rolled over',
  charitable: 'a charitable distribution (QCD)',
  transfer: 'moved between IRAs of the same kind',
  growth: 'interest, dividends, gains or fees inside the IRA',
  inherited: 'of an inherited IRA',
  plan: 'of an employer plan',
  roth: 'of a Roth IRA',
  to_traditional: 'recharacterized from a Roth IRA to a traditional one',
  to_roth: 'recharacterized from a traditional IRA to a Roth one',
  disaster: 'a qualified disaster distribution',
  repayable: 'for a birth or adoption, an emergency, domestic abuse or a terminal illness',
  reservist: 'a qualified reservist distribution',
  nothing: 'a time in which nothing happened',
  unknown: 'not known, and kept apart',
} as const satisfies Record<string, string>;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as Kind[];
