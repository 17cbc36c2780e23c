import type { SubrequestTarget } from '../protocol';
import { follow, type OutgoingBody } from './redirects';
import { type Answer, requireContext, type Subrequests } from './subrequests';

// Taken before user code can replace them.
const [NativeRequest, NativeResponse] = [Request, Response];

const NOTHING =
  "Failed to execute 'fetch' on 'ServiceWorkerGlobalScope': parameter 1 is not of type 'Request or string'.";

const NO_REDIRECT_ERROR =
  'Invalid redirect value, must be one of "follow" or "manual" ("error" won\'t be implemented since it does not make sense at the edge; use "manual" and check the response status code).';

/** TypeScript's DOM types do not know it yet. */
const DUPLEX: object = { duplex: 'half' };

/** A binding to a worker service: what `env.NAME` is. */
class Fetcher {
  readonly #subrequests: Subrequests;
  readonly #target: SubrequestTarget;

  constructor(subrequests: Subrequests, target: SubrequestTarget) {
    this.#subrequests = subrequests;
    this.#target = target;
  }

  /** As the global `fetch`, but the service answers, whatever the URL. */
  async fetch(...values: [input?: RequestInfo | URL, init?: RequestInit]): Promise<Response> {
    const context = requireContext();
    const [input, init] = values;
    if (input === undefined) throw new TypeError(NOTHING);
    if (init?.redirect === 'error') throw new TypeError(NO_REDIRECT_ERROR);
    const url = input instanceof NativeRequest ? input.url : String(input);
    if (!URL.canParse(url)) throw new TypeError(`Invalid URL: ${url}`);
    // The Fetch standard asks for `duplex` with streams; workerd does not.
    const request = new NativeRequest(input, { ...init, ...DUPLEX });
    if (!/^https?:/.test(request.url)) {
      throw new TypeError(`Fetch API cannot load: ${request.url}`);
    }
    const { signal } = request;
    signal.throwIfAborted();
    const body = await bodyOf(input, init, request);
    const asked = {
      method: request.method,
      url: withoutFragment(request.url),
      headers: headersOf(input, init, request, body),
      redirect: request.redirect === 'manual' ? ('manual' as const) : ('follow' as const),
    };
    const { answer, redirected } = await follow(asked, body, (head, stream) =>
      this.#subrequests.fetch(context, this.#target, head, stream, signal),
    );
    // The network follows by itself.
    return responseOf(answer, redirected || answer.head.url !== asked.url);
  }
}

/** Puts `fetch` on the global object: the outbound worker answers, or the network, or nobody. */
export function installFetch(subrequests: Subrequests): void {
  const fetcher = new Fetcher(subrequests, { kind: 'outbound' });
  Object.defineProperty(globalThis, 'fetch', {
    value: async function fetch(...values: Parameters<Fetcher['fetch']>): Promise<Response> {
      return fetcher.fetch(...values);
    },
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

export function createServiceStub(subrequests: Subrequests, target: SubrequestTarget): object {
  return new Fetcher(subrequests, target);
}

/** What is no stream is taken whole: its length is known, and it can be sent again. */
async function bodyOf(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  request: Request,
): Promise<OutgoingBody> {
  const { body } = request;
  if (!body) return undefined;
  const given = init?.body ?? (input instanceof NativeRequest ? input.body : undefined);
  if (given instanceof ReadableStream) return { kind: 'stream', stream: body };
  return { kind: 'bytes', bytes: new Uint8Array(await request.arrayBuffer()) };
}

/** The browser's own Request drops headers such as `Cookie`, which a subrequest may have. */
function headersOf(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  request: Request,
  body: OutgoingBody,
): [name: string, value: string][] {
  const given = init?.headers ?? (input instanceof NativeRequest ? input.headers : undefined);
  const headers = new Headers(given);
  const type = request.headers.get('content-type');
  if (type !== null && given === init?.headers && init?.body && !headers.has('content-type')) {
    headers.set('content-type', type);
  }
  if (body?.kind === 'bytes') headers.set('content-length', String(body.bytes.byteLength));
  return [...headers];
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

function responseOf({ head, body }: Answer, redirected: boolean): Response {
  const { status, statusText, url, headers } = head;
  const response = new NativeResponse(body, { status, statusText });
  // The browser's own Response drops `Set-Cookie`.
  const received = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  for (const name of ['append', 'delete', 'set']) {
    Object.defineProperty(received, name, { value: refuseChange });
  }
  return Object.defineProperties(response, {
    headers: { value: received },
    url: { value: url },
    redirected: { value: redirected },
  });
}

function refuseChange(): never {
  throw new TypeError("Can't modify immutable headers.");
}
