/** What a runtime has: its globals and its modules' exports, each with its members, as data. */

/** One value: its type, and the names of its members (of a class: `static x`, and its prototype's). */
export interface Described {
  readonly type: string;
  readonly members: readonly string[];
}

export type Surface = Readonly<Record<string, Described>>;

/**
 * The source of a function that describes every property of `holders`. Its text runs in both runtimes.
 */
export const DESCRIBE = `
function membersOf(holder, prefix) {
  return Object.getOwnPropertyNames(holder)
    .filter((name) => !['name', 'length', 'prototype', 'constructor', 'arguments', 'caller'].includes(name))
    .map((name) => prefix + name);
}
function describe(value) {
  const type = value === null ? 'null' : typeof value;
  if (type === 'function') {
    const { prototype } = value;
    const members = membersOf(value, 'static ');
    return { type, members: prototype ? [...members, ...membersOf(prototype, '')].sort() : members.sort() };
  }
  if (type !== 'object' || value === globalThis || Array.isArray(value)) return { type, members: [] };
  const members = new Set(membersOf(value, ''));
  const prototype = Object.getPrototypeOf(value);
  if (prototype && prototype !== Object.prototype) for (const name of membersOf(prototype, '')) members.add(name);
  return { type, members: [...members].sort() };
}
function described(get) {
  try {
    return describe(get());
  } catch (error) {
    return { type: 'throws ' + error.message, members: [] };
  }
}
function surfaceOf(names, holder) {
  return Object.fromEntries(names.sort().map((name) => [name, described(() => holder[name])]));
}`;

/**
 * A worker that answers with its globals.
 * @param names Globals that the code names, so that the playground brings them.
 */
export function globalsWorker(names: readonly string[]): string {
  return `${DESCRIBE}
const named = ${JSON.stringify(names)};
const found = new Set();
for (let holder = globalThis; holder; holder = Object.getPrototypeOf(holder)) {
  for (const name of Object.getOwnPropertyNames(holder)) found.add(name);
}
const surface = surfaceOf([...found], globalThis);
export default { fetch: () => Response.json(surface) };`;
}

/** A worker that answers with the exports of those of `modules` that there are. */
export function modulesWorker(modules: readonly string[]): string {
  return `${DESCRIBE}
export default {
  async fetch() {
    const surfaces = {};
    for (const name of ${JSON.stringify(modules)}) {
      try {
        const module = await import(name);
        surfaces[name] = surfaceOf(Object.keys(module), module);
      } catch (error) {
        if (!/No such module/.test(error.message)) throw error;
      }
    }
    return Response.json(surfaces);
  },
};`;
}

/** A worker that answers with the exports of one module, which its code imports. */
export function moduleWorker(module: string): string {
  return `${DESCRIBE}
import * as module from ${JSON.stringify(module)};
const surface = surfaceOf(Object.keys(module), module);
export default { fetch: () => Response.json(surface) };`;
}
