import type { IsolabApi } from '../automation/api';
import type { Consent, ConsentStore } from './consent';
import {
  type Answer,
  type Call,
  LARGEST_BODY,
  readMessage,
  type SentError,
  type SentResponse,
  type Told,
} from './parent-protocol';

/** What of the automation API the page around an embed can reach. */
export type ParentsApi = Omit<IsolabApi, 'ready'>;

/** The page around an embed, as the embed talks to it. */
export interface Parent {
  tell(told: Told): void;
  /** From now on its calls reach this, as far as the reader's consent goes. */
  serve(api: ParentsApi): void;
}

/** Calls that are not answered yet. */
const MOST_IN_FLIGHT = 32;

/** Of everything that happened, the last ones. */
const MOST_EVENTS = 5000;

/**
 * Listens to the page around, and to nobody else: only what comes from `window.parent` itself is read.
 * Until the reader has run something, every call is refused; what runs code needs their consent for the
 * code that is open now: see `consent.ts`.
 * @returns `undefined` where there is no page around.
 */
export function connectParent(consent: ConsentStore): Parent | undefined {
  const { parent } = window;
  if (parent === window) return undefined;
  let api: ParentsApi | undefined;
  let stop: (() => void) | undefined;
  let inFlight = 0;

  // To any origin: a height and a click are no secret, and whoever is around asked for nothing yet.
  const tell = (told: Told) => parent.postMessage(told, '*');

  const answer = async (call: Call, tellBack: (told: Told) => void): Promise<Result> => {
    const problem = problemOf(call, consent.getState().consent);
    if (problem || !api) throw new NotStartedError(problem ?? NOT_STARTED);
    if (inFlight >= MOST_IN_FLIGHT) {
      throw new RangeError(`${MOST_IN_FLIGHT} calls are not answered yet: wait for one of them.`);
    }
    inFlight += 1;
    try {
      if (call.method !== 'subscribe') return await resultOf(call, api);
      stop?.();
      stop = api.subscribe((event) => tellBack({ type: 'isolab:event', event }));
      return undefined;
    } finally {
      inFlight -= 1;
    }
  };

  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent) return;
    const read = readMessage(data);
    if (read.is === 'none') return;
    const { id } = read;
    // To the origin that asked. One that is opaque (a sandboxed frame, a file) is called `null`, which
    // names nobody and which postMessage refuses. `*` gives it to the document around us, and that can be
    // no other than the one that asked: where it goes, its frames, of which this is one, go with it.
    const target = origin === 'null' ? '*' : origin;
    const send = (message: Answer | Told) => parent.postMessage(message, target);
    if (read.is === 'refused') {
      send({ isolab: 1, id, ok: false, error: read.error });
      return;
    }
    answer(read.call, send).then(
      (result) => send({ isolab: 1, id, ok: true, result }),
      (error: unknown) => send({ isolab: 1, id, ok: false, error: sentErrorOf(error) }),
    );
  });

  consent.subscribe(({ consent }) => {
    if (consent === 'given') tell({ type: 'isolab:started' });
  });

  return {
    tell,
    serve(given) {
      api = given;
    },
  };
}

type Result = Extract<Answer, { ok: true }>['result'];

class NotStartedError extends Error {
  override readonly name = 'NotStartedError';
}

const NOT_STARTED =
  'The reader has not started this example yet: nothing can be asked of it before they press Run. The message isolab:started tells when they have.';

const OUTDATED =
  'The reader has not started what was opened last: it runs once they press Run. The message isolab:started tells when they have.';

/** Why the reader's consent does not go as far as this call; `undefined` where it does. */
function problemOf({ method }: Call, consent: Consent): string | undefined {
  if (consent === 'none') return NOT_STARTED;
  const runs = method === 'fetch' || method === 'dispatch' || method === 'abortIsolate';
  return runs && consent === 'outdated' ? OUTDATED : undefined;
}

async function resultOf(
  call: Exclude<Call, { readonly method: 'subscribe' }>,
  api: ParentsApi,
): Promise<Result> {
  switch (call.method) {
    case 'project':
      return api.project();
    case 'open':
      return api.open(...call.args).then(() => undefined);
    case 'fetch': {
      const [url, init] = call.args;
      return sentResponseOf(await api.fetch(url, init));
    }
    case 'dispatch':
      return api.dispatch(...call.args);
    case 'abortIsolate':
      return api.abortIsolate(...call.args).then(() => undefined);
    case 'events':
      return api.events().slice(-MOST_EVENTS);
    case 'share':
      return api.share();
  }
}

async function sentResponseOf(
  response: Awaited<ReturnType<ParentsApi['fetch']>>,
): Promise<SentResponse> {
  const { status, headers, webSocket } = response;
  if (webSocket) {
    webSocket.accept();
    webSocket.close(1000, 'nobody can talk over it');
    throw new TypeError('The worker answered with a WebSocket: only the reader can talk over it.');
  }
  return { status, headers: [...headers], ...(await textOf(response.body)) };
}

/** The text of a body as far as it may go; what is more is not waited for. */
async function textOf(
  body: ReadableStream<Uint8Array> | null,
): Promise<{ body: string; truncated: boolean }> {
  const decoder = new TextDecoder();
  let [text, length] = ['', 0];
  const reader = body?.getReader();
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return { body: text + decoder.decode(), truncated: false };
    const room = LARGEST_BODY - length;
    text += decoder.decode(chunk.value.subarray(0, room), { stream: true });
    length += chunk.value.length;
    if (chunk.value.length > room) {
      // Whether the worker hears of it is its own affair.
      reader?.cancel().catch(() => {});
      return { body: text, truncated: true };
    }
  }
}

function sentErrorOf(error: unknown): SentError {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) };
}
