import type { Outcome } from '../events';
import type { EventMessage, FromIsolate, FromSubrequest, Thrown } from '../protocol';
import type { WorkerResponse } from '../runtime';
import type { Arrival } from './arrival';
import type { Client } from './client';
import { ClientResponse } from './client-response';
import { ClientSocket } from './client-socket';
import type { Ending } from './ending';
import { ConnectionLostError, type Explained } from './errors';
import type { EventLog } from './event-log';
import { ResponseBody } from './response-body';
import type { TraceRecorder } from './trace';

/** The fields of an event that say which isolate it is about. */
export interface IsolateStamp {
  readonly service: string;
  readonly isolate: string;
  readonly generation: number;
}

/** How a request reaches the isolate that has it. */
export interface RequestLink {
  readonly stamp: IsolateStamp;
  grant(request: string, bytes: number): void;
  socketMessage(request: string, data: string | Uint8Array<ArrayBuffer>): void;
  socketClose(request: string, code: number, reason: string): void;
  cancel(request: string): void;
  explain(thrown: Thrown): Explained;
  /** The request ended. */
  release(request: Request): void;
}

/** What an isolate tells of a request that it has. */
export type FromRequest = Exclude<Extract<FromIsolate, { request: string }>, FromSubrequest>;

type Phase =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'handled' }
  | { readonly phase: 'responded'; readonly content: ResponseBody | ClientSocket | undefined }
  | { readonly phase: 'ended' };

/**
 * One request, from its arrival until its response, body and `waitUntil` tasks are all done. It hears
 * from its isolate, settles the client's promise, and appends what happened.
 */
export class Request {
  readonly id: string;
  readonly arrival: Arrival;
  /** Records what happens, where somebody tails the service. */
  readonly trace: TraceRecorder | undefined;
  readonly #client: Client<unknown>;
  readonly #log: EventLog;
  #link: RequestLink;
  #phase: Phase = { phase: 'waiting' };
  #failure: Ending | undefined;
  readonly #tasks = new Set<number>();
  readonly #clientLeft = () => this.cancel(this.arrival.signal?.reason);

  constructor(
    id: string,
    arrival: Arrival,
    client: Client<unknown>,
    log: EventLog,
    link: RequestLink,
    trace?: TraceRecorder,
  ) {
    this.id = id;
    this.trace = trace;
    this.arrival = arrival;
    this.#client = client;
    this.#log = log;
    this.#link = link;
    const { summary: event, parent } = arrival;
    log.append({
      type: 'request.began',
      ...this.#stamp,
      event,
      ...(parent !== undefined && { parent }),
    });
    arrival.signal?.addEventListener('abort', this.#clientLeft);
  }

  /** Whether no handler was called for it yet. */
  get untouched(): boolean {
    return this.#phase.phase === 'waiting';
  }

  /** Its isolate was destroyed before it looked at the request: another takes it. */
  move(link: RequestLink): void {
    this.#link = link;
    this.#log.append({ type: 'request.moved', ...this.#stamp });
  }

  /** Its handler is called. */
  handled(): void {
    if (this.#phase.phase !== 'waiting') return;
    this.#phase = { phase: 'handled' };
    this.#log.append({ type: 'request.handled', ...this.#stamp });
  }

  /** Takes a message of its isolate. Returns `false` where the message makes no sense at this point. */
  receive(message: FromRequest): boolean {
    switch (message.type) {
      case 'responded':
        return this.#responded(message);
      case 'upgraded':
        return this.#upgraded(message);
      case 'socketMessage':
      case 'socketClosed':
        return this.#socket(message);
      case 'chunk':
      case 'bodyEnded':
      case 'bodyFailed':
        return this.#body(message);
      case 'rpc':
        this.arrival.rpc?.hear(message.message);
        return this.arrival.rpc !== undefined;
      case 'queueResult':
        this.#client.told?.(message.result);
        return true;
      case 'diagnostics':
        this.trace?.diagnostics(message.channel, message.message);
        return true;
      case 'noRetry':
        this.#client.told?.({ noRetry: true });
        return true;
      case 'failed':
        return this.#failed(message);
      case 'waitUntilBegan':
      case 'waitUntilEnded':
        return this.#task(message);
      case 'requestAborted':
        return this.#aborted(message);
      case 'settled':
        this.#settled();
        return true;
    }
  }

  /** Ends it, whatever state it is in: the client's promise or its read rejects with `ending.error`. */
  end(ending: Ending): void {
    if (this.#phase.phase === 'ended') return;
    if (this.#phase.phase === 'responded') this.#phase.content?.fail(ending.error ?? CUT_SHORT);
    // A handler would have taken it.
    if (this.#phase.phase === 'waiting') this.arrival.body?.cancel(ending.error).catch(() => {});
    this.#phase = { phase: 'ended' };
    const taskOutcome = taskOutcomeOf(ending.outcome);
    for (const task of this.#tasks) {
      this.#log.append({
        type: 'waitUntil.ended',
        ...this.#stamp,
        task,
        outcome: taskOutcome,
      });
    }
    const { outcome, info, reason } = ending;
    this.#log.append({
      type: 'request.ended',
      ...this.#stamp,
      outcome,
      ...(info && { error: info }),
      ...(typeof reason === 'string' && { reason }),
    });
    this.arrival.signal?.removeEventListener('abort', this.#clientLeft);
    this.#client.ended(ending);
    this.#link.release(this);
    this.#endTrace(ending);
  }

  /** The client went away. */
  cancel(why: unknown): void {
    if (this.#phase.phase === 'ended') return;
    this.#client.failed(why);
    this.#link.cancel(this.id);
    this.end({ outcome: 'canceled' });
  }

  /** With the process that ended went what was recorded in it. */
  #endTrace(ending: Ending): void {
    if (ending.error instanceof ConnectionLostError) return;
    if (ending.info && ending !== this.#failure) this.trace?.exception(ending.info);
    this.trace?.ended(ending.outcome);
  }

  /** A timer of its threw. */
  uncaught(thrown: Explained): void {
    this.trace?.exception(thrown.info);
    this.#failWhereTasksCount(thrown);
  }

  #failWhereTasksCount(thrown: Explained): void {
    if (FAILS_WITH_TASKS.has(this.arrival.message.type)) {
      this.#failure ??= { outcome: 'exception', ...thrown };
    }
  }

  get #url(): string {
    const { message } = this.arrival;
    return message.type === 'fetch' ? message.url : '';
  }

  get #stamp() {
    return { ...this.#link.stamp, request: this.id };
  }

  #responded(message: Extract<FromIsolate, { type: 'responded' }>): boolean {
    if (this.#phase.phase !== 'handled') return false;
    const body = message.body
      ? new ResponseBody(
          (bytes) => this.#link.grant(this.id, bytes),
          () => this.#readerLeft(),
        )
      : undefined;
    this.#phase = { phase: 'responded', content: body };
    this.trace?.responded(message.status);
    if (!body) this.trace?.bodyEnded();
    this.#answer(message.status, () => responseOf(message, body, this.#url));
    if (message.settled) this.#settled();
    return true;
  }

  #upgraded(message: Extract<FromIsolate, { type: 'upgraded' }>): boolean {
    if (this.#phase.phase !== 'handled') return false;
    const socket = new ClientSocket({
      message: (data) => this.#link.socketMessage(this.id, data),
      close: (code, reason) => this.#link.socketClose(this.id, code, reason),
      grant: (cost) => this.#link.grant(this.id, cost),
    });
    this.#phase = { phase: 'responded', content: socket };
    this.#answer(101, () => upgradeResponseOf(message, socket, this.#url));
    return true;
  }

  /** @param response Throws where what the isolate said cannot be a Response (a header with a line break, say). */
  #answer(status: number, response: () => WorkerResponse): void {
    this.#log.append({ type: 'request.responded', ...this.#stamp, status });
    try {
      this.#client.responded(response());
    } catch (error) {
      this.#failure = { outcome: 'exception', error: asError(error) };
      this.#client.failed(error);
    }
  }

  #socket(message: Extract<FromIsolate, { type: 'socketMessage' | 'socketClosed' }>): boolean {
    if (this.#phase.phase !== 'responded') return false;
    const { content } = this.#phase;
    return content instanceof ClientSocket && content.receive(message);
  }

  #body(message: Extract<FromIsolate, { type: 'chunk' | 'bodyEnded' | 'bodyFailed' }>): boolean {
    if (this.#phase.phase !== 'responded') return false;
    const { content: body } = this.#phase;
    if (!(body instanceof ResponseBody)) return false;
    if (message.type === 'chunk') {
      // A structured clone's buffer is never shared: a shared one cannot leave the isolate.
      return body.push(message.bytes as Uint8Array<ArrayBuffer>);
    }
    if (message.type === 'bodyEnded') {
      body.end();
      this.trace?.bodyEnded();
      this.#log.append({
        type: 'request.bodyEnded',
        ...this.#stamp,
        bytes: body.bytes,
      });
      if (message.settled) this.#settled();
      return true;
    }
    const { info, error } = this.#explain(message.error);
    this.#failure = { outcome: 'exception', error, info };
    body.fail(error);
    return true;
  }

  #failed(message: Extract<FromIsolate, { type: 'failed' }>): boolean {
    const { info, error } = this.#explain(message.error);
    this.#failure = { outcome: 'exception', error, info };
    this.#client.failed(error);
    return true;
  }

  /** `ctx.abort()` ended it. */
  #aborted(message: Extract<FromIsolate, { type: 'requestAborted' }>): boolean {
    this.end({ outcome: 'exception', ...this.#link.explain(message.error) });
    return true;
  }

  #task(message: Extract<FromIsolate, { type: 'waitUntilBegan' | 'waitUntilEnded' }>): boolean {
    const { task } = message;
    if (message.type === 'waitUntilBegan') {
      if (this.#tasks.has(task)) return false;
      this.#tasks.add(task);
      this.#log.append({ type: 'waitUntil.began', ...this.#stamp, task });
      return true;
    }
    if (!this.#tasks.delete(task)) return false;
    const thrown = message.error && this.#explain(message.error);
    this.#log.append({
      type: 'waitUntil.ended',
      ...this.#stamp,
      task,
      outcome: thrown ? 'exception' : 'ok',
      ...(thrown && { error: thrown.info }),
    });
    if (thrown) this.#failWhereTasksCount(thrown);
    return true;
  }

  /** What nobody in the worker caught. */
  #explain(thrown: Thrown): Explained {
    const explained = this.#link.explain(thrown);
    this.trace?.exception(explained.info);
    return explained;
  }

  #settled(): void {
    this.end(this.#failure ?? { outcome: 'ok' });
  }

  #readerLeft(): void {
    this.#failure ??= { outcome: 'canceled' };
    this.#link.cancel(this.id);
  }
}

/** Of these events `waitUntil` tasks and timers are a part: what they throw is what ends the event. */
const FAILS_WITH_TASKS: ReadonlySet<EventMessage['type']> = new Set(['scheduled', 'test', 'queue']);

const CUT_SHORT = new Error('The worker ended the request before its response was whole.');

function taskOutcomeOf(outcome: Outcome) {
  if (outcome === 'crashed' || outcome === 'canceled') return outcome;
  return 'aborted';
}

function responseOf(
  { status, statusText, headers }: Extract<FromIsolate, { type: 'responded' }>,
  body: ResponseBody | undefined,
  url: string,
): WorkerResponse {
  return new ClientResponse(body?.stream ?? null, { status, statusText, headers, url });
}

function upgradeResponseOf(
  { statusText, headers }: Extract<FromIsolate, { type: 'upgraded' }>,
  socket: ClientSocket,
  url: string,
): WorkerResponse {
  // The browser's own Response refuses 101.
  return workerResponse(new Response(null, { statusText }), {
    headers: { value: headersOf(headers) },
    url: { value: url },
    status: { value: 101 },
    ok: { value: false },
    webSocket: { value: socket.end },
  });
}

function workerResponse(
  response: Response,
  properties: Record<'webSocket' | 'headers', { value: unknown }> & PropertyDescriptorMap,
): WorkerResponse {
  // What it lacks of a WorkerResponse is among the properties.
  return Object.defineProperties(response, properties) as WorkerResponse;
}

/** The browser's own Response drops `Set-Cookie`; a Headers of its own keeps it. */
function headersOf(entries: Extract<FromIsolate, { type: 'responded' }>['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of entries) headers.append(name, value);
  return headers;
}

function asError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}
