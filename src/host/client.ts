/** Microsoft's own Excel client, unmodified, run in a Node context of its own and connected to a host. */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import vm from 'node:vm';
import { bridgeTo, type Answering } from './bridge';
import { officeParts, type OfficeOptions } from './office';

export interface ClientOptions extends OfficeOptions {
  readonly host: Answering;
  /** Where the client's file is: in an installed `@microsoft/office-js`, its `dist/excel-win32-16.01.debug.js`. */
  readonly path: string;
}

export interface ExcelClient {
  /** The global object of the context, in which scripts find `Excel` and `Office`. */
  readonly context: vm.Context;
  readonly Excel: typeof Excel;
  readonly Office: ReturnType<typeof officeParts>;
  /** Runs a built script (the text of it) where `Excel` and `Office` are; gives the value of its last expression. */
  run(script: string, filename: string): unknown;
}

export function loadClient({ host, path, ...options }: ClientOptions): ExcelClient {
  const globals = browserGlobals();
  const context = vm.createContext(globals);
  compiled(path).runInContext(context);
  // The client defines an `Office` of its own, whose context asks a native host; ours stands in front of it.
  const parts = officeParts(options);
  const office = Object.create((globals['Office'] ?? null) as object | null, Object.getOwnPropertyDescriptors(parts)) as typeof parts;
  globals['Office'] = office;
  const extension = globals['OfficeExtension'] as { HostBridge: { init(bridge: object): void } };
  extension.HostBridge.init(bridgeTo(host));
  return {
    context,
    Excel: globals['Excel'] as typeof Excel,
    Office: office,
    run: (script, filename) => vm.runInContext(script, context, { filename }),
  };
}

const scripts = new Map<string, vm.Script>();

/** The file is large and the same for every workbook; it is read and compiled once. */
function compiled(file: string): vm.Script {
  const script = scripts.get(file) ?? new vm.Script(readFileSync(file, 'utf8'), { filename: file });
  scripts.set(file, script);
  return script;
}

/** What the client wants of a browser before it can be loaded. It sends nothing over the network. */
function browserGlobals(): Record<string, unknown> {
  const nothing = () => undefined;
  const globals: Record<string, unknown> = {
    console, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance, URL, TextEncoder, TextDecoder,
    navigator: { userAgent: 'node', platform: 'node' },
    location: { href: 'https://localhost/', search: '', protocol: 'https:', origin: 'https://localhost' },
    document: {
      URL: 'https://localhost/', getElementsByTagName: () => [], createElement: () => ({}), addEventListener: nothing,
    },
    XMLHttpRequest: class {},
    addEventListener: nothing,
    removeEventListener: nothing,
  };
  return Object.assign(globals, { window: globals, self: globals });
}
