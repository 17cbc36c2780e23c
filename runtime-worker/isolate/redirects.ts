import type { Answer, SubrequestHead } from './subrequests';

/** As the Fetch standard has it. */
const MOST_REDIRECTS = 20;
const STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** A body that can be sent again, or one that cannot. */
export type OutgoingBody =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'stream'; readonly stream: ReadableStream<Uint8Array> }
  | undefined;

/** Asks once. */
export type Ask = (
  asked: SubrequestHead,
  body: ReadableStream<Uint8Array> | null,
) => Promise<Answer>;

/**
 * Asks, and again where the answer leads, as workerd does (KJ's `HttpClient` with redirects).
 * @returns the last answer, and whether it was led to.
 * @throws {TypeError} where redirects do not end, or a body would have to be sent a second time.
 */
export async function follow(
  first: SubrequestHead,
  body: OutgoingBody,
  ask: Ask,
): Promise<{ readonly answer: Answer; readonly redirected: boolean }> {
  const urls = [first.url];
  let asked = first;
  let sent = body;
  for (;;) {
    const answer = await ask(asked, streamOf(sent));
    const location = first.redirect === 'follow' ? locationOf(answer, asked.url) : undefined;
    if (location === undefined) return { answer, redirected: urls.length > 1 };
    if (urls.push(location) > MOST_REDIRECTS + 1) {
      throw new TypeError(`Too many redirects.${urls.slice(0, -1).join(', ')}`);
    }
    await answer.body?.cancel();
    const { status } = answer.head;
    if (status === 303 || (status < 303 && asked.method === 'POST')) {
      sent = undefined;
      asked = { ...asked, method: 'GET', headers: without(asked.headers, 'content-length') };
    }
    if (sent?.kind === 'stream') throw new TypeError(ONE_TIME);
    if (new URL(location).origin !== new URL(asked.url).origin) {
      asked = { ...asked, headers: without(asked.headers, 'authorization') };
    }
    asked = { ...asked, url: location };
  }
}

const ONE_TIME =
  'A request with a one-time-use body (it was initialized from a stream, not a buffer) encountered a redirect requiring the body to be retransmitted. To avoid this error in the future, construct this request from a buffer-like body initializer.';

function streamOf(body: OutgoingBody): ReadableStream<Uint8Array> | null {
  if (body?.kind !== 'bytes') return body?.stream ?? null;
  return new ReadableStream({
    start(controller) {
      if (body.bytes.byteLength > 0) controller.enqueue(body.bytes);
      controller.close();
    },
  });
}

/** Where a response redirects to, if it does. */
function locationOf({ head }: Answer, url: string): string | undefined {
  if (!STATUSES.has(head.status)) return undefined;
  const location = head.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  return location === undefined ? undefined : new URL(location, url).href;
}

function without(headers: SubrequestHead['headers'], dropped: string): SubrequestHead['headers'] {
  return headers.filter(([name]) => name.toLowerCase() !== dropped);
}
