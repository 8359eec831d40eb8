/** The add-in's custom functions in Node: the built script runs in a bare context, with no browser and no Office. */
import vm from 'node:vm';
import {
  customFunctionsOf, scriptRuntime, type CustomFunctions, type CustomFunctionsOptions as Options, type ScriptErrorClass, type ScriptRuntime,
} from './customFunctions';

export type { CustomFunctions, FunctionError } from './customFunctions';

export interface CustomFunctionsOptions extends Omit<Options, 'runtime'> {
  /** The text of the built functions.js. */
  readonly script: string;
}

export const loadCustomFunctions = ({ script, ...options }: CustomFunctionsOptions): CustomFunctions =>
  customFunctionsOf({ ...options, runtime: runScript(script) });

/** Runs the script for what it associates. */
function runScript(script: string): ScriptRuntime {
  const context = vm.createContext({});
  const ErrorClass = vm.runInContext(
    '(class CustomFunctionsError extends Error { constructor(code, message) { super(message ?? ""); this.code = code; } })',
    context,
  ) as ScriptErrorClass;
  const { customFunctions, runtime } = scriptRuntime(ErrorClass);
  Object.assign(context, { self: context, CustomFunctions: customFunctions });
  vm.runInContext(script, context, { filename: 'functions.js' });
  return runtime;
}
