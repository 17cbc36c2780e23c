import type { CondemnCause, CreationCause } from '../events';
import type { Fired } from '../runtime';
import type { Settings } from '../settings';
import type { Arrival } from './arrival';
import type { CacheStore } from './cache-store';
import type { Client } from './client';
import { TooManyIsolatesError } from './errors';
import type { House } from './house';
import { type AbortMessage, type Code, Isolate, type IsolateEnd } from './isolate';
import { Limiter } from './limiter';
import { Request } from './request';
import type { FireSubrequest } from './subrequests';
import type { TraceRecorder } from './trace';

/** What can be done to a service by hand, as the platform would over a limit. */
export type Provocation = 'exceededCpu' | 'exceededMemory' | 'condemned';

/** What a service is made of. */
export interface ServiceOptions {
  readonly name: string;
  readonly house: House;
  /** The code as it is now; asked at each startup. */
  readonly code: () => Code;
  /** Whether the open project has it: one that was open before may have had it. */
  readonly isOpen: () => boolean;
  /** As they are now; asked for each isolate. */
  readonly settings: () => Settings;
  /** Fires what its isolates ask of others. */
  readonly fireSubrequest: FireSubrequest;
  /** Starts to record a request with the id, where somebody tails the service. */
  readonly record: (id: string, arrival: Arrival) => TraceRecorder | undefined;
}

/**
 * A worker service: one current isolate that gets what is new, and the condemned ones that finish what
 * they have.
 */
export class Service {
  readonly name: string;
  readonly #options: ServiceOptions;
  readonly #limiter = new Limiter();
  readonly #isolates = new Set<Isolate>();
  #current: Isolate | undefined;
  #generation = 0;
  #nextCause: CreationCause = 'first';
  #cache: Promise<CacheStore> | undefined;

  constructor(options: ServiceOptions) {
    this.name = options.name;
    this.#options = options;
    options.house.add(this);
  }

  /** All that have not ended: the current one and the condemned ones. */
  get isolates(): readonly Isolate[] {
    return [...this.#isolates];
  }

  /**
   * Fires an event at the current isolate, or at a fresh one where there is none.
   * @throws {TooManyIsolatesError} where there is none and no room for one.
   */
  fire<Result>(arrival: Arrival, client: Client<Result>): Fired<Result> {
    const isolate = this.#currentOrFresh();
    const { log, newId } = this.#options.house.visit;
    const id = newId('request');
    const trace = this.#options.record(id, arrival);
    const request = new Request(id, arrival, client, log, isolate.link, trace);
    if (arrival.signal?.aborted) request.cancel(arrival.signal.reason);
    else isolate.take(request);
    return { request: request.id, result: client.result };
  }

  /**
   * The code changed: what is in flight finishes on the old code, what comes gets the new. An isolate that
   * has evaluated nothing yet evaluates the new, where there is any.
   */
  edit(): void {
    if (this.#current?.fresh && this.#options.isOpen()) return;
    this.#current?.condemn('edit');
  }

  /** Calls `abortIsolate` from outside, as far as the policy lets it. */
  abort(reason: string | null): void {
    const isolate = this.#current;
    if (!isolate) return;
    const { policy } = this.#options.settings();
    if (policy === 'condemn') isolate.condemn('user');
    else if (policy === 'process')
      this.#options.house.restart(() => isolate.destroy('user', reason));
    else isolate.destroy('user', reason);
  }

  /** @throws where there is no isolate to do it to. */
  provoke(what: Provocation): void {
    if (!this.#current) {
      throw new Error(`${this.name} has no isolate yet: fire a request first.`);
    }
    if (what === 'condemned') this.#current.condemn('user');
    else this.#current.destroy(what, null);
  }

  /** The sandbox frame died, and every isolate in it. */
  crash(): void {
    for (const isolate of this.isolates) isolate.destroy('crashed', null);
  }

  #currentOrFresh(): Isolate {
    if (this.#current) return this.#current;
    const { visit, spare, isFull } = this.#options.house;
    if (isFull) throw new TooManyIsolatesError();
    this.#generation += 1;
    const settings = this.#options.settings();
    const isolate = new Isolate({
      stamp: {
        service: this.name,
        isolate: visit.newId('isolate'),
        generation: this.#generation,
      },
      cause: this.#nextCause,
      thread: spare.take(),
      log: visit.log,
      code: this.#options.code,
      fireSubrequest: this.#options.fireSubrequest,
      settings,
      cache: () => this.#openCache(),
      delay: this.#delay(settings),
      onEvaluates: (script) => spare.expect(script),
      onAbortCalled: (aborting, message) => this.#abortCalled(aborting, message),
      onCondemned: (condemned, cause) => this.#condemned(condemned, cause),
      onEnded: (ended, how, unseen) => this.#ended(ended, how, unseen),
    });
    this.#isolates.add(isolate);
    this.#current = isolate;
    return isolate;
  }

  /** Loaded when it is first asked: most services keep nothing. */
  #openCache(): Promise<CacheStore> {
    this.#cache ??= import('./cache-store').then(({ CacheStore }) => new CacheStore());
    return this.#cache;
  }

  /** The limiter is a setting; what the browser can bear is none. */
  #delay({ limiter }: Settings) {
    const { lingering, untilFewLinger } = this.#options.house.visit.counters;
    const slowed = limiter ? this.#limiter.delay(performance.now()) : 0;
    return { ms: Math.max(slowed, untilFewLinger), lingering };
  }

  #abortCalled(isolate: Isolate, message: AbortMessage): void {
    if (this.#options.settings().policy !== 'process') {
      isolate.destroy('abortIsolate', message.reason, message);
      return;
    }
    // The connections are cut, also those whose request nobody had looked at.
    const all = { ...message, received: Number.MAX_SAFE_INTEGER };
    this.#options.house.restart(() => isolate.destroy('abortIsolate', message.reason, all));
  }

  #condemned(isolate: Isolate, cause: CondemnCause): void {
    if (this.#current !== isolate) return;
    this.#current = undefined;
    this.#nextCause = cause === 'edit' ? 'edit' : 'condemned';
  }

  #ended(isolate: Isolate, how: IsolateEnd, unseen: readonly Request[]): void {
    this.#isolates.delete(isolate);
    if (how !== 'finished' && how !== 'startupFailed' && how !== 'user') {
      this.#limiter.aborted(performance.now());
    }
    if (this.#current === isolate) {
      this.#current = undefined;
      const cause = causeAfter(how);
      if (cause) {
        this.#nextCause = cause;
        this.#currentOrFresh();
      }
    }
    // The one that ended made room for one.
    for (const request of unseen) {
      const next = this.#currentOrFresh();
      request.move(next.link);
      next.take(request);
    }
  }
}

/** Why the isolate after this one is created, where it is created at once. */
function causeAfter(how: IsolateEnd): CreationCause | undefined {
  switch (how) {
    case 'finished':
    case 'startupFailed':
      return undefined;
    case 'crashed':
      return 'crash';
    case 'exceededCpu':
    case 'exceededMemory':
      return 'limit';
    case 'abortIsolate':
    case 'user':
    case 'policy':
      return 'abort';
  }
}
