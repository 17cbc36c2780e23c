import { MESSAGES } from '../bounds';
import type { CompileResult, Script } from '../compiler/script';
import { mapStack } from '../compiler/stack';
import type { AbortCause, CondemnCause, CreationCause, ErrorInfo, Position } from '../events';
import type { FromIsolate, SubrequestTarget, Thrown } from '../protocol';
import type { Settings } from '../settings';
import { Aborted } from './aborted';
import type { CacheStore } from './cache-store';
import { type Ending, endingOf } from './ending';
import { type Explained, errorOfInfo, explain, IsolateAbortedError, ownErrorInfo } from './errors';
import type { EventLog } from './event-log';
import type { FromRequest, IsolateStamp, Request, RequestLink } from './request';
import { sendRequestBody } from './request-body';
import { type FireSubrequest, Subrequests } from './subrequests';
import type { Thread, ThreadActivity } from './thread';
import { watchAnswers } from './watch';

const FLOODED = `it sent more than ${MESSAGES.toLocaleString('en')} messages at once.`;

/** What an isolate evaluates at its startup. */
export interface Code {
  readonly compiled: Promise<CompileResult>;
  /** Plain bindings. */
  readonly vars: () => Readonly<Record<string, unknown>>;
  /** Bindings to the project's worker services. */
  readonly services: () => Readonly<Record<string, SubrequestTarget>>;
  /** Bindings that are not supported, and the keys that ask for them. */
  readonly unsupportedBindings: () => Readonly<Record<string, string>>;
  /** The service that answers its `fetch()`, if one does. */
  readonly outbound: () => string | undefined;
  /** The services that hear of each of its requests that ended. */
  readonly tailConsumers: () => readonly string[];
  /** What to know of its configuration, told once. */
  readonly takeWarnings: () => readonly ErrorInfo[];
  /** What its configuration says of how it is run. */
  readonly settings: Partial<Settings>;
}

/** What an isolate runs with, and whom it tells. */
export interface IsolateOptions {
  readonly stamp: IsolateStamp;
  readonly cause: CreationCause;
  readonly thread: Thread;
  readonly log: EventLog;
  /** The code as it is at the first event. */
  readonly code: () => Code;
  readonly settings: Settings;
  /** What its service's `caches` keep. */
  readonly cache: () => Promise<CacheStore>;
  /** How long it waits before its startup, in ms, because its service aborts again and again. */
  readonly delay: { readonly ms: number; readonly lingering: number };
  readonly fireSubrequest: FireSubrequest;
  /** Its startup evaluates the script now. */
  readonly onEvaluates: (script: Script) => void;
  /** `abortIsolate` was called: the service's policy says what that does. */
  readonly onAbortCalled: (isolate: Isolate, message: AbortMessage) => void;
  /** It gets nothing new from now on. */
  readonly onCondemned: (isolate: Isolate, cause: CondemnCause) => void;
  /** It ended. `unseen` were sent to it and never looked at: they go to the next isolate, in order. */
  readonly onEnded: (isolate: Isolate, how: IsolateEnd, unseen: readonly Request[]) => void;
}

export type AbortMessage = Extract<FromIsolate, { type: 'abort' }>;

/** How an isolate ended. */
export type IsolateEnd = 'finished' | 'startupFailed' | AbortCause;

/** A top level that awaits something for ever is told apart from one that is slow after so many ms. */
const STARTUP_LIMIT = 5000;

/**
 * The life of an isolate; CONTRIBUTING.md has it as a chart. Being condemned goes beside it: a
 * condemned isolate gets nothing new and ends when nothing is in flight.
 */
type Life =
  | { readonly state: 'fresh' }
  /** Has a first event, and must wait until its service may go on. */
  | { readonly state: 'delayed'; readonly stop: () => void }
  | { readonly state: 'starting'; readonly stop: () => void }
  | { readonly state: 'running' }
  /** What is in flight is being rejected. */
  | { readonly state: 'ending' }
  | { readonly state: 'ended' };

interface InFlight {
  readonly request: Request;
  /** 1 for the first that was sent into this isolate; `undefined` while it waits for the startup. */
  sequence: number | undefined;
  /** The isolate took it: its handler is called. */
  taken: boolean;
}

/** One isolate of a worker service, from its creation until it ended. Owns its thread. */
export class Isolate {
  readonly stamp: IsolateStamp;
  readonly #options: IsolateOptions;
  readonly #thread: Thread;
  readonly #log: EventLog;
  readonly #aborted = new Aborted();
  /** By id, in the order in which they were sent (or will be). */
  readonly #inFlight = new Map<string, InFlight>();
  readonly #subrequests: Subrequests;
  #sent = 0;
  #script: Script | undefined;
  #life: Life = { state: 'fresh' };
  #condemned = false;
  /** On the clock of `performance.now()`. */
  readonly #notBefore: number;
  #stopWatch: (() => void) | undefined;
  readonly link: RequestLink;

  constructor(options: IsolateOptions) {
    this.#options = options;
    this.stamp = options.stamp;
    this.#thread = options.thread;
    this.#log = options.log;
    this.link = {
      stamp: this.stamp,
      grant: (request, bytes) => void this.#call(this.#thread.calls.grant(request, bytes)),
      socketMessage: (request, data) =>
        void this.#call(this.#thread.calls.socketMessage(request, data)),
      socketClose: (request, code, reason) =>
        void this.#call(this.#thread.calls.socketClose(request, code, reason)),
      cancel: (request) => void this.#call(this.#thread.calls.cancel(request)),
      explain: (thrown) => this.#explain(thrown),
      release: (request) => this.#release(request),
    };
    this.#subrequests = new Subrequests({
      calls: this.#thread.calls,
      aborted: this.#aborted,
      fire: (target, arrival, client) =>
        options.fireSubrequest(target, arrival, client, this.stamp),
      depthOf: (request) => {
        const { arrival } = this.#inFlight.get(request)?.request ?? {};
        return arrival && (arrival.depth ?? 0);
      },
      limit: options.settings.subrequestLimit,
    });
    this.#thread.listener = {
      message: (message) => this.#receive(message),
      refused: ({ request, subrequest }) =>
        this.#refuse(request ?? this.#subrequests.requestOf(subrequest)),
    };
    this.#log.append({
      type: 'isolate.created',
      ...this.stamp,
      cause: options.cause,
      spare: options.thread.spare,
    });
    const { delay, settings } = options;
    this.#notBefore = performance.now() + delay.ms;
    if (delay.ms > 0) {
      const { ms, lingering } = delay;
      this.#log.append({ type: 'isolate.delayed', ...this.stamp, delay: ms, lingering });
    }
    if (settings.startup === 'atOnce') this.#start();
  }

  /** Whether it has evaluated nothing yet. */
  get fresh(): boolean {
    return this.#life.state === 'fresh';
  }

  /** Takes a request: at once if it runs, else after its startup. The first one begins the startup. */
  take(request: Request): void {
    const inFlight: InFlight = { request, sequence: undefined, taken: false };
    this.#inFlight.set(request.id, inFlight);
    if (this.#life.state === 'fresh') this.#start();
    else if (this.#life.state === 'running') this.#send(inFlight);
  }

  /** Gets nothing new; ends when nothing is in flight. */
  condemn(cause: CondemnCause): void {
    if (this.#condemned || this.#isOver) return;
    this.#condemned = true;
    this.#log.append({ type: 'isolate.condemned', ...this.stamp, cause });
    this.#options.onCondemned(this, cause);
    if (this.#inFlight.size === 0) this.#finish('finished');
  }

  /**
   * Destroys it at once: everything in flight is rejected with the reason, except what it never saw.
   * @param received How many of the sent requests the isolate saw; all of them where it cannot tell.
   */
  destroy(
    cause: AbortCause,
    reason: string | null,
    by?: Pick<Extract<FromIsolate, { type: 'abort' }>, 'request' | 'received' | 'stack'>,
  ): void {
    if (this.#isOver) return;
    const during = this.#life.state;
    if (by && during === 'running') this.#markHandled(by.received);
    const causer = by?.request === undefined ? undefined : this.#inFlight.get(by.request)?.request;
    const position = this.#placeOf(cause, by?.stack);
    this.#log.append({
      type: 'isolate.aborted',
      ...this.stamp,
      reason,
      cause,
      ...(causer && { request: causer.id }),
      ...(position && { position }),
    });
    const { policy } = this.#options.settings;
    const ending = endingOf({ cause, reason, starting: during === 'starting', policy, position });
    if (during === 'starting') {
      this.#log.append({
        type: 'startup.ended',
        ...this.stamp,
        outcome: cause === 'crashed' ? 'crashed' : 'aborted',
        error: ending.info,
      });
    }
    // A startup that fails fails for all that wait for it.
    const unseen = by && during !== 'starting' ? this.#takeUnseen(by.received) : [];
    this.#finish(cause, ending, unseen);
    this.#aborted.abort(ending.error);
  }

  /** The request ended. */
  #release(request: Request): void {
    this.#inFlight.delete(request.id);
    this.#subrequests.endWith(request.id);
    if (this.#inFlight.size === 0 && this.#condemned) this.#finish('finished');
  }

  /** The isolate saw so many, though not all of its answers are there. */
  #markHandled(received: number): void {
    for (const { request, sequence } of this.#inFlight.values()) {
      if (sequence !== undefined && sequence <= received) this.#handled(request);
    }
  }

  /** Takes out what was sent after the isolate had stopped looking. */
  #takeUnseen(received: number): Request[] {
    const unseen = [...this.#inFlight.values()].filter(
      ({ request, sequence }) => sequence !== undefined && sequence > received && request.untouched,
    );
    for (const { request } of unseen) this.#inFlight.delete(request.id);
    return unseen.map(({ request }) => request);
  }

  #start(): void {
    const wait = this.#notBefore - performance.now();
    if (wait <= 0) {
      this.#beginStartup();
      return;
    }
    const timer = setTimeout(() => this.#beginStartup(), wait);
    this.#life = { state: 'delayed', stop: () => clearTimeout(timer) };
  }

  #beginStartup(): void {
    const code = this.#options.code();
    const warnings = code.takeWarnings();
    this.#log.append({
      type: 'startup.began',
      ...this.stamp,
      ...(warnings.length > 0 && { warnings }),
    });
    const run = async () => {
      const [result] = await Promise.all([code.compiled, this.#aborted.race(this.#thread.booted)]);
      if (this.#life.state !== 'starting') return;
      if (!result.ok) {
        this.#startupFailed(firstErrorOf(result));
        return;
      }
      const { url, giveBack } = this.#thread.frame.lendUrl(result.script);
      this.#life = { state: 'starting', stop: giveBack };
      const source = await this.#aborted.race(url);
      if (this.#life.state === 'starting') this.#evaluate(result.script, source, giveBack, code);
    };
    this.#life = { state: 'starting', stop: () => {} };
    run().catch((error: unknown) => this.#startupFailed(ownErrorInfo(asError(error))));
  }

  /** @param imported Called when it imports nothing from `source` any more. */
  #evaluate(script: Script, source: string, imported: () => void, code: Code): void {
    const { url, assets, serviceWorker } = script;
    const [vars, services] = [code.vars(), code.services()];
    const unsupportedBindings = code.unsupportedBindings();
    const { policy, memoryLimit } = this.#options.settings;
    const awaitsForEver: ErrorInfo = {
      name: 'Error',
      message: 'Top-level await in module is unsettled.',
      position: firstLineOf(script),
    };
    // One that loops does not answer: that is the watch's to say, however long it takes on a busy machine.
    const unsettled = setTimeout(
      () =>
        this.#ping().then(
          () => this.#startupFailed(awaitsForEver),
          () => {},
        ),
      STARTUP_LIMIT,
    );
    this.#life = {
      state: 'starting',
      stop: () => {
        clearTimeout(unsettled);
        imported();
      },
    };
    this.#script = script;
    this.#options.onEvaluates(script);
    this.#watch();
    void this.#call(
      this.#thread.calls.start({
        url,
        source,
        assets,
        vars,
        services,
        unsupportedBindings,
        serviceWorker,
        traced: code.tailConsumers().length > 0,
        policy,
        memoryLimit,
      }),
    );
    // The first goes along, to save a round trip; the others are events of their own.
    const [first] = this.#inFlight.values();
    if (first) this.#send(first);
  }

  #started(thrown: Thrown | undefined): void {
    if (this.#life.state !== 'starting' || !this.#script) return;
    this.#life.stop();
    if (thrown) {
      const { info, error } = this.#explain(thrown);
      this.#startupFailed(info, error);
      return;
    }
    this.#life = { state: 'running' };
    this.#log.append({ type: 'startup.ended', ...this.stamp, outcome: 'ok' });
    for (const inFlight of this.#inFlight.values()) {
      if (inFlight.sequence === undefined) this.#send(inFlight);
      else if (inFlight.taken) this.#handled(inFlight.request);
    }
  }

  #startupFailed(info: ErrorInfo, error: unknown = errorOfInfo(info)): void {
    if (this.#life.state !== 'starting') return;
    this.#log.append({
      type: 'startup.ended',
      ...this.stamp,
      outcome: 'startupFailed',
      error: info,
    });
    this.#finish('startupFailed', { outcome: 'startupFailed', error, info });
  }

  #send(inFlight: InFlight): void {
    const { request } = inFlight;
    const { message } = request.arrival;
    this.#sent += 1;
    inFlight.sequence = this.#sent;
    this.#watch();
    const dispatched = this.#thread.dispatch(request.id, message);
    this.#aborted.race(dispatched).then(
      () => {
        inFlight.taken = true;
        this.#handled(request);
      },
      (error: unknown) => {
        // Destroyed meanwhile: the request was rejected, or it is another isolate's by now.
        if (this.#life.state === 'ended') return;
        // What the event carries cannot be cloned.
        const info = ownErrorInfo(asError(error));
        request.end({ outcome: 'exception', error: asError(error), info });
      },
    );
  }

  /**
   * Its handler is called: the answer to the dispatch says so, or whatever comes of it before that. The
   * answer may also overtake the word that the startup ended; then that says so.
   */
  #handled(request: Request | undefined): void {
    if (!request?.untouched || this.#life.state !== 'running') return;
    request.handled();
    this.#sendBody(request);
  }

  /** Only once the handler has the request: one that this isolate never saw goes on with its body whole. */
  #sendBody(request: Request): void {
    const { body, rpc } = request.arrival;
    rpc?.open((message) => void this.#call(this.#thread.calls.rpc(request.id, message)));
    if (!body) return;
    void sendRequestBody(
      body,
      (bytes) => this.#thread.calls.requestChunk(request.id, bytes),
      this.#aborted,
      (error) => request.cancel(error),
    );
  }

  #receive(message: FromIsolate): void {
    switch (message.type) {
      case 'booted':
        break;
      case 'started':
        this.#started(message.error);
        break;
      case 'abort':
        this.#options.onAbortCalled(this, message);
        break;
      case 'flooded':
        this.destroy('crashed', FLOODED);
        break;
      case 'condemn':
        this.#condemnedByCaller(message);
        break;
      case 'cacheAsked':
        void this.#answerFromCache(message);
        break;
      case 'memory':
        this.#accountMemory(message.bytes);
        break;
      case 'log':
      case 'console':
        this.#logged(message);
        break;
      case 'uncaught':
        this.#uncaught(message);
        break;
      case 'subrequest':
      case 'subrequestChunk':
      case 'subrequestBodyEnded':
      case 'subrequestRpc':
      case 'subrequestEnded':
      case 'subrequestSocketMessage':
      case 'subrequestSocketClosed':
      case 'subrequestCanceled':
        if (!this.#subrequests.receive(message)) {
          this.#refuse(
            'request' in message
              ? message.request
              : this.#subrequests.requestOf(message.subrequest),
          );
        }
        break;
      default:
        this.#receiveOfRequest(message);
    }
  }

  #receiveOfRequest(message: FromRequest): void {
    const request = this.#inFlight.get(message.request)?.request;
    if (!request) return;
    this.#handled(request);
    if (!request.receive(message)) this.#refuse(message.request);
  }

  /** `abortIsolate` under the policy `condemn`: only its caller ends. */
  #condemnedByCaller({ reason, request, stack }: Extract<FromIsolate, { type: 'condemn' }>): void {
    this.condemn('policy');
    const error = new IsolateAbortedError(reason);
    const position = stack === undefined ? undefined : this.#positionIn(stack);
    const info: ErrorInfo = { ...ownErrorInfo(error), ...(position && { position }) };
    const caller = request === undefined ? undefined : this.#inFlight.get(request)?.request;
    this.#handled(caller);
    caller?.end({ outcome: 'aborted', error, info, reason });
  }

  async #answerFromCache({
    number,
    question,
  }: Extract<FromIsolate, { type: 'cacheAsked' }>): Promise<void> {
    const cache = await this.#options.cache();
    await this.#call(this.#thread.calls.cacheAnswered(number, cache.answer(question, Date.now())));
  }

  #accountMemory(bytes: number): void {
    const { memoryLimit: limit } = this.#options.settings;
    this.#log.append({ type: 'isolate.memory', ...this.stamp, bytes, limit });
    if (bytes > 2 * limit) this.destroy('exceededMemory', null);
    else if (bytes > limit) this.condemn('exceededMemory');
  }

  #logged(message: Extract<FromIsolate, { type: 'log' | 'console' }>): void {
    const { level, text, stack, request, values } = message;
    const mapped = stack === undefined ? undefined : this.#script && mapStack(stack, this.#script);
    const logging = request === undefined ? undefined : this.#inFlight.get(request)?.request;
    this.#handled(logging);
    const logged = {
      ...this.stamp,
      level,
      text,
      ...(values !== undefined && { values }),
      ...(logging && { request: logging.id }),
      ...(mapped?.position && { position: mapped.position }),
    };
    if (message.type === 'log') {
      const { traced } = message;
      if (traced) logging?.trace?.log(level, traced, (thrown) => this.#explain(thrown).info);
      this.#log.append({ type: 'log', ...logged });
      return;
    }
    const { method } = message;
    const frames = method === 'trace' ? mapped?.stack.replace(/^Error\n/, '') : undefined;
    this.#log.append({ type: 'console', method, ...logged, ...(frames && { stack: frames }) });
  }

  #uncaught({ kind, request, error }: Extract<FromIsolate, { type: 'uncaught' }>): void {
    const throwing = request === undefined ? undefined : this.#inFlight.get(request)?.request;
    const thrown = this.#explain(error);
    if (kind === 'exception') throwing?.uncaught(thrown);
    this.#log.append({
      type: 'uncaught',
      ...this.stamp,
      kind,
      ...(throwing && { request: throwing.id }),
      error: thrown.info,
    });
  }

  /** The isolate said something that is none of the protocol: the request it named cannot go on. */
  #refuse(id: string | undefined): void {
    const request = id === undefined ? undefined : this.#inFlight.get(id)?.request;
    const error = new Error('The isolate sent a message that the runtime cannot accept.');
    request?.end({ outcome: 'exception', error, info: ownErrorInfo(error) });
  }

  /** Watches that the thread comes back to its event loop, as long as something is in flight. */
  #watch(): void {
    this.#stopWatch ??= watchAnswers(
      () => {
        if (this.#inFlight.size > 0 || this.#life.state === 'starting') return this.#ping();
        this.#stopWatching();
        return undefined;
      },
      this.#options.settings.cpuLimit,
      () => this.destroy('exceededCpu', null),
      () => this.#thread.frame.ping(),
    );
  }

  #ping(): Promise<void> {
    return this.#aborted.race(this.#thread.calls.ping());
  }

  #stopWatching(): void {
    this.#stopWatch?.();
    this.#stopWatch = undefined;
  }

  /** Races a call against the isolate's end. What comes of it is told in messages; only failures are new. */
  async #call(call: Promise<void>): Promise<void> {
    try {
      await this.#aborted.race(call);
    } catch (error) {
      if (this.#life.state !== 'ended') reportError(error);
    }
  }

  /** An error without a place of its own is put where the handlers are exported. */
  #explain(thrown: Thrown): Explained {
    return explain(thrown, this.#script, this.#script?.entry);
  }

  #positionIn(stack: string): Position | undefined {
    return this.#script && mapStack(stack, this.#script).position;
  }

  #placeOf(cause: AbortCause, stack: string | undefined): Position | undefined {
    if (stack !== undefined) return this.#positionIn(stack);
    if (cause !== 'exceededCpu' || !this.#script) return undefined;
    return this.#life.state === 'starting' ? firstLineOf(this.#script) : this.#script.entry;
  }

  get #isOver(): boolean {
    return this.#life.state === 'ending' || this.#life.state === 'ended';
  }

  /** @param ending of all that is in flight, where anything is. */
  #finish(how: IsolateEnd, ending?: Ending, unseen: readonly Request[] = []): void {
    // The last request that is rejected would end a condemned isolate once more.
    if (this.#isOver) return;
    const during = this.#life;
    if (during.state === 'starting' || during.state === 'delayed') during.stop();
    this.#life = { state: 'ending' };
    if (ending) {
      for (const { request } of [...this.#inFlight.values()]) request.end(ending);
    }
    this.#life = { state: 'ended' };
    this.#stopWatching();
    this.#subrequests.endAll();
    this.#thread.terminate(activityAt(how, during.state));
    this.#log.append({ type: 'isolate.ended', ...this.stamp });
    this.#options.onEnded(this, how, unseen);
  }
}

/** What the thread does at the end, as far as that is known. */
function activityAt(how: IsolateEnd, during: Life['state']): ThreadActivity {
  if (during === 'fresh' || during === 'delayed') return 'nothing';
  switch (how) {
    case 'finished':
    case 'startupFailed':
    case 'crashed':
      return 'nothing';
    case 'abortIsolate':
      return 'blocked';
    case 'exceededCpu':
    case 'exceededMemory':
    case 'policy':
    case 'user':
      return 'anything';
  }
}

/** The place of what went wrong in the top level as a whole. */
function firstLineOf({ entry }: Script): Position {
  return { file: entry.file, line: 1, column: 1 };
}

function firstErrorOf(result: Extract<CompileResult, { ok: false }>): ErrorInfo {
  const first = result.diagnostics.find(({ severity }) => severity === 'error');
  return (
    first?.error ?? {
      name: 'Error',
      message: 'The project could not be compiled.',
    }
  );
}

function asError(value: unknown): Error {
  return value instanceof Error ? value : new Error(String(value));
}
