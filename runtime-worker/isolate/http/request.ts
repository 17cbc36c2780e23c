import { bodyAccess, WorkerBody } from './body';
import { copyOfCf, fieldOf, parsedCf } from './dictionary';
import { copyOfHeaders, HEADERS_INIT, WorkerHeaders } from './headers';
import { install, isObject, wrongField } from './interface';

// Taken before user code can replace it.
const NativeURL = URL;
const DICTIONARY = 'RequestInitializerDict';

/** The methods that workerd's HTTP parser knows, without `CONNECT`. */
const METHODS = new Set(
  'GET HEAD POST PUT DELETE PATCH PURGE OPTIONS TRACE COPY LOCK MKCOL MOVE PROPFIND PROPPATCH SEARCH UNLOCK ACL REPORT MKACTIVITY CHECKOUT MERGE MSEARCH NOTIFY SUBSCRIBE UNSUBSCRIBE QUERY BAN'.split(
    ' ',
  ),
);

/** All of a Request but its body and its headers. */
interface State {
  readonly method: string;
  readonly url: string;
  readonly redirect: string;
  readonly cf: unknown;
  readonly cache: string | undefined;
  signal: AbortSignal | undefined;
}

// Set by the class, as only it sees its fields; its statics would be the user's too.
export let isRequest: (value: unknown) => value is WorkerRequest;
/** Gives a request that came the `cf` that came with it: nobody changes it. @param json Of an object. */
export let setCf: (request: WorkerRequest, json: string) => void;

/**
 * A Request as Workers have it.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/http.c%2B%2B
 */
export class WorkerRequest extends WorkerBody {
  #state: State;
  #headers: WorkerHeaders;

  /** @throws {TypeError} with workerd's messages. */
  constructor(input: unknown, init: unknown = undefined) {
    super();
    const from = isRequest(input) ? input : undefined;
    const dictionary = init ?? {};
    if (!isObject(dictionary)) {
      throw new TypeError(
        `Failed to construct 'Request': constructor parameter 2 is not of type '${DICTIONARY} or Request'.`,
      );
    }
    const field = (name: string) => fieldOf(dictionary, name);
    const base: State = (from ? from.#state : undefined) ?? {
      method: 'GET',
      url: urlOf(`${input}`),
      redirect: 'follow',
      cf: undefined,
      cache: undefined,
      signal: undefined,
    };
    const like = isRequest(init) ? init : undefined;
    const method = field('method');
    const headers = field('headers');
    const redirect = field('redirect');
    const cf = field('cf');
    const signal = field('signal');
    const cache = field('cache');
    this.#state = {
      url: base.url,
      method: method === undefined ? base.method : methodOf(`${method}`),
      redirect: redirect === undefined ? base.redirect : redirectOf(`${redirect}`),
      cf: cf === undefined ? copyOfCf(base.cf, DICTIONARY) : copyOfCf(cf, DICTIONARY),
      signal: signal === undefined ? base.signal : signalOf(signal),
      cache: cache === undefined ? base.cache : cacheOf(`${cache}`),
    };
    refuseUnsupported(field);
    if (headers !== undefined && !isObject(headers)) {
      throw wrongField('headers', DICTIONARY, HEADERS_INIT);
    }
    this.#headers = new WorkerHeaders(headers ?? (from ? from.#headers : undefined));
    if (like) {
      bodyAccess.move(like, this);
    } else {
      const body = field('body');
      if (body !== undefined) this.#setBody(body);
      else if (from) bodyAccess.move(from, this);
    }
    if (bodyAccess.exists(this) && /^(?:GET|HEAD)$/.test(this.#state.method)) {
      throw new TypeError('Request with a GET or HEAD method cannot have a body.');
    }
  }

  static {
    isRequest = (value) => isObject(value) && #state in value;
    setCf = (request, json) => {
      request.#state = { ...request.#state, cf: parsedCf(json) };
    };
  }

  clone(): WorkerRequest {
    const copy = new WorkerRequest(this.#state.url);
    bodyAccess.copy(this, copy);
    copy.#state = { ...this.#state, cf: copyOfCf(this.#state.cf, DICTIONARY), signal: this.signal };
    copy.#headers = copyOfHeaders(this.#headers);
    return copy;
  }

  get method(): string {
    return this.#state.method;
  }

  get url(): string {
    return this.#state.url;
  }

  get headers(): WorkerHeaders {
    return this.#headers;
  }

  get redirect(): string {
    return this.#state.redirect;
  }

  get fetcher(): null {
    return null;
  }

  get signal(): AbortSignal {
    this.#state.signal ??= new AbortController().signal;
    return this.#state.signal;
  }

  get cf(): unknown {
    return this.#state.cf;
  }

  get integrity(): string {
    return '';
  }

  get keepalive(): boolean {
    return false;
  }

  get cache(): string | undefined {
    return this.#state.cache;
  }

  #setBody(init: unknown): void {
    const type = bodyAccess.fill(this, init);
    if (type !== null && !this.#headers.has('content-type')) {
      this.#headers.set('content-type', type);
    }
  }
}

export function installRequest(): void {
  install(WorkerRequest, {
    name: 'Request',
    isInstance: isRequest,
    construct: ['Request or string'],
  });
}

function urlOf(text: string): string {
  try {
    return new NativeURL(text).href;
  } catch {
    throw new TypeError(`Invalid URL: ${text}`);
  }
}

function methodOf(text: string): string {
  const method = text.toUpperCase();
  if (METHODS.has(method)) return method;
  throw new TypeError(`Invalid HTTP method string: ${text}`);
}

function redirectOf(text: string): string {
  const redirect = text.toLowerCase();
  if (redirect === 'follow' || redirect === 'manual') return redirect;
  throw new TypeError(
    'Invalid redirect value, must be one of "follow" or "manual" ("error" won\'t be implemented since it does not make sense at the edge; use "manual" and check the response status code).',
  );
}

function cacheOf(text: string): string {
  if (text === 'no-store' || text === 'no-cache') return text;
  throw new TypeError(`Unsupported cache mode: ${text}`);
}

function signalOf(signal: unknown): AbortSignal | undefined {
  if (signal === null) return undefined;
  if (signal instanceof AbortSignal) return signal;
  throw wrongField('signal', DICTIONARY, 'AbortSignal');
}

function refuseUnsupported(field: (name: string) => unknown): void {
  if ((field('integrity') ?? '') !== '') {
    throw new TypeError(
      'Subrequest integrity checking is not implemented. The integrity option must be either undefined or an empty string.',
    );
  }
  const encoding = field('encodeResponseBody') ?? 'automatic';
  if (encoding !== 'automatic' && encoding !== 'manual') {
    throw new TypeError(`encodeResponseBody: unexpected value: ${encoding}`);
  }
}
