/**
 * `caches`: the checks of workerd here; what is kept is outside of the isolate, so that it survives an abort.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/cache.c%2B%2B
 */
import { CACHE_ENTRY_BYTES } from '../bounds';
import type { CacheRequest } from '../protocol';
import { MAKING, placeClasses, placeOwn, platform, requireMaking } from './place';

interface QueryOptions {
  readonly ignoreMethod?: boolean;
}

class Cache {
  readonly #name: string;

  constructor(making?: unknown, name = '') {
    requireMaking(making);
    this.#name = name;
  }

  async match(...[given, options]: [unknown?, QueryOptions?]): Promise<Response | undefined> {
    const request = requestOf(given, 'match');
    if (request.method !== 'GET' && !options?.ignoreMethod) return undefined;
    // By `then`, which remembers who asked: an `await` of this module does not, and the response would be another request's.
    return platform.askCache({ ...this.#request(request), type: 'match' }).then((found) => {
      if (found.type !== 'found') return undefined;
      const { status, statusText, headers, body } = found;
      return new Response(status === 304 ? null : body, {
        status,
        statusText,
        headers: copyOf(headers),
      });
    });
  }

  async put(...[given, response]: [unknown?, unknown?]): Promise<void> {
    const request = requestOf(given, 'put');
    if (!(response instanceof Response)) throw notA('put', 2, 'Response');
    if (request.method !== 'GET') {
      throw new TypeError('Cannot cache response to non-GET request.');
    }
    const { status, statusText, headers } = response;
    if (status === 206) {
      throw new TypeError('Cannot cache response to a range request (206 Partial Content).');
    }
    const vary = headers.get('vary') ?? '';
    if (vary.split(',').some((name) => name.trim() === '*')) {
      throw new TypeError("Cannot cache response with 'Vary: *' header.");
    }
    if (response.bodyUsed) {
      throw new TypeError(
        'Body has already been used. It can only be used once. Use tee() first if you need to read it twice.',
      );
    }
    if (status === 304) return;
    const body = new Uint8Array(await response.arrayBuffer());
    if (body.byteLength > CACHE_ENTRY_BYTES) {
      throw new Error(
        `The response is too large for the cache of this playground: ${body.byteLength} bytes of at most ${CACHE_ENTRY_BYTES}.`,
      );
    }
    const put = { status, statusText, headers: [...headers], body };
    await platform.askCache({ ...this.#request(request), type: 'put', ...put });
  }

  async delete(...[given, options]: [unknown?, QueryOptions?]): Promise<boolean> {
    const request = requestOf(given, 'delete');
    if (request.method !== 'GET' && !options?.ignoreMethod) return false;
    const answer = await platform.askCache({ ...this.#request(request), type: 'delete' });
    return answer.type === 'deleted' && answer.existed;
  }

  #request({ url, headers }: Request): CacheRequest {
    return { cache: this.#name, url, requested: [...headers] };
  }
}

class CacheStorage {
  constructor(making?: unknown) {
    requireMaking(making);
    Object.defineProperty(this, 'default', {
      value: new Cache(MAKING, ''),
      enumerable: true,
      configurable: true,
    });
  }

  async open(...[name]: unknown[]): Promise<Cache> {
    if (name === undefined) {
      throw new TypeError(
        "Failed to execute 'open' on 'CacheStorage': parameter 1 is not of type 'string'.",
      );
    }
    if (`${name}`.length > NAME_LIMIT) throw new TypeError('Cache name is too long.');
    return new Cache(MAKING, `named ${name}`);
  }
}

const NAME_LIMIT = 1024;

/** As the Cache standard has them, and workerd does not. */
function refuse(holder: object, of: string, methods: readonly string[]): void {
  for (const method of methods) {
    Object.defineProperty(holder, method, {
      async value() {
        throw new Error(`Failed to execute '${method}' on '${of}': the method is not implemented.`);
      },
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
}

function requestOf(given: unknown, method: string): Request {
  if (given === undefined) throw notA(method, 1, 'Request or string');
  if (given instanceof Request) return given;
  const url = `${given}`;
  if (!URL.canParse(url)) throw new TypeError(`Invalid URL: ${url}`);
  return new Request(url);
}

function notA(method: string, parameter: number, type: string): TypeError {
  return new TypeError(
    `Failed to execute '${method}' on 'Cache': parameter ${parameter} is not of type '${type}'.`,
  );
}

function copyOf(headers: readonly (readonly [string, string])[]): [string, string][] {
  return headers.map(([name, value]) => [name, value]);
}

refuse(Cache.prototype, 'Cache', ['add', 'addAll', 'keys', 'matchAll']);
refuse(CacheStorage.prototype, 'CacheStorage', ['delete', 'has', 'keys', 'match']);
placeClasses({ Cache, CacheStorage });
placeOwn('caches', new CacheStorage(MAKING));
