/**
 * Univer 0.25.1 calls methods of iterators (`map.keys().some(...)`) that Node has only from version 22 on; without them
 * adding a name throws in Node 20. Must be imported before any part of Univer.
 */
type Step = (...args: unknown[]) => unknown;

/** `iterators`: the object from which the iterators of maps, sets and arrays inherit. */
export function addIteratorMethods(iterators: object): void {
  for (const method of ['some', 'every', 'find', 'map', 'filter', 'forEach', 'reduce'] as const) {
    if (method in iterators) continue;
    Object.defineProperty(iterators, method, {
      configurable: true,
      writable: true,
      value(this: Iterable<unknown>, ...args: unknown[]) {
        return (Array.from(this) as unknown as Record<string, Step>)[method]!(...args);
      },
    });
  }
}

addIteratorMethods(Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object);
