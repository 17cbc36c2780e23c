/**
 * `env` and `exports` as `cloudflare:workers` exports them, and what replaces them for the code that
 * `withEnv`, `withExports` and `withEnvAndExports` run and for whatever that starts.
 * @see https://github.com/cloudflare/workerd/blob/main/src/cloudflare/workers.ts
 */
import { frameValue, withFrameValue } from './frame-values';

// Taken before user code can replace them.
const { apply, defineProperty, deleteProperty, get, getOwnPropertyDescriptor, has, ownKeys, set } =
  Reflect;

const ENV = {};
const EXPORTS = {};

/**
 * @param env What the handlers get.
 * @param exports What `ctx.exports` is.
 */
export function createEnvModule(env: object, exports: object) {
  return {
    env: envOf(() => current(ENV, env)),
    exports: exportsOf(() => current(EXPORTS, exports)),
    /** @throws {TypeError} where `work` is no function, and what it throws. */
    withEnv(given: unknown, work: unknown): unknown {
      const call = requireFunction('withEnv', 2, work);
      return replaced(ENV, given, call);
    },
    /** @throws {TypeError} where `work` is no function, and what it throws. */
    withExports(given: unknown, work: unknown): unknown {
      const call = requireFunction('withExports', 2, work);
      return replaced(EXPORTS, given, call);
    },
    /** @throws {TypeError} where `work` is no function, and what it throws. */
    withEnvAndExports(givenEnv: unknown, givenExports: unknown, work: unknown): unknown {
      const call = requireFunction('withEnvAndExports', 3, work);
      return replaced(ENV, givenEnv, () => replaced(EXPORTS, givenExports, call));
    },
  };
}

function current(key: object, otherwise: object): object {
  const value = frameValue(key);
  return isObject(value) ? value : otherwise;
}

/** What is no object replaces nothing. */
function replaced(key: object, value: unknown, work: () => unknown): unknown {
  return isObject(value) ? withFrameValue(key, value, work) : work();
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function requireFunction(name: string, position: number, work: unknown): () => unknown {
  if (typeof work === 'function') return () => apply(work, undefined, []);
  throw new TypeError(
    `Failed to execute '${name}' on 'EnvModule': parameter ${position} is not of type 'function'.`,
  );
}

/** What is changed of it is changed of the environment; it is not the environment itself. */
function envOf(of: () => object): object {
  return new Proxy(
    {},
    {
      get: (_, name) => get(of(), name),
      set: (_, name, value) => set(of(), name, value),
      has: (_, name) => has(of(), name),
      ownKeys: () => ownKeys(of()),
      deleteProperty: (_, name) => deleteProperty(of(), name),
      defineProperty: (_, name, descriptor) => defineProperty(of(), name, descriptor),
      getOwnPropertyDescriptor: (_, name) => getOwnPropertyDescriptor(of(), name),
    },
  );
}

/** What is changed of it is seen nowhere. */
function exportsOf(of: () => object): object {
  return new Proxy(
    {},
    {
      get: (_, name) => get(of(), name),
      has: (_, name) => has(of(), name),
      ownKeys: () => ownKeys(of()),
      getOwnPropertyDescriptor: (_, name) => getOwnPropertyDescriptor(of(), name),
    },
  );
}
