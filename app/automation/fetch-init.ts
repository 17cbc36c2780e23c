import type { FetchInit } from '../../runtime-worker/index';
import type { IsolabRequestInit } from './api';

/** What a relative URL is resolved against. */
const BASE_URL = 'https://playground.example';

/** Methods that `fetch` writes in capitals, whatever they are given as (Fetch, "normalize a method"). */
const NORMALIZED = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']);

/** Methods that `fetch` refuses (Fetch, "forbidden method"). */
const FORBIDDEN = new Set(['CONNECT', 'TRACE', 'TRACK']);

/** RFC 9110 section 5.6.2. */
const TOKEN = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;

/**
 * The event that a call of `fetch(input, init)` stands for. What `init` says wins over what a Request
 * in `input` says; reading the event's body uses up that Request's.
 * @throws {TypeError} where `fetch` would reject with one: an invalid URL, method or header, a body
 * with GET or HEAD, a body that was read before.
 */
export function fetchInitOf(
  input: string | URL | Request,
  init: IsolabRequestInit = {},
): FetchInit {
  const request = input instanceof Request ? input : undefined;
  const method = methodOf(init.method ?? request?.method ?? 'GET');
  const url = urlOf(request ? request.url : String(input));
  // `Headers` made by a script have no guard: names that a browser keeps for itself pass.
  const headers = new Headers(init.headers ?? request?.headers);
  const body = init.body === undefined && request ? bodyOfRequest(request) : bodyOf(init.body);
  if (body && (method === 'GET' || method === 'HEAD')) {
    throw new TypeError(`A request with the method ${method} cannot have a body.`);
  }
  if (body?.contentType && !headers.has('content-type')) {
    headers.set('content-type', body.contentType);
  }
  return {
    method,
    url,
    headers: [...headers],
    body: body?.content ?? null,
    service: init.service,
    signal: init.signal ?? (init.signal === undefined ? request?.signal : undefined),
  };
}

interface Body {
  readonly content: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
  readonly contentType: string | null;
}

function methodOf(method: string): string {
  if (!TOKEN.test(method)) throw new TypeError(`${JSON.stringify(method)} is not a valid method.`);
  const capitals = method.toUpperCase();
  if (FORBIDDEN.has(capitals)) throw new TypeError(`fetch refuses the method ${capitals}.`);
  return NORMALIZED.has(capitals) ? capitals : method;
}

function urlOf(text: string): string {
  const url = URL.parse(text, BASE_URL);
  if (!url) throw new TypeError(`${JSON.stringify(text)} is not a valid URL.`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new TypeError(`A worker is reached over http: or https:, not ${url.protocol}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new TypeError('fetch refuses a URL with a user name or password in it.');
  }
  // Clients keep the fragment to themselves.
  if (url.hash !== '') url.hash = '';
  return url.href;
}

/** The platform says what the content-type of a body is, and makes a stream of the longer ones. */
function bodyOf(body: BodyInit | null | undefined): Body | undefined {
  if (body === null || body === undefined) return undefined;
  const response = new Response(body);
  const contentType = response.headers.get('content-type');
  const bytes = bytesOf(body);
  if (bytes) return { content: bytes, contentType };
  return response.body ? { content: response.body, contentType } : undefined;
}

/** A copy of a body that is in memory, so that it is sent as it was at the call. */
function bytesOf(body: BodyInit): Uint8Array<ArrayBuffer> | undefined {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (body instanceof URLSearchParams) return new TextEncoder().encode(body.toString());
  if (body instanceof ArrayBuffer) return new Uint8Array(body.slice(0));
  if (ArrayBuffer.isView(body)) {
    return new Uint8Array(new Uint8Array(body.buffer, body.byteOffset, body.byteLength));
  }
  return undefined;
}

function bodyOfRequest(request: Request): Body | undefined {
  if (request.bodyUsed) throw new TypeError('The body of this Request was read before.');
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const content = streamOf(request);
  // Its content-type is among its headers already.
  return content ? { content, contentType: null } : undefined;
}

/** Not every browser has `Request.body`; all have its `arrayBuffer`. */
function streamOf(request: Request): ReadableStream<Uint8Array> | null {
  if ('body' in request) {
    if (request.body?.locked) throw new TypeError('The body of this Request is being read.');
    return request.body;
  }
  return bytesInTime(request);
}

function bytesInTime(request: Request): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const bytes = new Uint8Array(await request.arrayBuffer());
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}
