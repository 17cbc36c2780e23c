import type { IoContext } from '../io-context';
import { connectionOf } from '../web-socket-pair';
import { bodyAccess, WorkerBody } from './body';
import { copyOfCf, fieldOf } from './dictionary';
import { copyOfHeaders, freezeHeaders, HEADERS_INIT, WorkerHeaders } from './headers';
import { install, isObject, requireParameters, wrongField } from './interface';

// Taken before user code can replace them.
const NativeURL = URL;
const { stringify } = JSON;
const DICTIONARY = 'InitializerDict';
const INIT = `${DICTIONARY} or Response`;
const NULL_BODY = new Set([101, 204, 205, 304]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** All of a Response but its body and its headers. */
interface State {
  readonly status: number;
  readonly statusText: string;
  readonly cf: unknown;
  readonly webSocket: object | null;
  readonly type: 'default' | 'error';
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly redirected: boolean;
}

/** A Response that another service or the network gave. */
interface Received {
  /** The request that asked for it. */
  readonly owner: IoContext;
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  readonly url: string;
  readonly redirected: boolean;
  /** Of a status 101. */
  readonly webSocket: object | null;
}

// Set by the class, as only it sees its fields; its statics would be the user's too.
export let isResponse: (value: unknown) => value is WorkerResponse;
/** The Response that `fetch` gives: nobody changes its headers. */
export let receivedResponse: (received: Received) => WorkerResponse;

/**
 * A Response as Workers have it.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/http.c%2B%2B
 */
export class WorkerResponse extends WorkerBody {
  #state: State;
  #headers: WorkerHeaders;

  /** @throws {TypeError | RangeError} with workerd's messages. */
  constructor(body?: unknown, init: unknown = undefined) {
    super();
    const dictionary = init ?? {};
    if (!isObject(dictionary)) {
      throw new TypeError(
        `Failed to construct 'Response': constructor parameter 2 is not of type '${INIT}'.`,
      );
    }
    const field = (name: string) => fieldOf(dictionary, name);
    const status = field('status');
    const statusText = field('statusText');
    const headers = field('headers');
    const cf = copyOfCf(field('cf'), DICTIONARY);
    const webSocket = webSocketIn(field('webSocket'));
    const encoding = field('encodeBody') ?? 'automatic';
    this.#state = {
      status: statusOf(status, webSocket),
      statusText: statusText === undefined ? '' : statusTextOf(`${statusText}`),
      cf,
      webSocket,
      type: 'default',
      url: '',
      redirected: false,
    };
    if (headers !== undefined && !isObject(headers)) {
      throw wrongField('headers', DICTIONARY, HEADERS_INIT);
    }
    this.#headers = new WorkerHeaders(headers);
    if (encoding !== 'automatic' && encoding !== 'manual') {
      throw new TypeError(`encodeBody: unexpected value: ${encoding}`);
    }
    const type = bodyAccess.fill(this, body);
    if (NULL_BODY.has(this.#state.status) && !bodyAccess.dropEmpty(this)) {
      throw new TypeError(
        'Response with null body status (101, 204, 205, or 304) cannot have a body.',
      );
    }
    if (type !== null && !this.#headers.has('content-type')) {
      this.#headers.set('content-type', type);
    }
  }

  static {
    isResponse = (value) => isObject(value) && #state in value;
    receivedResponse = ({ owner, headers, body, ...state }) => {
      const response = WorkerResponse.#make(state, headers);
      if (body) bodyAccess.fillFromIo(response, body, owner);
      freezeHeaders(response.#headers);
      return response;
    };
  }

  /** Writes other things into a Response than its constructor takes. */
  static #make(state: Partial<State>, headers?: unknown): WorkerResponse {
    const response = new WorkerResponse(null, { headers });
    response.#state = { ...response.#state, ...state };
    return response;
  }

  static error(): WorkerResponse {
    return WorkerResponse.#make({ status: 0, type: 'error' });
  }

  /** @throws {TypeError | RangeError} where the URL or the status is none to redirect with. */
  static redirect(...values: unknown[]): WorkerResponse {
    requireParameters("execute 'redirect' on 'Response': parameter", ['string'], values);
    const [url, status = 302] = values;
    if (!NativeURL.canParse(`${url}`)) throw new TypeError(`Unable to parse URL: ${url}`);
    const code = int32(status);
    if (!REDIRECTS.has(code)) {
      throw new RangeError(
        `${code} is not a redirect status code. It must be one of: 301, 302, 303, 307, or 308.`,
      );
    }
    const { href } = new NativeURL(`${url}`);
    const response = WorkerResponse.#make({ status: code }, { location: href });
    freezeHeaders(response.#headers);
    return response;
  }

  /** @throws {TypeError} where the value has no JSON. */
  static json(...values: unknown[]): WorkerResponse {
    requireParameters("execute 'json' on 'Response': parameter", ['Value'], values);
    const [value, init] = values;
    if (init !== undefined && init !== null && !isObject(init)) {
      throw new TypeError(
        `Failed to execute 'json' on 'Response': parameter 2 is not of type '${INIT}'.`,
      );
    }
    const text = `${stringify(value)}`;
    const response = new WorkerResponse(text, init);
    const given = isObject(init) ? new WorkerHeaders(fieldOf(init, 'headers')) : undefined;
    if (!given?.has('content-type')) response.#headers.set('content-type', 'application/json');
    return response;
  }

  clone(): WorkerResponse {
    if (this.#state.webSocket) {
      throw new TypeError('Cannot clone a response to a WebSocket handshake.');
    }
    const copy = new WorkerResponse(null);
    bodyAccess.copy(this, copy);
    copy.#state = { ...this.#state, cf: copyOfCf(this.#state.cf, DICTIONARY) };
    copy.#headers = copyOfHeaders(this.#headers);
    return copy;
  }

  get status(): number {
    return this.#state.status;
  }

  get statusText(): string {
    return this.#state.statusText;
  }

  get headers(): WorkerHeaders {
    return this.#headers;
  }

  get ok(): boolean {
    return this.#state.status >= 200 && this.#state.status < 300;
  }

  get redirected(): boolean {
    return this.#state.redirected;
  }

  get url(): string {
    return this.#state.url;
  }

  get webSocket(): object | null {
    return this.#state.webSocket;
  }

  get cf(): unknown {
    return this.#state.cf;
  }

  get type(): string {
    return this.#state.type;
  }
}

export function installResponse(): void {
  install(WorkerResponse, { name: 'Response', isInstance: isResponse });
  for (const name of ['error', 'redirect', 'json'] as const) {
    Object.defineProperty(WorkerResponse, name, { enumerable: true });
  }
}

function statusOf(given: unknown, webSocket: object | null): number {
  const status = given === undefined ? 200 : int32(given);
  if (webSocket) {
    if (status === 101) return status;
    throw new RangeError('Responses with a WebSocket must have status code 101.');
  }
  if (status >= 200 && status <= 599) return status;
  throw new RangeError(
    'Responses may only be constructed with status codes in the range 200 to 599, inclusive.',
  );
}

function statusTextOf(text: string): string {
  if (/[\0\r\n]/.test(text)) throw new TypeError('Invalid statusText');
  return text;
}

/** @throws {TypeError} as workerd does where a number is beyond 32 bits. */
function int32(given: unknown): number {
  const number = Math.trunc(Number(given));
  if (Number.isFinite(number) && number !== (number | 0)) {
    throw new TypeError(
      'Value out of range. Must be between -2147483648 and 2147483647 (inclusive).',
    );
  }
  return number | 0;
}

/** @throws {TypeError} where there is something that is no WebSocket. */
function webSocketIn(given: unknown): object | null {
  if (given === undefined || given === null) return null;
  if (isObject(given) && connectionOf(given)) return given;
  throw wrongField('webSocket', DICTIONARY, 'WebSocket');
}
