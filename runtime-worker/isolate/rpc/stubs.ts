import { currentFrame, runIn } from '../async-context';
import { NativeProxy } from '../proxies';
import { type Asked, type Hook, hookOf, LocalHook, RpcTarget, setHook } from './members';

// Old engines have none; then nothing can ask for it.
const dispose: typeof Symbol.dispose = Symbol.dispose ?? Symbol('Symbol.dispose');

/** Refers to what is in another isolate, or in this one. */
export class RpcStub {
  constructor(target: unknown) {
    if (typeof target !== 'function' && (typeof target !== 'object' || target === null)) {
      throw new TypeError(
        "Failed to construct 'JsRpcStub': constructor parameter 1 is not of type 'Object'.",
      );
    }
    const frame = currentFrame();
    const hook = hookOf(target) ?? new LocalHook(target, (work) => runIn(frame, work));
    // Only a proxy has every property. Its prototype is this class's, so it is one of them.
    // biome-ignore lint/correctness/noConstructorReturn: see above.
    return createStub(hook) as RpcStub;
  }

  dup(): object {
    return createStub(requireHook(this).dup());
  }

  onRpcBroken(callback: (error: unknown) => void): void {
    requireHook(this).onBroken(callback);
  }
}
Object.defineProperty(RpcStub.prototype, Symbol.toStringTag, { value: 'JsRpcStub' });

/** What a call returns: a promise, of whose answer more can be asked before it is there. */
export class RpcPromise {
  constructor() {
    throw new TypeError('Illegal constructor');
  }

  /** User code awaits it: a thenable is what it has to be. */
  // biome-ignore lint/suspicious/noThenProperty: see above.
  then(...callbacks: Callbacks): Promise<unknown> {
    return answerOf(this).then(...callbacks);
  }

  catch(callback: Callbacks[1]): Promise<unknown> {
    return answerOf(this).catch(callback);
  }

  finally(callback: () => void): Promise<unknown> {
    return answerOf(this).finally(callback);
  }

  get [Symbol.toStringTag](): string {
    return 'JsRpcPromise';
  }
}

/** A member of a stub or of a promise: it can be called, and awaited. */
export class RpcProperty extends RpcPromise {
  override get [Symbol.toStringTag](): string {
    return 'JsRpcProperty';
  }
}

for (const holder of [RpcStub.prototype, RpcPromise.prototype]) {
  Object.defineProperty(holder, dispose, {
    value(this: object) {
      requireHook(this).dispose();
    },
    configurable: true,
    writable: true,
  });
}

type Callbacks = [
  fulfilled?: ((value: unknown) => unknown) | null | undefined,
  rejected?: ((error: unknown) => unknown) | null | undefined,
];

const answers = new WeakMap<object, () => Promise<unknown>>();

function answerOf(promise: object): Promise<unknown> {
  const answer = answers.get(promise);
  if (answer) return answer();
  throw new TypeError('Illegal invocation');
}

function requireHook(stub: object): Hook {
  const hook = hookOf(stub);
  if (hook) return hook;
  throw new TypeError('Illegal invocation');
}

/** How a stub answers to what its class does not have. */
interface Wildcard {
  /** By default it is a function. */
  readonly kind?: object;
  readonly prototype: object;
  readonly member: (name: string) => unknown;
  readonly call: (args: unknown[]) => unknown;
}

/** An object that has every property: its class's own, and whatever is asked of the other side. */
export function createWildcard({ kind = () => {}, prototype, member, call }: Wildcard): object {
  return new NativeProxy(kind, {
    get(_, name, receiver) {
      if (typeof name === 'symbol' || name in prototype) {
        return Reflect.get(prototype, name, receiver);
      }
      // Or awaiting it would ask the other side.
      return name === 'then' ? undefined : member(name);
    },
    has: (_, name) => typeof name === 'string' || name in prototype,
    apply: (_, __, args: unknown[]) => call(args),
    construct(_, args) {
      // workerd calls it, too.
      return Object(call(args));
    },
    getPrototypeOf: () => prototype,
    ownKeys: () => [],
    getOwnPropertyDescriptor: () => undefined,
  });
}

/** A stub of what a hook asks. */
export function createStub(hook: Hook): object {
  const stub = createWildcard({
    prototype: RpcStub.prototype,
    member: (name) => createProperty(hook, [name]),
    call: (args) => createPromise(hook.ask([], args)),
  });
  setHook(stub, hook);
  return stub;
}

/** A property, by its path from what a hook asks. */
export function createProperty(hook: Hook, path: readonly string[]): object {
  const property = createWildcard({
    prototype: RpcProperty.prototype,
    member: (name) => createProperty(hook, [...path, name]),
    call: (args) => createPromise(hook.ask(path, args)),
  });
  answers.set(property, () => hook.ask(path, undefined).answer);
  setHook(property, new PathHook(hook, path));
  return property;
}

function createPromise({ answer, hook }: Asked): object {
  const promise = createWildcard({
    prototype: RpcPromise.prototype,
    member: (name) => createProperty(hook, [name]),
    call: (args) => createPromise(hook.ask([], args)),
  });
  answers.set(promise, () => answer);
  setHook(promise, hook);
  return promise;
}

/** Asks what is at a path from another hook. */
class PathHook implements Hook {
  readonly #hook: Hook;
  readonly #path: readonly string[];

  constructor(hook: Hook, path: readonly string[]) {
    this.#hook = hook;
    this.#path = path;
  }

  ask(path: readonly string[], args: readonly unknown[] | undefined): Asked {
    return this.#hook.ask([...this.#path, ...path], args);
  }

  dup(): Hook {
    return this;
  }

  dispose(): void {}

  onBroken(callback: (error: unknown) => void): void {
    this.#hook.onBroken(callback);
  }
}

/** Whether a value crosses by reference. */
export function isByReference(value: unknown): boolean {
  return typeof value === 'function' || value instanceof RpcTarget || hookOf(value) !== undefined;
}

/** Gives a result the method that disposes of the stubs in it. */
export function makeDisposable(result: unknown, stubs: readonly object[]): void {
  if (typeof result !== 'object' || result === null || hookOf(result)) return;
  if (!Array.isArray(result) && Object.getPrototypeOf(result) !== Object.prototype) return;
  Object.defineProperty(result, dispose, {
    value() {
      for (const stub of stubs) hookOf(stub)?.dispose();
    },
    configurable: true,
    writable: true,
  });
}
