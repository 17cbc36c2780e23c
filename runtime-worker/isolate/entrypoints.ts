import { isResponse, type WorkerResponse } from './http/response';
import { WorkerEntrypoint } from './worker-entrypoint';

export type HandlerName = 'fetch' | 'scheduled' | 'queue' | 'test';

/** What workerd says where an entrypoint lacks the handler of an event. */
const MISSING: Readonly<Record<HandlerName, string>> = {
  fetch: 'Handler does not export a fetch() function.',
  scheduled: 'Handler does not export a scheduled() function',
  queue: 'Handler does not export a queue() function.',
  test: 'Entrypoint does not export a test() function.',
};

/** What the main module exports, after validation. */
export class Entrypoints {
  readonly #exports: Readonly<Record<string, unknown>>;

  /**
   * Checks the exports of the main module as workerd does after evaluating it, with its messages.
   * @throws {TypeError} where an export is neither a function nor an object.
   */
  constructor(exports: Readonly<Record<string, unknown>>) {
    for (const [name, value] of Object.entries(exports)) {
      if (typeof value === 'function' || (typeof value === 'object' && value !== null)) continue;
      throw new TypeError(
        `Incorrect type for map entry '${name}': the provided value is not of type 'function or ExportedHandler'.`,
      );
    }
    this.#exports = exports;
  }

  /**
   * Calls a handler: of an object with `(argument, env, ctx)`, of a class's fresh instance with
   * `(argument)`.
   * @throws where there is no such entrypoint or handler, and whatever the handler throws.
   */
  call(
    entrypoint: string | undefined,
    handler: HandlerName,
    argument: object,
    env: object,
    ctx: object,
  ): unknown {
    const exported = this.#entrypoint(entrypoint);
    if (isEntrypointClass(exported)) {
      const instance = new exported(ctx, env);
      return methodOf(instance, handler).call(instance, argument);
    }
    if (typeof exported !== 'object' || exported === null) throw new Error(MISSING[handler]);
    return methodOf(exported, handler).call(exported, argument, env, ctx);
  }

  #entrypoint(name = 'default'): unknown {
    if (name === 'default' || Object.hasOwn(this.#exports, name)) return this.#exports[name];
    throw new Error(`Worker does not export an entrypoint named "${name}".`);
  }
}

function methodOf(holder: object, handler: HandlerName): (...values: unknown[]) => unknown {
  const method: unknown = Reflect.get(holder, handler);
  if (typeof method !== 'function') throw new Error(MISSING[handler]);
  return (...values) => Reflect.apply(method, holder, values);
}

function isEntrypointClass(value: unknown): value is typeof WorkerEntrypoint {
  return typeof value === 'function' && value.prototype instanceof WorkerEntrypoint;
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

function isThenable(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'then') === 'function'
  );
}
