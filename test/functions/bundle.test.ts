import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import ts from 'typescript';
import { limitNames } from '../../src/functions/limitNames';
import { filingStatuses } from '../../src/law/constants';
import { ExcelError, invocation, runtime } from './excel';

/** What is released, not what it is made from: dist/functions.js and dist/functions.json. */
const dist = path.resolve(__dirname, '../../dist');

function built(name: string): string {
  const file = path.join(dist, name);
  if (!existsSync(file)) throw new Error(`dist/${name} is missing: run npm run build first.`);
  return readFileSync(file, 'utf8');
}

interface Described {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional?: boolean; readonly dimensionality?: string; readonly customEnumId?: string }[];
}

const code = built('functions.js');
interface Enumeration {
  readonly id: string;
  readonly type: string;
  readonly values: readonly { readonly name: string; readonly stringValue: string }[];
}

const { functions, enums } = JSON.parse(built('functions.json')) as { functions: readonly Described[]; enums: readonly Enumeration[] };

/** The bundle run with nothing around it but what Excel's runtime for functions has. */
function associated(): ReadonlyMap<string, (...values: unknown[]) => unknown> {
  const byId = new Map<string, (...values: unknown[]) => unknown>();
  const associate = (id: string, inExcel: (...values: unknown[]) => unknown): void => {
    if (byId.has(id)) throw new Error(`${id} is associated twice.`);
    byId.set(id, inExcel);
  };
  vm.runInNewContext(code, { CustomFunctions: { ...runtime, associate } });
  return byId;
}

/**
 * What people's workbooks rely on. A published signature is never changed and never loses a parameter: a new one is
 * optional and comes last. Brackets mark the optional ones, "..." those that take a range.
 */
const published: Readonly<Record<string, string>> = {
  PRORATA_TAXABLE: 'converted..., basis_line3..., line6_value..., [distributions...], [of_which_made_next_year...], [ratio_places], [rounding]',
  BASIS_CARRYFORWARD: 'converted..., basis_line3..., line6_value..., [distributions...], [of_which_made_next_year...], [ratio_places], [rounding]',
  ROTH_PHASEOUT: 'tax_year, filing_status, magi..., [age], [traditional_contributions...], [compensation...], [spouse_compensation...], '
    + '[spouse_ira_contributions...]',
  MEGA_BACKDOOR_ROOM: 'tax_year, deferrals..., employer_contributions..., [age], [compensation...], [after_tax_so_far...], '
    + '[deferrals_elsewhere...], [plan_cap...], [service_catch_up_403b...], [additions_in_group...]',
  FORM8606_LINE: 'line, nondeductible_contributions..., prior_basis..., of_which_made_next_year..., line6_value..., distributions..., '
    + 'converted..., [ratio_places], [rounding], [qualified_disaster...], [repayments...]',
  LEDGER: 'rows..., [opening_basis...], [ratio_places], [rounding], [year_of_death]',
  IRA_LIMIT: 'tax_year, [age], [compensation...], [filing_status], [spouse_compensation...], [spouse_ira_contributions...]',
  IRA_DEDUCTION: 'tax_year, filing_status, magi..., covered, [spouse_covered], [age], [contribution...], [compensation...], '
    + '[spouse_compensation...], [spouse_ira_contributions...]',
  LIMIT: 'name, tax_year, [filing_status]',
  IRA_POOL: 'types..., values..., [owners...], [owner]',
  PRETAX_TO_MOVE: 'value_before_move..., basis_line5..., [converted_this_year...], [distributed_this_year...]',
  FORM8606: 'nondeductible_contributions..., prior_basis..., of_which_made_next_year..., line6_value..., distributions..., converted..., '
    + '[ratio_places], [rounding], [qualified_disaster...], [repayments...]',
  WORKSHEET_1_1: 'line, prior_basis..., all_contributions..., line6_value..., distributions..., converted..., [ratio_places], [rounding]',
  ROTH_DISTRIBUTION: 'line, nonqualified..., homebuyer..., contribution_basis..., conversion_basis..., [disaster...], [repayments...]',
  ROTH_MAGI: 'tax_year, agi..., conversion_income..., [plan_rollover_income...], [ira_deduction...], [student_loan_interest...], [foreign_exclusions...], '
    + '[savings_bond_interest...], [adoption_benefits...], [tuition_deduction...], [production_deduction...]',
  EXCESS_CONTRIBUTION: 'tax_year, filing_status, magi..., traditional_contributions..., roth_contributions..., [age], [compensation...], '
    + '[spouse_compensation...], [spouse_ira_contributions...], [part]',
  FORM5329_LINE: 'line, excess_before..., excess_this_year..., year_end_value..., [unused_limit...], [distributions...], [withdrawn_excess...], [all_withdrawn]',
  RETURNED_EARNINGS: 'returned..., value_before..., contribution..., value_at_return..., [other_in...], [other_out...]',
  EMPLOYER_CONTRIBUTION: 'tax_year, rate, pay..., [self_employed], [half_se_tax...], [deferrals...]',
  DEFERRAL_ROOM: 'tax_year, deferrals_elsewhere..., [age], [deferrals_here...], [compensation...], [service_catch_up_403b...]',
  ROTH_CATCHUP: 'tax_year, age, prior_year_wages..., [plan_has_roth]',
  AFTER_TAX_CONVERSION: 'converted..., after_tax_basis..., account_value..., [part]',
  FORM_1099R_CODE: 'code, [ira_box]',
  IRA_PAYMENTS: 'line, tax_year, paid_out..., [converted...], [withheld...], [rolled_over...], [charitable...], [returned...], [replaced...], '
    + '[hsa_funding...], [deducted_after_70...]',
  CONVERSION_YEAR: 'left_ira, [reached_roth]',
  DEADLINE: 'deadline, tax_year',
};

const signatureOf = ({ parameters }: Described): string => parameters.map(({ name, optional, dimensionality }) => {
  const shape = `${name}${dimensionality === 'matrix' ? '...' : ''}`;
  return optional ? `[${shape}]` : shape;
}).join(', ');

describe('The built functions', () => {
  it('associate exactly the ids that the metadata describes', () => {
    expect([...associated().keys()]).toEqual(functions.map(({ id }) => id));
  });

  it('take as many parameters as the metadata describes', () => {
    const counts = Object.fromEntries([...associated()].map(([id, inExcel]) => [id, inExcel.length]));
    expect(counts).toEqual(Object.fromEntries(functions.map(({ id, parameters }) => [id, parameters.length])));
  });

  it('keep every published signature, and grow at the end only', () => {
    const now = new Map(functions.map((described) => [described.id, signatureOf(described)]));
    for (const [id, signature] of Object.entries(published)) {
      expect({ id, signature: now.get(id)?.slice(0, signature.length) }).toEqual({ id, signature });
      expect(now.get(id)?.slice(signature.length) ?? '').toMatch(/^(?:, \[[a-z0-9_]+(?:\.\.\.)?\])*$/u);
    }
  });

  it('are all listed as published', () => {
    expect(functions.map(({ id }) => id).sort()).toEqual(Object.keys(published).sort());
  });

  it.each(functions.map((described) => [described.id, described] as const))('are described in one line each: %s', (_, { description, parameters }) => {
    for (const text of [description, ...parameters.map((parameter) => parameter.description)]) {
      expect(text).toMatch(/^[^\n]{10,}$/u);
    }
    expect(description.length).toBeLessThanOrEqual(255);
    expect(parameters.map(({ optional }) => Boolean(optional))).toEqual([...parameters].map(({ optional }) => Boolean(optional)).sort());
  });
});

/** Excel on the desktop sends a blank cell as 0 (office-js#4702), which no function can tell from a zero. */
describe('The tooltip says that a blank cell counts as 0', () => {
  const ranges = functions.flatMap(({ id, parameters }) => parameters.filter(({ dimensionality }) => dimensionality === 'matrix').map((one) => ({ id, ...one })));
  it.each([
    ['where leaving the amount out means something else than 0', ranges.filter(({ description }) => /left out/u.test(description)), 9],
    ['where an income or a value decides', ranges.filter(({ name }) => /^(?:magi|agi|.*_value|value_.*)$/u.test(name)), 14],
  ])('%s', (_, decisive, number) => {
    expect(decisive.filter(({ description }) => !/a blank cell counts as 0/iu.test(description))).toEqual([]);
    expect(decisive).toHaveLength(number);
  });
});

describe('The enumerations that Excel offers as a formula is typed', () => {
  it.each([['FILING_STATUS', filingStatuses], ['LIMIT_NAME', limitNames]])('hold what the functions know, no more and no less: %s', (id, known) => {
    expect(enums.find((one) => one.id === id)?.values.map(({ stringValue }) => stringValue)).toEqual(known);
  });

  it('stand at every filing status and limit name, and nowhere else', () => {
    const offered = functions.flatMap(({ id, parameters }) => parameters.flatMap(({ name, customEnumId }) => (customEnumId ? [`${id} ${name} ${customEnumId}`] : [])));
    const expected = functions.flatMap(({ id, parameters }) => parameters.flatMap(({ name }) => {
      if (name === 'filing_status') return [`${id} ${name} FILING_STATUS`];
      return id === 'LIMIT' && name === 'name' ? [`${id} ${name} LIMIT_NAME`] : [];
    }));
    expect(offered).toEqual(expected);
    expect(offered).toHaveLength(6);
  });
});

describe('The ids', () => {
  it.each(functions.map(({ id, name }) => [id, name]))('are legal in Excel, and the name people type: %s', (id, name) => {
    expect(name).toBe(id);
    expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,127}$/u);
    expect(id).not.toMatch(/^[A-Z]{1,3}\d+$/u);
    expect(id).not.toMatch(/^R\d*C\d*$/u);
  });

  it('stay apart as workbooks save them, _xldudf_BASIS_..., where every point becomes an underscore', () => {
    const saved = functions.map(({ id }) => `_xldudf_BASIS_${id.replace(/\./gu, '_')}`);
    expect(new Set(saved).size).toBe(saved.length);
  });
});

describe('The bundle', () => {
  it('names nothing of a page, a network, a timer or a clock', () => {
    const forbidden = new Set([
      'document', 'window', 'self', 'navigator', 'location', 'localStorage', 'sessionStorage', 'fetch', 'XMLHttpRequest', 'WebSocket',
      'EventSource', 'importScripts', 'Worker', 'setTimeout', 'setInterval', 'Date', 'performance', 'Promise', 'Office', 'Excel', 'eval', 'Function',
    ]);
    expect([...freeNames(code)].filter((name) => forbidden.has(name))).toEqual([]);
    expect(freeNames(code)).toContain('CustomFunctions');
  });

  it('is read rightly: a use of a global is told from a property and from a parameter of the same name', () => {
    expect([...freeNames('fetch(1); var a = { b: document, Date: 1 }; a.window; (function (location) { return location; })(a)')])
      .toEqual(['fetch', 'document']);
  });

  it('computes with nothing else around it', () => {
    const functionsById = associated();
    expect(functionsById.get('PRORATA_TAXABLE')?.([[7000]], [[7000]], [[200000]], null, null, null, null, invocation)).toBe(6763.29);
    expect(functionsById.get('ROTH_PHASEOUT')?.(2024, 'mfj', [[235000]], null, null, null, null, null, invocation)).toBe(3500);
  });

  it('throws the error class that it was given, for Excel knows only its own', () => {
    const call = (): unknown => associated().get('ROTH_PHASEOUT')?.(2027, 'single', [[1]], null, null, null, null, null, invocation);
    expect(call).toThrow(ExcelError);
    expect(call).toThrow('Tax year 2027 is not covered; the covered years are 1998-2026.');
  });

  it('gives no promise: a result is there in the same tick, so no cell shows #BUSY!', () => {
    expect(associated().get('PRORATA_TAXABLE')?.([[1]], [[1]], [[1]])).toEqual(expect.any(Number));
    expect(code).not.toMatch(/\basync\b/u);
  });

  it('asks Excel for nothing that costs: no function is volatile, streams, or wants addresses of cells', () => {
    expect(functions.filter((one) => 'options' in one)).toEqual([]);
  });
});

/** The names that a script uses without declaring them: what it expects of the world around it. */
function freeNames(script: string): Set<string> {
  const source = ts.createSourceFile('functions.js', script, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost({}),
    getSourceFile: (name) => (name === 'functions.js' ? source : undefined),
    fileExists: (name) => name === 'functions.js',
    readFile: () => undefined,
    writeFile: () => undefined,
  };
  const checker = ts.createProgram(['functions.js'], { allowJs: true, noLib: true, noResolve: true, types: [] }, host).getTypeChecker();
  const free = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isVariable(node) && checker.getSymbolAtLocation(node)?.declarations === undefined) free.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return free;
}

/** Not the name of a property, as in `a.name`, `{ name: value }` and `const { name: value } = a`. */
function isVariable(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) return parent.name !== node;
  return true;
}
