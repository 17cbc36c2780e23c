import type { Sandbox } from './sandbox';
import type { Thread } from './thread';

/** Keeps one Web Worker booted that has evaluated nothing yet, so that a fresh isolate need not wait. */
export class Spare {
  readonly #sandbox: Sandbox;
  #thread: Thread | undefined;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /** Boots the spare if there is none. Resolves when it is up. */
  prepare(): Promise<void> {
    if (!this.#thread) {
      const thread = this.#sandbox.boot();
      this.#thread = thread;
      thread.booted.catch(() => {
        if (this.#thread === thread) this.#thread = undefined;
      });
    }
    return this.#thread.booted;
  }

  /** Takes the spare; the next one boots as soon as this one is up, so that they do not compete. */
  take(): Thread {
    const thread = this.#thread ?? this.#sandbox.boot();
    this.#thread = undefined;
    const next = () => void this.prepare().catch(() => {});
    thread.booted.then(next, next);
    return thread;
  }

  /** The frame died, and the spare with it. */
  lose(): void {
    this.#thread = undefined;
    this.prepare().catch(() => {});
  }
}
