/**
 * `HTMLRewriter`, with lol-html as Wasm. The package's own class is for Deno; its glue is what is used here.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/html-rewriter.c%2B%2B
 */
// The package exports the glue only together with the Wasm as text.
import init, {
  HTMLRewriter as LolHtml,
} from '../../node_modules/@worker-tools/html-rewriter/esm/vendor/html_rewriter.js';
import { assets, placeClasses, platform } from './place';

declare global {
  /** Where the Wasm is among the script's assets; set around this script, see compiler/brought-globals.ts. */
  var ISOLAB_ASSET: number;
  /** The project's modules are evaluated after it. */
  var ISOLAB_READY: Promise<unknown>;
}

type Callback = (token: object) => unknown;
type Handlers = Readonly<Record<string, unknown>>;

const ELEMENT_HANDLERS = ['element', 'comments', 'text'] as const;
const DOCUMENT_HANDLERS = ['doctype', 'comments', 'text', 'end'] as const;

class HTMLRewriter {
  readonly #elements: (readonly [selector: string, handlers: Handlers])[] = [];
  readonly #documents: Handlers[] = [];

  on(...[selector, handlers]: unknown[]): this {
    if (!isObject(handlers)) throw notA('on', 2, 'ElementContentHandlers');
    requireSelector(`${selector}`);
    this.#elements.push([`${selector}`, handlers]);
    return this;
  }

  onDocument(...[handlers]: unknown[]): this {
    if (!isObject(handlers)) throw notA('onDocument', 1, 'DocumentContentHandlers');
    this.#documents.push(handlers);
    return this;
  }

  transform(...[response]: unknown[]): Response {
    if (!(response instanceof Response)) throw notA('transform', 1, 'Response');
    const { body } = response;
    return body ? new Response(this.#rewritten(body), response) : new Response(null, response);
  }

  #rewritten(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const failure: Failure = {};
    // In the frame of whoever transforms, not of who reads.
    const elements = this.#elements.map(
      ([selector, handlers]) => [selector, bound(handlers, ELEMENT_HANDLERS, failure)] as const,
    );
    const documents = this.#documents.map((handlers) =>
      bound(handlers, DOCUMENT_HANDLERS, failure),
    );
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    let written = Promise.resolve();
    const lol = new LolHtml(
      (chunk: Uint8Array) => {
        if (chunk.byteLength > 0) written = writer.write(chunk.slice());
        // Who reads no more is told by the next write.
        written.catch(() => {});
      },
      { enableEsiTags: false },
    );
    for (const [selector, handlers] of elements) lol.on(selector, handlers);
    for (const handlers of documents) lol.onDocument(handlers);
    void rewrite(body, lol, () => written)
      .then(
        () => writer.close(),
        (error: unknown) => writer.abort(failure.thrown ? failure.thrown.error : error),
      )
      .catch(() => {});
    return readable;
  }
}

async function rewrite(
  body: ReadableStream<Uint8Array>,
  lol: LolHtml,
  written: () => Promise<void>,
): Promise<void> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      await lol.write(value);
      await written();
    }
    await lol.end();
  } catch (error) {
    await reader.cancel(error).catch(() => {});
    throw error;
  } finally {
    lol.free();
  }
}

/** What a handler threw first: what comes out of the Wasm is only like it. */
interface Failure {
  thrown?: { readonly error: unknown };
}

function bound(handlers: Handlers, names: readonly string[], failure: Failure): Handlers {
  const fail = (error: unknown): never => {
    failure.thrown ??= { error };
    throw error;
  };
  const given = names
    .map((name) => [name, handlers[name]] as const)
    .filter((entry): entry is readonly [string, Callback] => typeof entry[1] === 'function');
  return Object.fromEntries(
    given.map(([name, handler]) => [
      name,
      platform.bindToFrame((raw: object) => {
        const token = tokenOf(raw, fail);
        try {
          const returned = Reflect.apply(handler, handlers, [token.proxy]);
          if (!(returned instanceof Promise)) {
            token.end();
            return undefined;
          }
          return returned.then(token.end, fail);
        } catch (error) {
          return fail(error);
        }
      }),
    ]),
  );
}

const ENDED =
  'This content token is no longer valid. Content tokens are only valid during the execution of the relevant content handler.';

/** A token as handlers see it: after its handler it refuses all. */
function tokenOf(raw: object, fail: (error: unknown) => never) {
  let ended = false;
  const proxy: object = new Proxy(raw, {
    get(target, name) {
      if (ended) throw new TypeError(ENDED);
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || name === 'constructor') return value;
      return (...values: unknown[]) => {
        if (ended) throw new TypeError(ENDED);
        const given =
          name === 'onEndTag' ? values.map((callback) => endTag(callback, fail)) : values;
        const result: unknown = Reflect.apply(value, target, given);
        return result === target ? proxy : result;
      };
    },
    set(target, name, value) {
      if (ended) throw new TypeError(ENDED);
      return Reflect.set(target, name, value, target);
    },
  });
  const end = (): void => {
    ended = true;
  };
  return { proxy, end };
}

function endTag(callback: unknown, fail: (error: unknown) => never): unknown {
  if (typeof callback !== 'function') return callback;
  return platform.bindToFrame((raw: object) => {
    const token = tokenOf(raw, fail);
    try {
      const returned: unknown = Reflect.apply(callback, undefined, [token.proxy]);
      return returned instanceof Promise ? returned.then(token.end, fail) : token.end();
    } catch (error) {
      return fail(error);
    }
  });
}

/** @throws {TypeError} with what lol-html says of it. */
function requireSelector(selector: string): void {
  const tried = new LolHtml(() => {});
  try {
    tried.on(selector, {});
  } catch (error) {
    throw new TypeError(error instanceof Error ? error.message : String(error));
  } finally {
    tried.free();
  }
}

function isObject(value: unknown): value is Handlers {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function notA(method: string, parameter: number, type: string): TypeError {
  return new TypeError(
    `Failed to execute '${method}' on 'HTMLRewriter': parameter ${parameter} is not of type '${type}'.`,
  );
}

placeClasses({ HTMLRewriter });
const wasm = assets[ISOLAB_ASSET];
if (!wasm) throw new Error('The Wasm of HTMLRewriter is not part of the script.');
ISOLAB_READY = init(new WebAssembly.Module(wasm));
