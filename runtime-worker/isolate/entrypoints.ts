import { isResponse, type WorkerResponse } from './http/response';
import { WorkerEntrypoint, WorkflowEntrypoint } from './worker-entrypoint';

export type HandlerName = 'fetch' | 'scheduled' | 'queue' | 'test' | 'tail';

/** What workerd says where an entrypoint lacks the handler of an event. */
const MISSING: Readonly<Record<HandlerName, string>> = {
  fetch: 'Handler does not export a fetch() function.',
  scheduled: 'Handler does not export a scheduled() function',
  queue: 'Handler does not export a queue() function.',
  test: 'Entrypoint does not export a test() function.',
  tail: 'Handler does not export a tail() function.',
};

/** What workerd warns of, once. */
const NO_TAIL =
  'Attempted to send events but we lack a handler, did you remember to export a tail() function?';

/** What an export is for the runtime. */
type Kind = 'handler' | 'entrypoint' | 'durableObject' | 'workflow';

/** What the main module exports, after validation. */
export class Entrypoints {
  readonly #exports: Readonly<Record<string, unknown>>;
  readonly #kinds = new Map<string, Kind>();
  #warn: ((text: string) => void) | undefined;

  /**
   * Checks the exports of the main module as workerd does after evaluating it, with its messages.
   * @param warn Called with what workerd logs as a warning.
   * @throws {TypeError} where an export is neither a function nor an object.
   */
  constructor(exports: Readonly<Record<string, unknown>>, warn: (text: string) => void) {
    this.#warn = warn;
    for (const [name, value] of Object.entries(exports)) this.#kinds.set(name, kindOf(name, value));
    this.#exports = exports;
  }

  /** The exports of a kind, by name. */
  named(kind: Kind): readonly string[] {
    return [...this.#kinds].flatMap(([name, of]) => (of === kind ? [name] : []));
  }

  /**
   * Calls a handler: of an object with `(argument, env, ctx)`, of a class's fresh instance, which was made
   * with these, with `undefined` in the place of both.
   * @throws where there is no such entrypoint or handler, and whatever the handler throws.
   */
  call(
    entrypoint: string | undefined,
    handler: HandlerName,
    argument: object,
    env: object,
    ctx: object,
  ): unknown {
    const target = this.target(entrypoint, env, ctx);
    const method = target && methodOf(target, handler);
    if (method) {
      const isInstance = this.#kinds.get(entrypoint ?? 'default') === 'entrypoint';
      const more = isInstance ? [undefined, undefined] : [env, ctx];
      return Reflect.apply(method, target, [argument, ...more]);
    }
    if (handler === 'tail') {
      this.#warn?.(NO_TAIL);
      this.#warn = undefined;
    }
    throw new Error(MISSING[handler]);
  }

  /**
   * The object that has the handlers and methods: a class's fresh instance.
   * @throws where there is no such entrypoint, or its class cannot run here.
   */
  target(name = 'default', env: object, ctx: object): object | undefined {
    const exported = this.#exports[name];
    switch (this.#kinds.get(name)) {
      case 'handler':
        return Object(exported);
      case 'entrypoint':
        return Reflect.construct(requireFunction(exported), [ctx, env]);
      case 'durableObject':
        throw new Error(
          `The export ${name} is a class of Durable Objects, which are not supported here yet.`,
        );
      case 'workflow':
        throw new Error(`The export ${name} is a Workflow, which is not supported here yet.`);
      case undefined:
        if (name === 'default') return undefined;
        throw new Error(`Worker does not export an entrypoint named "${name}".`);
    }
  }
}

/** @throws as workerd does where the value is nothing that a main module can export. */
function kindOf(name: string, value: unknown): Kind {
  if (value === undefined || value === null) {
    throw new TypeError(
      'Cannot initialize N7workerd3api15ExportedHandlerE with required members from an undefined or null value.',
    );
  }
  if (typeof value === 'function') {
    if (value.prototype instanceof WorkerEntrypoint) return 'entrypoint';
    return value.prototype instanceof WorkflowEntrypoint ? 'workflow' : 'durableObject';
  }
  if (typeof value !== 'object') {
    throw new TypeError(
      `Incorrect type for map entry '${name}': the provided value is not of type 'function or ExportedHandler'.`,
    );
  }
  if (!Object.prototype.isPrototypeOf.call(Object.prototype, value)) {
    throw new Error("Exported value's prototype chain does not end in Object.");
  }
  return 'handler';
}

function requireFunction(value: unknown): new (ctx: object, env: object) => object {
  // Only functions are entrypoints, and a class that extends another can be constructed.
  return value as new (
    ctx: object,
    env: object,
  ) => object;
}

function methodOf(holder: object, handler: HandlerName) {
  const method: unknown = Reflect.get(holder, handler);
  if (typeof method === 'function') return method;
  // What `tail` was called once.
  const trace: unknown = handler === 'tail' ? Reflect.get(holder, 'trace') : undefined;
  return typeof trace === 'function' ? trace : undefined;
}

/**
 * Checks what a `fetch` handler returned, with workerd's messages.
 * @throws {TypeError} where it is no Response.
 */
export async function readResponse(returned: unknown): Promise<WorkerResponse> {
  if (isResponse(returned)) return usable(returned);
  if (!isThenable(returned)) {
    throw new TypeError("Callback returned incorrect type; expected 'Promise'");
  }
  const response: unknown = await returned;
  if (isResponse(response)) return usable(response);
  throw new TypeError("Incorrect type for Promise: the Promise did not resolve to 'Response'.");
}

/** @throws {TypeError} where the response cannot be sent. */
function usable(response: WorkerResponse): WorkerResponse {
  if (response.type === 'error') {
    throw new TypeError(
      'Return value from serve handler must not be an error response (like Response.error())',
    );
  }
  return response;
}

/** Whether somebody can wait for it. */
export function isThenable(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'then') === 'function'
  );
}
