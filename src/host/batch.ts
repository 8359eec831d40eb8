/**
 * Carries out one batch: its actions in order, each on the object that its path leads to. As in Excel, what was done before
 * an action that fails stays done, and nothing after it is done.
 */
import { HostFault } from './errors';
import { HostObject, identity, items, memberOf, scalarsOf } from './model/hostObject';
import { ActionType, PathType, type Action, type ArgumentInfo, type Batch, type BatchAnswer, type BatchError, type QueryInfo } from './protocol';
import type { References } from './references';

/** What is about to be done; a listener that throws a HostFault makes exactly this action fail. */
export interface ActionInfo {
  /** Which batch, counted from 1 as `Host.batches` does. */
  readonly batch: number;
  /** Which action of the batch, from 0. */
  readonly index: number;
  /** `instantiate`, `query`, `set formulas`, `method delete`, ... */
  readonly action: string;
  /** The object that it is done to, for example `workbook.worksheets.add().getRange()`. */
  readonly path: string;
}

export interface BatchContext {
  readonly root: HostObject;
  readonly references: References;
  /** Brings the cells up to date before something is read. */
  readonly settle: () => Promise<void>;
  readonly beforeAction: (info: Omit<ActionInfo, 'batch'>) => void;
}

export async function runBatch(batch: Batch, context: BatchContext): Promise<BatchAnswer> {
  const run = new BatchRun(batch, context);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of batch.Actions.entries()) {
    try {
      context.beforeAction({ index, action: nameOfAction(action), path: pathText(batch, action.ObjectPathId) });
      results.push({ ActionId: action.Id, Value: await run.perform(action) });
      if (action.ActionType === ActionType.trace) traces.push(action.Id);
    } catch (error) {
      return { Results: results, TraceIds: traces, Error: errorOf(error, index, locationOf(batch, action, run)) };
    }
  }
  return { Results: results, TraceIds: traces };
}

class BatchRun {
  readonly #objects = new Map<number, HostObject | null>();

  constructor(readonly batch: Batch, readonly context: BatchContext) {}

  async perform(action: Action): Promise<unknown> {
    if (action.ActionType === ActionType.trace) return null;
    const object = await this.#object(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.instantiate:
        return object === null ? null : this.context.references.describe(object);
      case ActionType.query:
      case ActionType.queryAsJson:
        await this.context.settle();
        return object === null ? null : this.#query(object, action.QueryInfo ?? {});
      case ActionType.set:
        if (object !== null) this.#set(object, action.Name, (await this.#arguments(action.ArgumentInfo))[0]);
        return null;
      case ActionType.update:
        if (object !== null) for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.#set(object, name, value);
        return null;
      case ActionType.method:
        return object === null ? null : this.#call(object, action.Name, await this.#arguments(action.ArgumentInfo));
      default:
        throw new HostFault('ApiNotFound', `Actions of type ${action.ActionType} are not part of this host.`);
    }
  }

  className(pathId: number): string | null {
    return this.#objects.get(pathId)?.className ?? null;
  }

  /** The object at a path, evaluated once for a batch. `null` is Excel's null object; all that it leads to is one too. */
  async #object(id: number): Promise<HostObject | null> {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const object = await this.#evaluate(id);
    this.#objects.set(id, object);
    return object;
  }

  async #evaluate(id: number): Promise<HostObject | null> {
    const path = this.batch.ObjectPaths[id];
    if (path === undefined) throw new HostFault('InvalidArgument', `The request has no object path ${id}.`);
    switch (path.ObjectPathType) {
      case PathType.globalObject:
        return this.context.root;
      case PathType.nullObject:
        return null;
      case PathType.reference:
        return this.context.references.find(path.Name);
      case PathType.property:
      case PathType.method:
      case PathType.indexer:
        break;
      default:
        throw new HostFault('ApiNotFound', `Objects of the kind ${path.Name || path.ObjectPathType} are not part of this host.`);
    }
    const parent = await this.#object(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const name = path.ObjectPathType === PathType.indexer ? 'getItem' : officeName(path.Name);
    if (name.startsWith('getUsedRange')) await this.context.settle();
    const member = memberOf(parent, name);
    const args = await this.#arguments(path.ArgumentInfo);
    const reached: unknown = path.ObjectPathType === PathType.property ? member?.get?.() : await member?.call?.(...args);
    if (reached === null || reached instanceof HostObject) return reached;
    throw missing(parent, name);
  }

  async #arguments(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const objects = info?.ReferencedObjectPathIds ?? [];
    return Promise.all((info?.Arguments ?? []).map((value, index) => this.#argument(value, objects[index])));
  }

  async #argument(value: unknown, object: unknown): Promise<unknown> {
    if (typeof object === 'number' && object !== 0) {
      const found = await this.#object(object);
      if (found === null) throw new HostFault('InvalidArgument', 'An argument is a null object.');
      return found;
    }
    if (!Array.isArray(value) || !Array.isArray(object)) return value;
    return Promise.all(value.map((one, index) => this.#argument(one, (object as unknown[])[index])));
  }

  #set(object: HostObject, name: string, value: unknown): void {
    const member = memberOf(object, officeName(name));
    if (!member?.set) throw missing(object, officeName(name));
    member.set(value);
  }

  async #call(object: HostObject, name: string, args: unknown[]): Promise<unknown> {
    if (name === '_KeepReference') return this.context.references.keep(object);
    if (name === '_RemoveReference') return this.context.references.remove(args[0]);
    const member = memberOf(object, officeName(name));
    if (!member?.call) throw missing(object, officeName(name));
    return (await member.call(...args)) ?? null;
  }

  async #query(object: HostObject, query: QueryInfo): Promise<unknown> {
    const members = object[items]();
    const wanted = selectionOf(query);
    if (members === null) return this.#properties(object, wanted);
    const from = query.Skip ?? 0;
    const shown = members.slice(from, query.Top === undefined ? undefined : from + query.Top);
    const found = [];
    for (const member of shown) found.push(await this.#properties(member, wanted));
    return { _Items: found };
  }

  async #properties(object: HostObject, wanted: Selection): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = { ...object[identity]() };
    const names = wanted.everything ? [...scalarsOf(object), ...wanted.names] : wanted.names;
    for (const name of new Set(names)) {
      const member = memberOf(object, name);
      if (!member?.get) throw missing(object, name);
      found[wireName(name)] = (await member.get()) ?? null;
    }
    for (const [name, inner] of wanted.objects) {
      const member = memberOf(object, name);
      if (!member?.get) throw missing(object, name);
      const reached: unknown = member.get();
      if (reached !== null && !(reached instanceof HostObject)) throw missing(object, name);
      found[wireName(name)] = reached === null ? null : await this.#query(reached, inner);
    }
    return found;
  }
}

interface Selection {
  readonly everything: boolean;
  readonly names: readonly string[];
  /** Objects reached from here, and what is asked of them. */
  readonly objects: ReadonlyMap<string, QueryInfo>;
}

/** `name`, `format/fill/color`, `*`: what is asked of an object itself and of the objects behind it. */
function selectionOf({ Select = [], Expand = [] }: QueryInfo): Selection {
  const objects = new Map<string, { Select: string[] }>();
  const names: string[] = [];
  for (const text of [...Select, ...Expand.map((one) => `${one}/*`)]) {
    const [first = '', ...rest] = text.split(/[/.]/);
    if (rest.length === 0) names.push(first);
    else objects.set(first, { Select: [...(objects.get(first)?.Select ?? []), rest.join('/')] });
  }
  const everything = names.includes('*') || (names.length === 0 && objects.size === 0);
  return { everything, names: names.filter((name) => name !== '*'), objects };
}

const officeName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const missing = (object: HostObject, name: string): HostFault =>
  new HostFault('ApiNotFound', `${object.className}.${name} is not part of this host.`, `${object.className}.${name}`);

const KINDS: Readonly<Record<number, string>> = {
  [ActionType.instantiate]: 'instantiate',
  [ActionType.query]: 'query',
  [ActionType.queryAsJson]: 'query',
  [ActionType.method]: 'method',
  [ActionType.set]: 'set',
  [ActionType.trace]: 'trace',
  [ActionType.update]: 'update',
};

const nameOfAction = (action: Action): string =>
  [KINDS[action.ActionType] ?? `type ${action.ActionType}`, officeName(action.Name)].filter((part) => part !== '').join(' ');

function pathText(batch: Batch, id: number): string {
  const path = batch.ObjectPaths[id];
  if (path === undefined) return '';
  if (path.ObjectPathType === PathType.globalObject) return 'workbook';
  if (path.ObjectPathType === PathType.reference) return `reference(${path.Name})`;
  const step = path.ObjectPathType === PathType.indexer ? 'getItem()' : officeName(path.Name) + (path.ObjectPathType === PathType.method ? '()' : '');
  return `${pathText(batch, path.ParentObjectPathId ?? 0)}.${step}`;
}

/** Class and member, as in Excel's `errorLocation`. */
function locationOf(batch: Batch, action: Action, run: BatchRun): string {
  const path = batch.ObjectPaths[action.ObjectPathId];
  if (action.ActionType !== ActionType.instantiate) {
    const owner = run.className(action.ObjectPathId);
    return action.Name === '' ? (owner ?? '') : [owner, officeName(action.Name)].filter((part) => part !== null).join('.');
  }
  const owner = run.className(path?.ParentObjectPathId ?? 0);
  const member = path?.ObjectPathType === PathType.indexer ? 'getItem' : officeName(path?.Name ?? '');
  return owner === null ? member : `${owner}.${member}`;
}

function errorOf(error: unknown, index: number, location: string): BatchError {
  const fault = error instanceof HostFault
    ? error
    : new HostFault('GeneralException', `The host failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return {
    Code: fault.code,
    Message: fault.message,
    Location: fault.location ?? location,
    ActionIndex: index,
    HttpStatusCode: fault.httpStatusCode,
  };
}
