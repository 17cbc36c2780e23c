import type { SubrequestTarget } from '../protocol';
import { type Answer, requireContext, type Subrequests } from './subrequests';

// Taken before user code can replace them.
const [NativeRequest, NativeResponse] = [Request, Response];

/** As the Fetch standard has it. */
const MOST_REDIRECTS = 20;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

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
  async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const context = requireContext();
    if (init?.redirect === 'error') throw new TypeError(NO_REDIRECT_ERROR);
    // The Fetch standard asks for `duplex` with streams; workerd does not.
    const request = new NativeRequest(input, { ...init, ...DUPLEX });
    const headers = headersOf(input, init, request);
    let asked = {
      method: request.method,
      url: request.url,
      headers: [...headers],
    };
    let { body } = request;
    for (let redirects = 0; ; redirects += 1) {
      const answer = await this.#subrequests.fetch(
        context,
        this.#target,
        asked,
        body,
        request.signal,
      );
      const location = redirectOf(answer, asked.url);
      if (location === undefined || request.redirect === 'manual') {
        return responseOf(answer, asked.url, redirects > 0);
      }
      if (redirects === MOST_REDIRECTS) {
        throw new TypeError('Too many redirects.');
      }
      await answer.body?.cancel();
      const becomesGet =
        answer.head.status === 303 || (answer.head.status < 303 && asked.method === 'POST');
      asked = { ...asked, url: location, method: becomesGet ? 'GET' : asked.method };
      body = null;
    }
  }
}

export function createServiceStub(subrequests: Subrequests, target: SubrequestTarget): object {
  return new Fetcher(subrequests, target);
}

/** The browser's own Request drops headers such as `Cookie`, which a subrequest may have. */
function headersOf(
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  request: Request,
): Headers {
  const given = init?.headers ?? (input instanceof NativeRequest ? input.headers : undefined);
  const headers = new Headers(given);
  const type = request.headers.get('content-type');
  if (type !== null && !headers.has('content-type')) headers.set('content-type', type);
  return headers;
}

/** Where a response redirects to, if it does. */
function redirectOf({ head }: Answer, url: string): string | undefined {
  if (!REDIRECTS.has(head.status)) return undefined;
  const location = head.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  return location === undefined ? undefined : new URL(location, url).href;
}

function responseOf({ head, body }: Answer, url: string, redirected: boolean): Response {
  const { status, statusText, headers } = head;
  const response = new NativeResponse(body, { status, statusText });
  // The browser's own Response drops `Set-Cookie`.
  const received = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  return Object.defineProperties(response, {
    headers: { value: received },
    url: { value: url },
    redirected: { value: redirected },
  });
}
