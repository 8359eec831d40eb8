/**
 * Who may import whom: the one table. src/README.md shows it to people (a test compares the two), and imports.test.ts
 * holds every file of src/ to it. A folder may always import itself.
 */
export interface Folder {
  /** Folders of src/, or single files of one, that this folder's TypeScript may import. */
  readonly imports: readonly string[];
  /** Packages that it may import; `node:` stands for everything that comes with Node. */
  readonly packages: readonly string[];
  /** Globals of Excel, of a page or of a clock that it may not even mention; undefined where all may be used. */
  readonly never: readonly string[] | undefined;
}

const page = ['document', 'window', 'fetch', 'localStorage', 'sessionStorage', 'navigator'];
const clock = ['Date', 'performance', 'Math.random'];
const pure = ['Office', 'OfficeExtension', 'Excel', 'CustomFunctions', ...page, ...clock];
const withoutPage = ['Office', 'OfficeExtension', 'Excel', ...page, ...clock];

/** The host side loads the built add-in as Excel would; it never imports it. */
const hostSide = { never: undefined };

export const folders: Readonly<Record<string, Folder>> = {
  law: { imports: ['engine/decimal', 'engine/refusal'], packages: [], never: pure },
  engine: { imports: ['law'], packages: ['decimal.js'], never: pure },
  cells: { imports: ['engine', 'law'], packages: [], never: pure },
  forms: { imports: ['engine', 'law'], packages: [], never: pure },
  rules: { imports: ['cells', 'engine', 'law'], packages: [], never: pure },
  ledger: { imports: ['forms', 'rules', 'engine', 'law'], packages: [], never: pure },
  plan: { imports: ['cells', 'engine', 'law'], packages: [], never: pure },
  reading: { imports: ['plan', 'cells', 'ledger', 'forms', 'rules', 'engine', 'law'], packages: [], never: pure },
  worksheet: {
    imports: ['reading', 'plan', 'cells', 'ledger', 'forms', 'rules', 'engine', 'law'],
    packages: [],
    never: pure,
  },
  planner: {
    imports: ['worksheet', 'reading', 'plan', 'cells', 'ledger', 'forms', 'rules', 'engine', 'law'],
    packages: [],
    never: pure,
  },
  functions: { imports: ['cells', 'ledger', 'forms', 'rules', 'engine', 'law'], packages: [], never: withoutPage },
  office: {
    imports: ['planner', 'worksheet', 'reading', 'plan', 'cells', 'ledger', 'forms', 'rules', 'engine', 'law'],
    packages: [],
    never: page,
  },
  taskpane: {
    imports: ['office', 'planner', 'worksheet', 'reading', 'plan', 'cells', 'ledger', 'forms', 'rules', 'engine', 'law'],
    packages: ['@fluentui/react-components', 'react', 'react-dom'],
    never: undefined,
  },
  package: { imports: [], packages: ['@borgar/fx', '@borgar/xlsx-convert', 'fflate', 'saxes'], ...hostSide },
  host: {
    imports: ['host/univer/univerBackend', 'package'],
    packages: ['@borgar/fx', '@microsoft/office-js', 'node:'],
    ...hostSide,
  },
  'host/univer': { imports: ['host', 'package'], packages: ['@borgar/fx', '@univerjs', 'rxjs', 'node:'], ...hostSide },
  workbench: {
    imports: ['host', 'host/univer/grid/grid', 'host/univer/univerBackend', 'package'],
    packages: ['react', 'react-dom'],
    ...hostSide,
  },
  book: { imports: ['host', 'package'], packages: ['node:'], ...hostSide },
};

/**
 * Plain Node scripts (.mjs, .cjs): the tools around the add-in. They import packages and each other; TypeScript never
 * imports them, and they never import TypeScript, which is not compiled when they run.
 */
export const scriptFolders: Readonly<Record<string, readonly string[]>> = {
  manifest: [],
  bundle: ['manifest'],
  office: ['bundle', 'manifest'],
  workbench: ['bundle', 'manifest'],
  book: ['bundle', 'manifest'],
};

/** The only folder that opens a conversation with Excel. */
export const saysExcelRun = 'office';
