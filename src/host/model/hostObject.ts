/**
 * An object of the Office object model as the host answers for it.
 *
 * Its API is what its class says and nothing else: getters and setters are properties, methods are methods, under the
 * names that Office gives them. What is not there is answered with ApiNotFound. Whatever the host itself needs of an
 * object is a field or goes by a symbol, so that no request can reach it.
 */
import { HostFault } from '../errors';

/** What the answer to an "instantiate" action tells the client, so that it finds the object again. */
export const identity = Symbol('identity');
/** The members of a collection. */
export const items = Symbol('items');

export abstract class HostObject {
  abstract readonly className: string;
  /** Getters that lead to other objects, which a load of "everything" leaves out. */
  readonly navigation: readonly string[] = [];

  [identity](): Readonly<Record<string, string>> {
    return {};
  }

  [items](): readonly HostObject[] | null {
    return null;
  }
}

export interface Member {
  readonly get?: () => unknown;
  readonly set?: (value: unknown) => void;
  readonly call?: (...args: unknown[]) => unknown;
}

/** A property or method by its Office name, or `null` where the object has none of that name. */
export function memberOf(object: HostObject, name: string): Member | null {
  for (let prototype: object = Object.getPrototypeOf(object) as object; prototype !== HostObject.prototype; prototype = Object.getPrototypeOf(prototype) as object) {
    const found = Object.getOwnPropertyDescriptor(prototype, name);
    if (found === undefined || name === 'constructor') continue;
    if (typeof found.value === 'function') return { call: (found.value as (...args: unknown[]) => unknown).bind(object) };
    return {
      ...(found.get ? { get: found.get.bind(object) as () => unknown } : {}),
      ...(found.set ? { set: found.set.bind(object) as (value: unknown) => void } : {}),
    };
  }
  return null;
}

/** The properties that a load without names brings. */
export function scalarsOf(object: HostObject): string[] {
  const names: string[] = [];
  for (let prototype: object = Object.getPrototypeOf(object) as object; prototype !== HostObject.prototype; prototype = Object.getPrototypeOf(prototype) as object) {
    for (const [name, found] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (found.get && !object.navigation.includes(name)) names.push(name);
    }
  }
  return names;
}

/** An argument that must be text. */
export function textArgument(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  throw new HostFault('InvalidArgument', `The argument ${name} must be text; it is ${JSON.stringify(value) ?? 'missing'}.`);
}

/** An argument that must be a whole number, not below the least that is allowed. */
export function wholeNumberArgument(value: unknown, name: string, least = 0): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  throw new HostFault('InvalidArgument', `The argument ${name} must be a whole number from ${least} on; it is ${JSON.stringify(value) ?? 'missing'}.`);
}

export function booleanArgument(value: unknown, name: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new HostFault('InvalidArgument', `The argument ${name} must be true or false; it is ${JSON.stringify(value) ?? 'missing'}.`);
}

export function numberArgument(value: unknown, name: string, least = 0): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= least) return value;
  throw new HostFault('InvalidArgument', `The argument ${name} must be a number from ${least} on; it is ${JSON.stringify(value) ?? 'missing'}.`);
}

/** One of a few words, as Office spells them. */
export function choiceArgument<Choice extends string>(value: unknown, name: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new HostFault('InvalidArgument', `The argument ${name} must be one of ${choices.join(', ')}; it is ${JSON.stringify(value) ?? 'missing'}.`);
}
