import type { Counters } from '../runtime';

/** How long Chromium takes to end a terminated worker's thread that is inside JavaScript, in ms. */
const LINGER = 2000;
/** So many threads may linger; past it each fresh isolate waits for one to end. */
export const LINGERING_LIMIT = 32;

/** Counts what is no event of the user's, for the whole house. */
export class HouseCounters {
  #ignored = 0;
  #refused = 0;
  /** When each thread that may linger was terminated, oldest first. */
  #terminated: number[] = [];

  /** A message of an isolate that was dead when it came. */
  ignoredMessage(): void {
    this.#ignored += 1;
  }

  /** A message that is none of the protocol. */
  refusedMessage(): void {
    this.#refused += 1;
  }

  /** A thread was terminated while it was inside JavaScript. */
  terminatedThread(): void {
    this.#terminated.push(performance.now());
  }

  /** Threads that were terminated and may not have ended yet. */
  get lingering(): number {
    const since = performance.now() - LINGER;
    this.#terminated = this.#terminated.filter((at) => at > since);
    return this.#terminated.length;
  }

  /** How long until no more threads linger than may, in ms. */
  get untilFewLinger(): number {
    const surplus = this.lingering - LINGERING_LIMIT;
    const lastOfSurplus = this.#terminated[surplus];
    return lastOfSurplus === undefined ? 0 : lastOfSurplus + LINGER - performance.now();
  }

  read(): Counters {
    return {
      ignoredMessages: this.#ignored,
      refusedMessages: this.#refused,
      lingeringThreads: this.lingering,
    };
  }
}
