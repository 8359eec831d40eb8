/**
 * Ranges that the client keeps between batches. Each gets an id when it is made; an id that the client does not ask to keep
 * is gone when its batch ends.
 */
import { HostFault } from './errors';
import { identity, type HostObject } from './model/hostObject';
import { Range } from './model/range';

export class References {
  readonly #objects = new Map<string, HostObject>();
  readonly #ids = new WeakMap<HostObject, string>();
  readonly #kept = new Set<string>();
  #given = 0;

  /** What an "instantiate" tells the client of an object. */
  describe(object: HostObject): Readonly<Record<string, string>> {
    return object instanceof Range ? { _ReferenceId: this.#idOf(object) } : object[identity]();
  }

  find(id: string): HostObject {
    const object = this.#objects.get(id);
    if (object === undefined) throw new HostFault('InvalidReference', `The host keeps no object ${id} any more.`);
    return object;
  }

  keep(object: HostObject): null {
    this.#kept.add(this.#idOf(object));
    return null;
  }

  remove(id: unknown): null {
    this.#kept.delete(String(id));
    this.#objects.delete(String(id));
    return null;
  }

  endOfBatch(): void {
    for (const id of this.#objects.keys()) if (!this.#kept.has(id)) this.#objects.delete(id);
  }

  #idOf(object: HostObject): string {
    const known = this.#ids.get(object);
    const id = known ?? `range-${(this.#given += 1)}`;
    this.#ids.set(object, id);
    this.#objects.set(id, object);
    return id;
  }
}
