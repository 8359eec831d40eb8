import fc from 'fast-check';
import { classifyAccount } from '../../src/rules/accountWords';

const verdictOf = (text: string): string => classifyAccount(text).verdict;

/** The project's collected account types, by what line 6 makes of them. */
const lineSix = [
  'traditional ira', 'trad ira', 'tira', 't-ira', 'ira', 'contributory ira', 'nondeductible ira', 'rollover ira', 'r/o ira', 'rollover', 'conduit ira',
  'sep', 'sep ira', 'sep-ira', 'sarsep', 'traditional sep ira', 'simple', 'simple ira', 'traditional simple ira', 'deemed ira', 'self-directed ira', 'sdira',
  'ira annuity', 'individual retirement annuity', 'ira cd', 'brokerage ira', 'simplified employee pension',
];

const outside: Readonly<Record<string, readonly string[]>> = {
  'Roth': ['roth', 'roth ira', 'rira', 'roth sep ira', 'roth simple ira', 'roth conversion ira', 'roth 401(k)'],
  'employer plan': [
    '401(k)', '401k', 'solo 401(k)', 'i401k', 'individual 401(k)', '403(b)', '403b', 'tda', '457', '457(b)', '401(a)', 'tsp', 'pension', 'cash balance',
    'defined benefit', 'profit sharing', 'keogh', 'brokeragelink', 'after-tax 401(k)',
  ],
  'inherited': ['inherited ira', 'inh ira', 'bene ira', 'beneficiary ira', 'bda', 'bda ira', 'decedent ira', 'stretch ira'],
  'taxable': ['taxable', 'brokerage', 'joint', 'tod', 'individual', 'trust', 'checking', 'savings'],
  'health savings': ['hsa', 'fsa'],
  'education': ['529', 'coverdell', 'esa'],
};

const asked = [
  'annuity', 'retirement account', 'rollover account', 'deferred comp', 'ira?', 'old job', 'vanguard', 'fidelity', 'spousal ira', 'inherited from spouse',
  'gift annuity',
];

describe('the words that name an account', () => {
  it.each(lineSix)('%s belongs to line 6', (text) => {
    expect(verdictOf(text)).toBe('in');
    expect(verdictOf(text.toUpperCase())).toBe('in');
  });

  it.each(Object.entries(outside).flatMap(([kind, texts]) => texts.map((text) => [text, kind] as const)))('%s is out, as %s', (text, kind) => {
    expect(classifyAccount(text)).toMatchObject({ verdict: 'out', kind });
  });

  it.each(asked)('%s is asked', (text) => {
    expect(verdictOf(text)).toBe('ask');
  });
});

describe('the order in which the words decide', () => {
  it.each([
    ['Roth SEP-IRA', 'out', 'Roth stands before an account word'],
    ['Vanguard Roth', 'out', 'Roth is the only account word'],
    ['Roth TSP', 'out', 'Roth stands before a plan word'],
    ['Inherited Roth IRA', 'out', 'Roth decides first'],
    ['Trad IRA, backdoor Roth', 'ask', 'Roth stands elsewhere'],
    ['Traditional/Roth IRA', 'ask', 'two accounts in one row'],
    ['Roth IRA and SEP', 'ask', 'two accounts in one row'],
    ['Non-Roth IRA', 'ask', 'Roth is denied'],
    ['Backdoor Roth', 'ask', 'the IRA on the way to a Roth, or the Roth'],
    ['Inherited IRA (mother, d. 2021)', 'out', 'inherited decides before IRA'],
    ['Inherited Rollover IRA', 'out', 'inherited decides before IRA'],
    ['IRA-BDA', 'out', 'a beneficiary distribution account'],
    ['Inherited IRA from spouse', 'ask', 'a spouse may treat it as her own'],
    ['Traditional IRA (beneficiary: Ann)', 'ask', 'a beneficiary is named, or it is inherited'],
    ['SIMPLE 401(k)', 'out', 'a plan in spite of its name'],
    ['Rollover to 401(k)', 'out', 'where the money went'],
    ['Rollover IRA (old 401k)', 'ask', 'an IRA word with a plan word'],
    ['401k rollover', 'ask', 'the plan, or the IRA it went into'],
    ['SEP-IRA / taxable', 'ask', 'an IRA word with a taxable word'],
    ['IRA savings', 'ask', 'an IRA word with a taxable word'],
    ['Education IRA', 'out', 'a Coverdell account'],
    ['FBO A. Patel Traditional IRA', 'in', 'FBO and the name decide nothing'],
    ['Fidelity Rollover IRA x1234', 'in', 'the firm decides nothing'],
    ['Crypto IRA', 'in', 'what it holds decides nothing'],
    ['Individual Retirement Account', 'in', 'the statute\'s own words'],
    ['Roth Individual Retirement Account', 'out', 'Roth stands before them'],
    ['Individual IRA', 'ask', 'individual is a taxable registration'],
    ['', 'ask', 'nothing is said'],
  ])('%j is %s: %s', (text, verdict) => {
    expect(verdictOf(text)).toBe(verdict);
  });

  it.each([
    ['Traditional IRA', 'traditional'],
    ['Schwab rollover ira', 'rollover'],
    ['SEP-IRA', 'SEP'],
    ['My SIMPLE IRA', 'SIMPLE'],
  ])('%s is a %s IRA', (text, kind) => {
    expect(classifyAccount(text).kind).toBe(kind);
  });

  it('leaves out what stands in brackets behind the type when it lists it', () => {
    expect(['Inherited IRA (mother, d. 2021)', '403(b)', ' Roth  IRA ', '(none)'].map((text) => classifyAccount(text).name))
      .toEqual(['Inherited IRA', '403(b)', 'Roth IRA', '(none)']);
  });

  it('says why in a sentence, whatever the words are', () => {
    const word = fc.constantFrom('Roth', 'IRA', 'SEP', 'SIMPLE', '401(k)', 'inherited', 'rollover', 'joint', 'HSA', 'Vanguard', 'spouse', 'to', '(', '?', '529');
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))), (text) => {
      expect(classifyAccount(text).why).toMatch(/^\S.*\.$/u);
    }));
  });

  it('never counts an account that speaks of Roth, a plan, an inheritance or a taxable account', () => {
    const word = fc.constantFrom('IRA', 'SEP', 'rollover', 'traditional', 'Vanguard', 'old');
    const foreign = fc.constantFrom('Roth', '401(k)', '403b', '457(b)', 'inherited', 'beneficiary', 'joint', 'HSA', '529', 'pension', 'TSP');
    fc.assert(fc.property(fc.array(word, { maxLength: 4 }), foreign, fc.nat({ max: 4 }), (words, other, at) => {
      const text = [...words.slice(0, at), other, ...words.slice(at)].join(' ');
      expect([text, verdictOf(text)]).not.toEqual([text, 'in']);
    }));
  });
});
