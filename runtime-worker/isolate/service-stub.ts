import type { SubrequestTarget } from '../protocol';
import { bodyAccess } from './http/body';
import { WorkerHeaders } from './http/headers';
import { WorkerRequest } from './http/request';
import { receivedResponse, type WorkerResponse } from './http/response';
import type { IoContext } from './io-context';
import { follow, type OutgoingBody } from './redirects';
import { type Answer, requireContext, type Subrequests } from './subrequests';

const NOTHING =
  "Failed to execute 'fetch' on 'ServiceWorkerGlobalScope': parameter 1 is not of type 'Request or string'.";

/** A binding to a worker service: what `env.NAME` is. */
class Fetcher {
  readonly #subrequests: Subrequests;
  readonly #target: SubrequestTarget;

  constructor(subrequests: Subrequests, target: SubrequestTarget) {
    this.#subrequests = subrequests;
    this.#target = target;
  }

  /** As the global `fetch`, but the service answers, whatever the URL. */
  async fetch(...values: [input?: unknown, init?: unknown]): Promise<WorkerResponse> {
    const context = requireContext();
    const [input, init] = values;
    if (input === undefined) throw new TypeError(NOTHING);
    const request = new WorkerRequest(input, init);
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
      redirect: request.redirect === 'manual' ? ('manual' as const) : ('follow' as const),
    };
    const { answer, redirected } = await follow(asked, body, (head, stream) =>
      this.#subrequests.fetch(context, this.#target, head, stream, signal),
    );
    // The network follows by itself.
    return responseOf(context, answer, redirected || answer.head.url !== asked.url);
  }
}

/** Puts `fetch` on the global object: the outbound worker answers, or the network, or nobody. */
export function installFetch(subrequests: Subrequests): void {
  const fetcher = new Fetcher(subrequests, { kind: 'outbound' });
  Object.defineProperty(globalThis, 'fetch', {
    value: async function fetch(...values: Parameters<Fetcher['fetch']>): Promise<WorkerResponse> {
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

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

function responseOf(owner: IoContext, { head, body }: Answer, redirected: boolean): WorkerResponse {
  const { status, statusText, url, headers } = head;
  return receivedResponse({ owner, status, statusText, url, headers, body, redirected });
}
