import { WorkerEntrypoint } from '../worker-entrypoint';

/** Base class of what crosses by reference, as `cloudflare:workers` exports it. */
export class RpcTarget {}

/** workerd's isReservedName() in src/workerd/api/worker-rpc.c++. */
const RESERVED: ReadonlySet<string> = new Set([
  'alarm',
  'constructor',
  'dup',
  'webSocketClose',
  'webSocketError',
  'webSocketMessage',
]);

/** What is asked of a stub is asked of its hook. */
export interface Hook {
  /** Without `args` the property is read. */
  ask(path: readonly string[], args: readonly unknown[] | undefined): Asked;
  dup(): Hook;
  dispose(): void;
  /** Calls back once what it refers to is gone for good. */
  onBroken(callback: (error: unknown) => void): void;
}

/** What was asked: the answer to come, and what is asked of that before it is there. */
export interface Asked {
  readonly answer: Promise<unknown>;
  readonly hook: Hook;
}

const hooks = new WeakMap<object, Hook>();

export function setHook(stub: object, hook: Hook): void {
  hooks.set(stub, hook);
}

export function hookOf(value: unknown): Hook | undefined {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
    ? hooks.get(value)
    : undefined;
}

/** Whether its class says what can be asked: what its prototype has, and nothing of its own. */
function isTarget(value: object): boolean {
  return value instanceof RpcTarget || value instanceof WorkerEntrypoint;
}

/**
 * Walks a path from a value, and reads or calls what is at its end.
 * @param within Runs user code in the frame that it belongs to.
 * @throws in workerd's words where there is no such method, and what the method throws.
 */
export async function follow(
  start: unknown,
  path: readonly string[],
  args: readonly unknown[] | undefined,
  within: <T>(work: () => T) => T,
): Promise<unknown> {
  let holder: unknown;
  let value = start;
  for (const [index, name] of path.entries()) {
    const hook = hookOf(value);
    if (hook) return hook.ask(path.slice(index), args).answer;
    holder = value;
    const previous = path[index - 1];
    value = await within(() => memberOf(holder, name, previous));
  }
  if (!args) return value;
  const hook = hookOf(value);
  if (hook) return hook.ask([], args).answer;
  if (typeof value !== 'function') throw new TypeError(`"${path.at(-1) ?? ''}" is not a function.`);
  const called = value;
  return within(() => Reflect.apply(called, holder, args));
}

function memberOf(holder: unknown, name: string, previous: string | undefined): unknown {
  if ((typeof holder !== 'object' && typeof holder !== 'function') || holder === null) {
    throw missing(previous ?? name);
  }
  if (!isTarget(holder)) {
    if (!Object.hasOwn(holder, name) || typeof holder === 'function') throw missing(name);
    return Reflect.get(holder, name);
  }
  if (RESERVED.has(name)) {
    throw new TypeError(`'${name}' is a reserved method and cannot be called over RPC.`);
  }
  if (Object.hasOwn(holder, name) || name in Object.prototype || !(name in holder)) {
    throw missing(name);
  }
  return Reflect.get(holder, name);
}

function missing(name: string): TypeError {
  return new TypeError(`The RPC receiver does not implement the method "${name}".`);
}

/** Asks what is in this isolate. */
export class LocalHook implements Hook {
  readonly #value: unknown;
  readonly #within: <T>(work: () => T) => T;

  constructor(value: unknown, within: <T>(work: () => T) => T) {
    this.#value = value;
    this.#within = within;
  }

  ask(path: readonly string[], args: readonly unknown[] | undefined): Asked {
    const answer = Promise.resolve(this.#value).then((value) =>
      follow(value, path, args, this.#within),
    );
    answer.catch(() => {});
    return { answer, hook: new LocalHook(answer, this.#within) };
  }

  dup(): Hook {
    return this;
  }

  dispose(): void {}

  onBroken(): void {}
}
