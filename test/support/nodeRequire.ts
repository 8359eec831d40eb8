/**
 * Node's own `require`, past Jest's. Univer depends on packages that are ES modules only; Node loads those, Jest cannot, and
 * loading Univer once for a worker instead of once for a test file saves seconds for each file.
 */
import { runInThisContext } from 'node:vm';
import { addIteratorMethods } from '../../src/host/univer/iterators';

/** Jest gives tests a `process` of its own, whose modules are Jest's too. */
const { createRequire } = (runInThisContext('process') as NodeJS.Process).getBuiltinModule('node:module');

/** Outside Jest's sandbox the arrays and maps are others, and so is what they inherit. */
addIteratorMethods(runInThisContext('Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()))') as object);

export const nodeRequire: NodeJS.Require = createRequire(__filename);
