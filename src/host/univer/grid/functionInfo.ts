/** The add-in's functions as the grid offers them while a formula is typed: from functions.json, where Excel takes them from. */
import { FunctionType, type IFunctionInfo } from '@univerjs/engine-formula';

interface FunctionMetadata {
  readonly name: string;
  readonly description?: string;
  readonly parameters: readonly { readonly name: string; readonly description?: string; readonly optional?: boolean; readonly repeating?: boolean }[];
}

export function functionInfos(metadata: string, namespace: string): IFunctionInfo[] {
  const { functions } = JSON.parse(metadata) as { readonly functions: readonly FunctionMetadata[] };
  return functions.map(({ name, description = '', parameters }) => ({
    functionName: `${namespace}.${name}`.toUpperCase(),
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? '',
      example: '',
      require: parameter.optional ? 0 : 1,
      repeat: parameter.repeating ? 1 : 0,
    })),
  }));
}
