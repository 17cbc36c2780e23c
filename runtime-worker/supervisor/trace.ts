import { TRACE_BYTES } from '../bounds';
import { clonedSizeOf } from '../cloned-size';
import type { ErrorInfo, LogLevel, Outcome } from '../events';
import type { Thrown, Trace, TracedError, TracedEvent, TracedValues } from '../protocol';
import type { Arrival } from './arrival';

/** What workerd's own records of a log line and of a published message take, in bytes. */
const LOG_BYTES = 80;
const DIAGNOSTICS_BYTES = 56;

/** Exceptions are bounded in number: the text of each is bounded by the protocol. */
const EXCEPTIONS_LIMIT = 100;

type Mutable<List extends readonly unknown[]> = List[number][];

/**
 * Records what happens in a request, for those who tail its service. What is over the bounds is left
 * out, and workerd's own words say so.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/io/tracer.c%2B%2B
 */
export class TraceRecorder {
  readonly #event: TracedEvent;
  readonly #entrypoint: string | undefined;
  readonly #onEnded: OnEnded;
  readonly #began: number;
  readonly #logs: Mutable<Trace['logs']> = [];
  readonly #exceptions: Mutable<Trace['exceptions']> = [];
  readonly #diagnostics: Mutable<Trace['diagnostics']> = [];
  readonly #full = { logs: false, exceptions: false, diagnostics: false };
  #status: number | undefined;
  #whole = false;
  /** Of all but exceptions, whose bound is their number. */
  #bytes = 0;
  #inExceptions = 0;

  /** @param onEnded Called once, when the request ended, with about how much was recorded. */
  constructor(arrival: Arrival, onEnded: OnEnded) {
    this.#began = Date.now();
    this.#onEnded = onEnded;
    this.#entrypoint = arrival.message.entrypoint;
    const event = eventOf(arrival);
    const bytes = bytesOf(event);
    const fits = bytes <= TRACE_BYTES || event.type !== 'fetch';
    this.#event = fits ? event : { ...event, url: '', headers: [], cf: undefined };
    if (fits) this.#bytes = bytes;
    else {
      this.#full.logs = true;
      this.#addLog('warn', '["Trace resource limit exceeded; could not capture event info."]');
    }
  }

  /** @param explain Puts an error in terms of the project's files. */
  log(level: LogLevel, { json, errors = [] }: TracedValues, explain: Explain): void {
    if (this.#full.logs) return;
    const found = new Map(errors.map(({ index, ...thrown }) => [index, traced(explain(thrown))]));
    const inErrors = [...found.values()].reduce((sum, error) => sum + textOf(error).length, 0);
    if (this.#takes(LOG_BYTES + json.length + inErrors)) {
      this.#addLog(level, json, found);
      return;
    }
    this.#full.logs = true;
    this.#addLog(
      'warn',
      '["Log size limit exceeded: More than 256KB of data (across console.log statements, exception, request metadata and headers) was logged during a single request. Subsequent data for this request will not be recorded in logs, appear when tailing this Worker\'s logs, or in Tail Workers."]',
    );
  }

  exception(info: ErrorInfo): void {
    if (this.#full.exceptions) return;
    const timestamp = Date.now();
    if (this.#exceptions.length < EXCEPTIONS_LIMIT) {
      const error = traced(info);
      this.#inExceptions += textOf(error).length;
      this.#exceptions.push({ timestamp, ...error });
      return;
    }
    this.#full.exceptions = true;
    this.#exceptions.push({
      timestamp,
      name: 'Error',
      message: 'Trace resource limit exceeded; subsequent exceptions not recorded.',
    });
  }

  /** Something was published on a channel of `node:diagnostics_channel`. */
  diagnostics(channel: string, message: unknown): void {
    if (this.#full.diagnostics) return;
    const timestamp = Date.now();
    // None of its values takes less than a byte.
    const { bytes = TRACE_BYTES, values = 0 } = clonedSizeOf(message, TRACE_BYTES) ?? {};
    const size = Math.max(bytes, values);
    if (this.#takes(DIAGNOSTICS_BYTES + channel.length + size)) {
      this.#diagnostics.push({ timestamp, channel, message });
      return;
    }
    this.#full.diagnostics = true;
    this.#diagnostics.push({ timestamp, channel: 'workerd.LimitExceeded', message: undefined });
  }

  responded(status: number): void {
    this.#status = status;
  }

  /** The response is whole: only of such a one the status is told. */
  bodyEnded(): void {
    this.#whole = true;
  }

  ended(outcome: Outcome): void {
    const event = this.#event;
    const status = this.#whole ? this.#status : undefined;
    const trace: Trace = {
      event: event.type === 'fetch' && status !== undefined ? { ...event, status } : event,
      entrypoint: this.#entrypoint,
      timestamp: this.#began,
      logs: this.#logs,
      exceptions: this.#exceptions,
      diagnostics: this.#diagnostics,
      // Of a test workerd looks at nothing more.
      outcome: event.type === 'test' ? 'ok' : outcomeInTrace(outcome),
      truncated: Object.values(this.#full).some((full) => full),
    };
    this.#onEnded(trace, this.#bytes + this.#inExceptions);
  }

  #takes(bytes: number): boolean {
    if (this.#bytes + bytes > TRACE_BYTES) return false;
    this.#bytes += bytes;
    return true;
  }

  #addLog(level: LogLevel, json: string, errors: ReadonlyMap<number, TracedError> = new Map()) {
    this.#logs.push({ timestamp: Date.now(), level, json, errors });
  }
}

type OnEnded = (trace: Trace, bytes: number) => void;

type Explain = (thrown: Thrown) => ErrorInfo;

function eventOf({ message, summary }: Arrival): TracedEvent {
  switch (message.type) {
    case 'fetch':
      return {
        type: 'fetch',
        method: message.method,
        url: message.url,
        headers: canonical(message.headers),
        cf: message.cf,
      };
    case 'scheduled':
      return { type: 'scheduled', cron: message.cron, scheduledTime: message.scheduledTime };
    case 'queue':
      return { type: 'queue', queue: message.queue, batchSize: message.messages.length };
    case 'tail':
      return { type: 'tail', consumed: message.traces.length };
    case 'rpc':
      return { type: 'rpc', rpcMethod: summary.type === 'rpc' ? summary.method : '' };
    case 'test':
      return { type: 'test' };
  }
}

type Headers = readonly (readonly [name: string, value: string])[];

/** Names in lower case and in order, each once. */
function canonical(headers: Headers): Headers {
  const values = new Map<string, string[]>();
  for (const [given, value] of headers) {
    const name = given.toLowerCase();
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return [...values]
    .map(([name, of]) => [name, of.join(', ')] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function bytesOf(event: TracedEvent): number {
  if (event.type !== 'fetch') return 0;
  const inHeaders = event.headers.reduce(
    (sum, [name, value]) => sum + name.length + value.length,
    0,
  );
  return event.url.length + inHeaders + (event.cf?.length ?? 0);
}

/**
 * What workerd calls it: it has no outcome for a startup that fails, for a crash of a frame, or for an
 * abort, which is an exception like any other to each request that it ends.
 */
function outcomeInTrace(outcome: Outcome): string {
  switch (outcome) {
    case 'startupFailed':
    case 'aborted':
      return 'exception';
    case 'crashed':
      return 'internalError';
    default:
      return outcome;
  }
}

/** As workerd's `getErrorInfoForTrace`: the stack is cut of the name and the message that it begins with. */
function traced({ name, message, stack }: ErrorInfo): TracedError {
  if (stack === undefined) return { name, message };
  const rest = without(without(without(without(stack, name), ': '), message), '\n');
  return rest === '' ? { name, message } : { name, message, stack: rest };
}

function without(text: string, beginning: string): string {
  return text.startsWith(beginning) ? text.slice(beginning.length) : text;
}

function textOf({ name, message, stack = '' }: TracedError): string {
  return name + message + stack;
}
