/**
 * Every message that crosses a thread, with its schema.
 *
 *     supervisor ──(Comlink: IsolateCalls)──► isolate      the isolate exposes, the supervisor wraps
 *     supervisor ◄──(FromIsolate, checked)─── isolate      plain messages on a port of their own
 *     supervisor ──(ToFrame)──► frame ──(FromFrame, checked)──► supervisor
 *
 * The code in an isolate is hostile, so whatever comes from there is checked against these schemas
 * before it is read. The bounds on lengths are part of the check.
 */
import * as v from 'valibot';
import {
  CACHE_ENTRY_BYTES,
  HEADERS,
  RELATED_LIMIT,
  RPC_BYTES,
  RPC_DEPTH,
  RPC_VALUES,
  SOCKET_MESSAGE_LIMIT,
  TEXT_LIMIT,
  TRACE_BYTES,
} from './bounds';
import { clonedSizeOf } from './cloned-size';
import { CONSOLE_METHODS, type LogLevel as Level, UNCAUGHT_KINDS } from './events';
import type { Policy } from './settings';
import { ValuePreviews } from './value-preview';

const RequestId = v.pipe(v.string(), v.maxLength(32));
const Text = v.pipe(v.string(), v.maxLength(TEXT_LIMIT));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Task = v.pipe(Count, v.minValue(1));
const Bytes = v.instance(Uint8Array);

/**
 * Anything that can be cloned: it is passed on unread. The bounds leave room for what the isolate's own
 * runtime, which keeps to them, puts around a value.
 */
const Cloned = v.custom<unknown>((value) => {
  const size = clonedSizeOf(value, 2 * RPC_VALUES);
  return (
    size !== undefined &&
    size.bytes <= 2 * RPC_BYTES &&
    size.values <= 2 * RPC_VALUES &&
    size.depth <= RPC_DEPTH + 20
  );
});

const described = {
  name: Text,
  message: Text,
  /** Unmapped. */
  stack: v.optional(Text),
  /** Name of the built-in class that it is an instance of; by default `Error`. */
  class: v.optional(Text),
};

/** What was thrown in an isolate. */
export const Thrown = v.object({
  ...described,
  /**
   * Its cause, what an AggregateError gathers, and theirs in turn. A list, and no tree: what comes from
   * an isolate must not be deep. `of` says whose it is: 0 is the thrown one, 1 the first of the list.
   */
  related: v.optional(
    v.pipe(
      v.array(v.object({ of: Count, as: v.picklist(['cause', 'error']), ...described })),
      v.maxLength(RELATED_LIMIT),
    ),
  ),
  /** Further own properties: anything that can be cloned. */
  properties: v.optional(v.pipe(v.record(Text, Cloned), v.maxEntries(100))),
  /** The value itself, where it is an object and no error: anything that can be cloned. */
  value: v.optional(v.object({ of: Cloned })),
});
export type Thrown = v.InferOutput<typeof Thrown>;

/** Set where nothing else was open: it stands for a `settled` of its own. */
const Settled = v.optional(v.literal(true));

const LogLevel = v.picklist(['debug', 'log', 'info', 'warn', 'error']);

const Header = v.strictTuple([Text, Text]);
const Headers = v.pipe(v.array(Header), v.maxLength(HEADERS));

const SocketData = v.union([
  v.pipe(v.string(), v.maxLength(SOCKET_MESSAGE_LIMIT)),
  v.pipe(Bytes, v.maxLength(SOCKET_MESSAGE_LIMIT)),
]);

const SocketClose = {
  code: v.pipe(Count, v.minValue(1000), v.maxValue(4999)),
  reason: v.pipe(v.string(), v.maxLength(123)),
};

/** Which of its subrequests an isolate means: 1, 2, 3 … in each isolate. */
const Subrequest = v.pipe(Count, v.minValue(1));

/** Whom a subrequest is for. */
export const SubrequestTarget = v.variant('kind', [
  v.object({
    kind: v.literal('service'),
    service: Text,
    entrypoint: v.optional(Text),
    /** Anything that can be cloned. */
    props: v.optional(Cloned),
  }),
  /** Whoever answers the global `fetch()`. */
  v.object({ kind: v.literal('outbound') }),
  /** The service itself. */
  v.object({
    kind: v.literal('self'),
    entrypoint: v.optional(Text),
    props: v.optional(Cloned),
  }),
]);
export type SubrequestTarget = v.InferOutput<typeof SubrequestTarget>;

const SubrequestEvent = v.variant('type', [
  v.object({
    type: v.literal('fetch'),
    method: Text,
    url: Text,
    headers: Headers,
    /** The JSON of its `cf`. */
    cf: v.optional(Text),
    redirect: v.picklist(['follow', 'manual']),
    /** Whether `subrequestChunk`s and a `subrequestBodyEnded` or `subrequestCanceled` follow. */
    body: v.boolean(),
  }),
  /** Opens a session; `subrequestRpc`s follow, and a `subrequestEnded` or `subrequestCanceled`. */
  v.object({
    type: v.literal('rpc'),
    /** What is asked first, to be shown. */
    method: Text,
  }),
]);

/** What an isolate tells of its subrequests. */
const FromSubrequest = [
  v.object({
    type: v.literal('subrequest'),
    subrequest: Subrequest,
    /** The request that makes it. */
    request: RequestId,
    target: SubrequestTarget,
    event: SubrequestEvent,
  }),
  v.object({ type: v.literal('subrequestChunk'), subrequest: Subrequest, bytes: Bytes }),
  v.object({ type: v.literal('subrequestBodyEnded'), subrequest: Subrequest }),
  /** A message of an RPC session, for the other side to read: anything that can be cloned. */
  v.object({ type: v.literal('subrequestRpc'), subrequest: Subrequest, message: Cloned }),
  /** The RPC session is over. */
  v.object({ type: v.literal('subrequestEnded'), subrequest: Subrequest }),
  /** Of the WebSocket that answered it; as `socketMessage` and `socketClosed` are of a request's own. */
  v.object({
    type: v.literal('subrequestSocketMessage'),
    subrequest: Subrequest,
    data: SocketData,
  }),
  v.object({ type: v.literal('subrequestSocketClosed'), subrequest: Subrequest, ...SocketClose }),
  /** Nobody waits for its answer, or reads on. */
  v.object({ type: v.literal('subrequestCanceled'), subrequest: Subrequest }),
] as const;

const CachedRequest = v.object({
  /** The name it was opened with, or an empty one for `caches.default`. */
  cache: v.pipe(v.string(), v.maxLength(2000)),
  url: Text,
  /** The request's headers. */
  requested: Headers,
});
/** Whose response is kept. */
export type CacheRequest = v.InferOutput<typeof CachedRequest>;

/** What an isolate asks of its service's `caches`. */
const CacheQuestion = v.variant('type', [
  v.object({ ...CachedRequest.entries, type: v.literal('match') }),
  v.object({ ...CachedRequest.entries, type: v.literal('delete') }),
  v.object({
    ...CachedRequest.entries,
    type: v.literal('put'),
    status: v.pipe(Count, v.minValue(200), v.maxValue(599)),
    statusText: Text,
    headers: Headers,
    body: v.pipe(
      // Cloned from another thread, it is of no shared buffer.
      v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
      v.maxLength(CACHE_ENTRY_BYTES),
    ),
  }),
]);
export type CacheQuestion = v.InferOutput<typeof CacheQuestion>;

export type CacheAnswer =
  | { readonly type: 'missing' }
  | { readonly type: 'stored' }
  | { readonly type: 'deleted'; readonly existed: boolean }
  | {
      readonly type: 'found';
      readonly status: number;
      readonly statusText: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
      readonly body: Uint8Array<ArrayBuffer>;
    };
const DelaySeconds = v.optional(v.pipe(v.number(), v.safeInteger()));
const MessageId = v.pipe(v.string(), v.maxLength(1000));

/** As workerd's FetcherQueueResult (src/workerd/api/queue.h), without the outcome. */
const QueueResult = v.object({
  ackAll: v.boolean(),
  retryBatch: v.object({ retry: v.boolean(), delaySeconds: DelaySeconds }),
  explicitAcks: v.pipe(v.array(MessageId), v.maxLength(1000)),
  retryMessages: v.pipe(
    v.array(v.object({ msgId: MessageId, delaySeconds: DelaySeconds })),
    v.maxLength(1000),
  ),
});
export type QueueResult = v.InferOutput<typeof QueueResult>;

/** What was logged, for those who tail the service. */
const TracedValues = v.object({
  /** The list of them as JSON; cut off where it is over the bound. */
  json: v.pipe(v.string(), v.maxLength(TRACE_BYTES + 1)),
  /** Those among them that are errors, and which they are. */
  errors: v.optional(
    v.pipe(v.array(v.object({ index: Count, ...described })), v.maxLength(RELATED_LIMIT)),
  ),
});
export type TracedValues = v.InferOutput<typeof TracedValues>;

/** What an isolate tells the supervisor, in the order in which it happened. */
export const FromIsolate = v.variant('type', [
  ...FromSubrequest,
  v.object({ type: v.literal('booted') }),
  /** The modules' top level came to its end. */
  v.object({ type: v.literal('started'), error: v.optional(Thrown) }),
  v.object({
    type: v.literal('responded'),
    request: RequestId,
    status: v.pipe(Count, v.minValue(200), v.maxValue(599)),
    statusText: Text,
    headers: Headers,
    /** Whether `chunk`s and a `bodyEnded` or `bodyFailed` follow. */
    body: v.boolean(),
    settled: Settled,
  }),
  /** The handler answered with status 101 and a WebSocket: `socketMessage`s and a `socketClosed` follow. */
  v.object({
    type: v.literal('upgraded'),
    request: RequestId,
    statusText: Text,
    headers: Headers,
  }),
  v.object({ type: v.literal('socketMessage'), request: RequestId, data: SocketData }),
  /** The worker closed its direction. */
  v.object({
    type: v.literal('socketClosed'),
    request: RequestId,
    ...SocketClose,
  }),
  v.object({ type: v.literal('chunk'), request: RequestId, bytes: Bytes }),
  /** A message of the RPC session that the request is. */
  v.object({ type: v.literal('rpc'), request: RequestId, message: Cloned }),
  v.object({ type: v.literal('bodyEnded'), request: RequestId, settled: Settled }),
  v.object({
    type: v.literal('bodyFailed'),
    request: RequestId,
    error: Thrown,
  }),
  /** The handler threw, or gave something that is no response. */
  v.object({ type: v.literal('failed'), request: RequestId, error: Thrown }),
  v.object({
    type: v.literal('waitUntilBegan'),
    request: RequestId,
    task: Task,
  }),
  v.object({
    type: v.literal('waitUntilEnded'),
    request: RequestId,
    task: Task,
    error: v.optional(Thrown),
  }),
  /** What a `queue` event's messages came to, once all is done. */
  v.object({ type: v.literal('queueResult'), request: RequestId, result: QueueResult }),
  /** `controller.noRetry()` was called. */
  v.object({ type: v.literal('noRetry'), request: RequestId }),
  /** `ctx.abort(reason)` was called: nothing more comes of this request. */
  v.object({ type: v.literal('requestAborted'), request: RequestId, error: Thrown }),
  /** Response, body and `waitUntil` tasks are all done: nothing more comes of this request. */
  v.object({ type: v.literal('settled'), request: RequestId }),
  v.object({
    type: v.literal('log'),
    request: v.optional(RequestId),
    level: LogLevel,
    text: Text,
    /** Where it was called; unmapped. */
    stack: v.optional(Text),
    values: v.exactOptional(ValuePreviews),
    traced: v.optional(TracedValues),
  }),
  /** A call of `console` that is for DevTools only. */
  v.object({
    type: v.literal('console'),
    method: v.picklist(CONSOLE_METHODS),
    request: v.optional(RequestId),
    level: LogLevel,
    text: Text,
    /** Where it was called; unmapped. */
    stack: v.optional(Text),
    values: v.exactOptional(ValuePreviews),
  }),
  /** Something was published on a channel of `node:diagnostics_channel`: anything that can be cloned. */
  v.object({
    type: v.literal('diagnostics'),
    request: RequestId,
    channel: Text,
    message: v.unknown(),
  }),
  /** Nobody caught it, and the request goes on; see {@link UncaughtKind}. */
  v.object({
    type: v.literal('uncaught'),
    kind: v.picklist(UNCAUGHT_KINDS),
    request: v.optional(RequestId),
    error: Thrown,
  }),
  /** Followed by {@link IsolateCalls.cacheAnswered} with the same number. */
  v.object({ type: v.literal('cacheAsked'), number: Count, question: CacheQuestion }),
  /** What the isolate's allocations hold now, in bytes. Told when it changed much, and at the limits. */
  v.object({ type: v.literal('memory'), bytes: Count }),
  /** `abortIsolate` was called under the policy `condemn`: the caller's request ends, the others go on. */
  v.object({
    type: v.literal('condemn'),
    reason: v.nullable(Text),
    request: v.optional(RequestId),
    stack: v.optional(Text),
  }),
  /** It sent more than anybody reads. The thread is blocked: nothing follows. */
  v.object({ type: v.literal('flooded') }),
  /** `abortIsolate` was called. The thread is blocked: nothing follows. */
  v.object({
    type: v.literal('abort'),
    reason: v.nullable(Text),
    request: v.optional(RequestId),
    /** How many requests had reached the isolate; those after it go to the next one. */
    received: Count,
    /** Where it was called; unmapped. */
    stack: v.optional(Text),
  }),
]);
export type FromIsolate = v.InferOutput<typeof FromIsolate>;

export type FromSubrequest = Extract<FromIsolate, { subrequest: number }>;

/** How a subrequest goes on, as the isolate that made it hears. */
export type SubrequestNews =
  /** The target takes so many bytes more of the body. */
  | { readonly type: 'grant'; readonly bytes: number }
  | {
      readonly type: 'responded';
      readonly status: number;
      readonly statusText: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
      /** Where the redirects led that were followed already. */
      readonly url: string;
      /** Whether {@link IsolateCalls.subrequestChunk} brings a body. */
      readonly body: boolean;
    }
  | { readonly type: 'rpc'; readonly message: unknown }
  /** The answer is a WebSocket: what comes on it follows, and what ends its direction. */
  | {
      readonly type: 'upgraded';
      readonly statusText: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
      readonly url: string;
    }
  | { readonly type: 'socketMessage'; readonly data: string | Uint8Array<ArrayBuffer> }
  | { readonly type: 'socketClosed'; readonly code: number; readonly reason: string }
  /** Its other end is gone without having closed; `error` says why, where that is known. */
  | { readonly type: 'socketLost'; readonly error: Thrown | undefined }
  /** There is no response, its body ends here, or the RPC session does. */
  | { readonly type: 'failed'; readonly error: Thrown };

/** A `fetch` event on its way into an isolate. */
export interface FetchEventMessage extends EntrypointMessage {
  readonly type: 'fetch';
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The JSON of its `cf`. */
  readonly cf?: string | undefined;
  /** The whole body, or `'stream'` where {@link IsolateCalls.requestChunk} brings it. */
  readonly body: Uint8Array<ArrayBuffer> | 'stream' | null;
}

/** A `tail` event on its way into an isolate: it tells of requests that ended. */
export interface TailEventMessage extends EntrypointMessage {
  readonly type: 'tail';
  readonly traces: readonly Trace[];
}

interface EntrypointMessage {
  /** Name of the export; by default `default`. */
  readonly entrypoint: string | undefined;
  /** What the binding says of its user, for `ctx.props`. */
  readonly props?: unknown;
}

/** An error in a trace: its stack is without the line that names it. */
export interface TracedError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
}

/** The event that a traced request was. */
export type TracedEvent =
  | {
      readonly type: 'fetch';
      readonly method: string;
      readonly url: string;
      readonly headers: readonly (readonly [name: string, value: string])[];
      /** The JSON of its `cf`. */
      readonly cf: string | undefined;
      /** Of a response that came whole. */
      readonly status?: number;
    }
  | { readonly type: 'rpc'; readonly rpcMethod: string }
  | { readonly type: 'scheduled'; readonly cron: string; readonly scheduledTime: number }
  | { readonly type: 'queue'; readonly queue: string; readonly batchSize: number }
  /** How many traces it told of. */
  | { readonly type: 'tail'; readonly consumed: number }
  | { readonly type: 'test' };

/** What happened in a request, for those who tail its service. Times are in ms since the epoch. */
export interface Trace {
  readonly event: TracedEvent;
  readonly entrypoint: string | undefined;
  readonly timestamp: number;
  readonly logs: readonly {
    readonly timestamp: number;
    readonly level: Level;
    /** The list of values as JSON. What an isolate says is JSON may be none. */
    readonly json: string;
    /** Those among the values that are errors, by their places. */
    readonly errors: ReadonlyMap<number, TracedError>;
  }[];
  readonly exceptions: readonly (TracedError & { readonly timestamp: number })[];
  readonly diagnostics: readonly {
    readonly timestamp: number;
    readonly channel: string;
    readonly message: unknown;
  }[];
  readonly outcome: string;
  /** More happened than is told. */
  readonly truncated: boolean;
}

/** An event on its way into an isolate. */
export type EventMessage =
  | FetchEventMessage
  | (EntrypointMessage & {
      readonly type: 'scheduled';
      readonly cron: string;
      /** ms since the epoch. */
      readonly scheduledTime: number;
    })
  | (EntrypointMessage & {
      readonly type: 'queue';
      readonly queue: string;
      readonly messages: readonly {
        readonly id: string;
        /** ms since the epoch. */
        readonly timestamp: number;
        readonly attempts: number;
        readonly body: unknown;
      }[];
    })
  | (EntrypointMessage & { readonly type: 'test' })
  | TailEventMessage
  /** {@link IsolateCalls.rpc} brings what is asked. */
  | (EntrypointMessage & { readonly type: 'rpc' });

/** What the isolate evaluates at its startup. */
export interface StartMessage {
  /** What stacks call the code. */
  readonly url: string;
  /** Where the code is; the frame has made it. */
  readonly source: string;
  readonly assets: readonly Uint8Array<ArrayBuffer>[];
  /** Plain bindings: text or JSON. */
  readonly vars: Readonly<Record<string, unknown>>;
  /** Bindings that throw where they are used, and the keys of the configuration that ask for them. */
  readonly unsupportedBindings: Readonly<Record<string, string>>;
  /** Bindings to the project's worker services, by name. */
  readonly services: Readonly<Record<string, SubrequestTarget>>;
  /** Whether the main module exports nothing: then it listens, and bindings are globals. */
  readonly serviceWorker: boolean;
  /** Whether somebody tails the service. */
  readonly traced: boolean;
  readonly policy: Policy;
  /** 1× of the account of memory, in bytes. */
  readonly memoryLimit: number;
}

/**
 * What an isolate exposes over Comlink. Results travel as {@link FromIsolate}, so that all that an
 * isolate says is checked and in order; the promises here only say that a call was taken.
 */
export interface IsolateCalls {
  /** Loads what {@link start} will evaluate, and evaluates nothing. */
  preload(source: string): Promise<void>;
  /** Evaluates the modules' top level; followed by `started`. */
  start(message: StartMessage): void;
  /** Resolves when the modules are evaluated and the handler is about to be called. */
  dispatch(request: string, event: EventMessage): Promise<void>;
  /**
   * The reader took `bytes` of the response body, or messages of the WebSocket that cost so much: the
   * isolate may send as many more.
   */
  grant(request: string, bytes: number): void;
  /** The next piece of the request body (`null`: its end). Resolves when the isolate wants more. */
  requestChunk(request: string, bytes: Uint8Array<ArrayBuffer> | null): Promise<void>;
  /** The client sent a message on the request's WebSocket. */
  socketMessage(request: string, data: string | Uint8Array<ArrayBuffer>): void;
  /** The client closed its direction of the request's WebSocket. */
  socketClose(request: string, code: number, reason: string): void;
  /** The client went away. */
  cancel(request: string): void;
  /** A message of the RPC session that the request is; `null`: it is over. */
  rpc(request: string, message: { readonly of: unknown } | null): void;
  /** How one of its subrequests goes on. */
  subrequestNews(subrequest: number, news: SubrequestNews): void;
  /** The next piece of a subrequest's response (`null`: its end). Resolves when the isolate wants more. */
  subrequestChunk(subrequest: number, bytes: Uint8Array<ArrayBuffer> | null): Promise<void>;
  /** The answer to what it asked of the cache under `number`. */
  cacheAnswered(number: number, answer: CacheAnswer): void;
  /** Answers when the thread comes back to its event loop. */
  ping(): void;
}

/** What the supervisor tells the sandbox frame. */
export type ToFrame =
  /** Boot a Web Worker; comes with two ports, for calls and for messages. */
  | { readonly type: 'spawn'; readonly thread: number }
  | { readonly type: 'terminate'; readonly thread: number }
  /** Make a URL of an isolate's code. */
  | { readonly type: 'script'; readonly script: number; readonly code: string }
  /** Nobody imports from that URL any more. */
  | { readonly type: 'forgetScript'; readonly script: number }
  | { readonly type: 'ping' };

/** What the sandbox frame tells the supervisor. */
export const FromFrame = v.variant('type', [
  v.object({ type: v.literal('pong') }),
  v.object({ type: v.literal('script'), script: Count, url: v.pipe(v.string(), v.maxLength(200)) }),
  /** A Web Worker could not be made, or its own script failed. */
  v.object({ type: v.literal('failed'), thread: Count, message: Text }),
]);
export type FromFrame = v.InferOutput<typeof FromFrame>;

/** How the page begins the sandbox frame: {@link https://html.spec.whatwg.org/#posting-messages} with one port. */
export interface SandboxInit {
  readonly type: 'isolab.sandbox';
  /** Source of the frame's code. */
  readonly frame: string;
  /** Source of the isolates' code. */
  readonly isolate: string;
}

/** What an isolate asks its frame of Web Crypto, on a port of their own. The frame keeps the keys. */
export type CryptoQuestion =
  | { readonly question: number; readonly method: string; readonly values: readonly unknown[] }
  /** Nobody has the handle of this key any more. */
  | { readonly forget: number };

/** A key in a question's values. */
export interface KeyReference {
  readonly isolabKey: number;
}

/** What an isolate knows of a key; in an answer it is the value of `isolabKey`. */
export interface CryptoKeyHandle {
  readonly key: number;
  readonly type: string;
  readonly extractable: boolean;
  readonly algorithm: object;
  readonly usages: readonly string[];
}

export type CryptoAnswer =
  | { readonly question: number; readonly result: unknown }
  | {
      readonly question: number;
      readonly error: { readonly name: string; readonly message: string };
    };
