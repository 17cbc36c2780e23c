import type { EventSummary } from '../events';
import type { EventMessage } from '../protocol';
import type { DispatchInit, FetchInit } from '../runtime';

/** An event as it arrives: what goes into the isolate, and what comes with it. */
export interface Arrival {
  readonly message: EventMessage;
  readonly summary: EventSummary;
  /** A request body that is sent piece by piece. */
  readonly body?: ReadableStream<Uint8Array>;
  /** It is an RPC session, and this is its other side. */
  readonly rpc?: RpcPipe;
  /** It is a subrequest: the request that made it. */
  readonly parent?: string;
  /** How many requests it is below the client's own, which is at 0. */
  readonly depth?: number;
  /** Whether whoever answers follows redirects, where it can. */
  readonly redirect?: 'follow' | 'manual';
  /** The client goes away. */
  readonly signal?: AbortSignal | undefined;
}

/** The other side of an RPC session. */
export interface RpcPipe {
  /** The handler is called: takes what was sent, and from now on what is. */
  open(send: (message: { readonly of: unknown } | null) => void): void;
  /** Takes what the handler's side sends. */
  hear(message: unknown): void;
}

export function fetchArrival({ method, url, headers, body, signal }: FetchInit): Arrival {
  const streamed = body instanceof ReadableStream;
  return {
    message: {
      type: 'fetch',
      entrypoint: undefined,
      method,
      url,
      headers: withLength(headers, body),
      body: streamed ? 'stream' : body,
    },
    summary: { type: 'fetch', method, url },
    signal,
    ...(streamed && { body }),
  };
}

/** As HTTP clients say it, where the length is known. */
function withLength(headers: FetchInit['headers'], body: FetchInit['body']): FetchInit['headers'] {
  if (!(body instanceof Uint8Array)) return headers;
  if (headers.some(([name]) => name.toLowerCase() === 'content-length')) return headers;
  return [...headers, ['content-length', String(body.byteLength)]];
}

/** @throws {TypeError} where the type is none that can be dispatched; the types cannot stop a caller. */
export function eventArrival(init: DispatchInit): Arrival {
  return { ...arrivalOf(init), signal: init.signal };
}

function arrivalOf(init: DispatchInit): Arrival {
  const { entrypoint } = init;
  switch (init.type) {
    case 'scheduled': {
      const { cron = '', scheduledTime = Date.now() } = init;
      return {
        message: { type: 'scheduled', entrypoint, cron, scheduledTime },
        summary: { type: 'scheduled', cron },
      };
    }
    case 'queue': {
      const { queue = 'queue' } = init;
      if (!Array.isArray(init.messages)) {
        throw new TypeError('A queue event has "messages", an array of them: [{ body: 1 }].');
      }
      const messages = init.messages.map((message, index) => ({
        id: message.id ?? `message-${index + 1}`,
        timestamp: message.timestamp ?? Date.now(),
        attempts: message.attempts ?? 1,
        body: message.body,
      }));
      return {
        message: { type: 'queue', entrypoint, queue, messages },
        summary: { type: 'queue', queue, messages: messages.length },
      };
    }
    case 'test':
      return {
        message: { type: 'test', entrypoint },
        summary: { type: 'test', entrypoint: entrypoint ?? 'default' },
      };
    default:
      return refuse(init);
  }
}

function refuse(init: { readonly type?: unknown }): never {
  throw new TypeError(
    `There is no event of type ${JSON.stringify(init.type)}: it is one of "scheduled", "queue" and "test". Requests are sent with isolab.fetch().`,
  );
}
