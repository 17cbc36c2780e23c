import { TEXT_LIMIT } from '../bounds';
import type { SubrequestTarget } from '../protocol';
import { readDataUrl } from './data-url';
import { checkHead } from './head-bounds';
import { bodyAccess } from './http/body';
import { WorkerHeaders } from './http/headers';
import { WorkerRequest } from './http/request';
import { receivedResponse, WorkerResponse } from './http/response';
import { defaultStatusText } from './http/status-texts';
import type { IoContext } from './io-context';
import { follow, type OutgoingBody } from './redirects';
import type { Hook } from './rpc/members';
import { createProperty, createWildcard } from './rpc/stubs';
import { type Answer, requireContext, type Subrequests } from './subrequests';
import { createEnd } from './web-socket-pair';

// Taken before user code can replace it.
const { stringify } = JSON;
const NOTHING =
  "Failed to execute 'fetch' on 'ServiceWorkerGlobalScope': parameter 1 is not of type 'Request or string'.";

/** A service as the target of subrequests. */
interface Bound {
  readonly subrequests: Subrequests;
  readonly target: SubrequestTarget;
}

const bounds = new WeakMap<object, Bound>();

/** A binding to a worker service: what `env.NAME` is. Has every other property, too: see rpc/stubs.ts. */
export class ServiceStub {
  constructor() {
    throw new TypeError('Illegal constructor');
  }

  /** As the global `fetch`, but the service answers, whatever the URL. */
  async fetch(...values: FetchParameters): Promise<WorkerResponse> {
    return fetchFrom(boundOf(this), values);
  }

  connect(): never {
    throw new Error('connect() is not supported: a service cannot be reached by a socket here.');
  }
}
Object.defineProperty(ServiceStub.prototype, Symbol.toStringTag, { value: 'Fetcher' });

/** What `ctx.exports.NAME` is: called with `{ props }` it is a stub that has them. */
class LoopbackServiceStub extends ServiceStub {}
Object.defineProperty(LoopbackServiceStub.prototype, Symbol.toStringTag, {
  value: 'LoopbackServiceStub',
});

/** What `ctx.exports.NAME` is for a class of Durable Objects. */
class LoopbackDurableObjectClass {}
Object.defineProperty(LoopbackDurableObjectClass.prototype, Symbol.toStringTag, {
  value: 'LoopbackDurableObjectClass',
});

/** Puts `fetch` on the global object: the outbound worker answers, or the network, or nobody. */
export function installFetch(subrequests: Subrequests): void {
  const bound: Bound = { subrequests, target: { kind: 'outbound' } };
  Object.defineProperty(globalThis, 'fetch', {
    value: async function fetch(...values: FetchParameters): Promise<WorkerResponse> {
      return fetchFrom(bound, values);
    },
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

export function createServiceStub(subrequests: Subrequests, target: SubrequestTarget): object {
  return createStubOf(ServiceStub.prototype, {}, { subrequests, target }, () => {
    throw new TypeError('A service binding is not a function.');
  });
}

export function createLoopbackStub(subrequests: Subrequests, entrypoint: string): object {
  const bound = (props?: unknown): Bound => ({
    subrequests,
    target: { kind: 'self', entrypoint, props },
  });
  return createStubOf(
    LoopbackServiceStub.prototype,
    () => {},
    bound(),
    ([options]) => {
      const props: unknown = Reflect.get(Object(options), 'props');
      if (props !== undefined && (typeof props !== 'object' || props === null)) {
        throw new TypeError(
          "Incorrect type for the 'props' field on 'Options': the provided value is not of type 'Object'.",
        );
      }
      return createStubOf(ServiceStub.prototype, {}, bound(props), () => {
        throw new TypeError('A service binding is not a function.');
      });
    },
  );
}

export function createDurableObjectClass(): object {
  return createWildcard({
    prototype: LoopbackDurableObjectClass.prototype,
    member: () => undefined,
    call: () => {
      throw new Error('Durable Objects are not supported here yet.');
    },
  });
}

function createStubOf(
  prototype: object,
  kind: object,
  bound: Bound,
  call: (args: unknown[]) => unknown,
): object {
  const hook: Hook = {
    ask(path, args) {
      const session = bound.subrequests.rpc(requireContext(), bound.target, path.join('.'));
      return session.ask({ kind: 'root' }, path, args);
    },
    dup: () => hook,
    dispose: () => {},
    onBroken: () => {},
  };
  const member = (name: string) => createProperty(hook, [name]);
  const stub = createWildcard({ kind, prototype, member, call });
  bounds.set(stub, bound);
  return stub;
}

function boundOf(stub: object): Bound {
  const bound = bounds.get(stub);
  if (bound) return bound;
  throw new TypeError(
    'Illegal invocation: function called with incorrect `this` reference. See https://developers.cloudflare.com/workers/observability/errors/#illegal-invocation-errors for details.',
  );
}

type FetchParameters = [input?: unknown, init?: unknown];

async function fetchFrom(
  { subrequests, target }: Bound,
  [input, init]: FetchParameters,
): Promise<WorkerResponse> {
  const context = requireContext();
  if (input === undefined) throw new TypeError(NOTHING);
  const request = new WorkerRequest(input, init);
  const data = readDataUrl(request.url);
  if (data) {
    const headers = { 'content-type': data.type };
    const body = request.method === 'GET' ? data.bytes : new Uint8Array();
    return new WorkerResponse(body, { statusText: 'OK', headers });
  }
  if (!/^https?:/.test(request.url)) {
    throw new TypeError(`Fetch API cannot load: ${request.url}`);
  }
  const { signal } = request;
  signal.throwIfAborted();
  const body = await bodyOf(request);
  const asked = {
    method: request.method,
    url: withoutFragment(request.url),
    headers: headersOf(request, body),
    ...cfOf(request),
    redirect: request.redirect === 'manual' ? ('manual' as const) : ('follow' as const),
  };
  checkHead('request', asked);
  const { answer, redirected } = await follow(asked, body, (head, stream) =>
    subrequests.fetch(context, target, head, stream, signal),
  );
  // The network follows by itself.
  return responseOf(context, answer, redirected || answer.head.url !== asked.url);
}

/** What is no stream is taken whole: its length is known, and it can be sent again. */
async function bodyOf(request: WorkerRequest): Promise<OutgoingBody> {
  if (!bodyAccess.exists(request)) return undefined;
  if (!bodyAccess.isStream(request)) return { kind: 'bytes', bytes: await request.bytes() };
  const stream = bodyAccess.take(request);
  return stream ? { kind: 'stream', stream } : undefined;
}

function headersOf(request: WorkerRequest, body: OutgoingBody): [name: string, value: string][] {
  const headers = new WorkerHeaders(request.headers);
  if (body?.kind === 'bytes') headers.set('content-length', String(body.bytes.byteLength));
  return [...headers];
}

/** @throws {TypeError} where it is more than can be sent. */
function cfOf({ cf }: WorkerRequest): { cf?: string } {
  if (cf === undefined) return {};
  const text = stringify(cf);
  if (text.length <= TEXT_LIMIT) return { cf: text };
  throw new TypeError(`The "cf" of a request is limited to ${TEXT_LIMIT} characters of JSON here.`);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

function responseOf(
  owner: IoContext,
  { head, body, socket }: Answer,
  redirected: boolean,
): WorkerResponse {
  const { status, url, headers } = head;
  const statusText = head.statusText || defaultStatusText(status);
  const webSocket = socket ? createEnd(socket, owner) : null;
  return receivedResponse({ owner, status, statusText, url, headers, body, redirected, webSocket });
}
