import type { Sandbox } from './sandbox';
import { HEAD_START, type Thread } from './thread';

/** Keeps one Web Worker booted that has evaluated nothing yet, so that a fresh isolate need not wait. */
export class Spare {
  readonly #sandbox: Sandbox;
  #thread: Thread | undefined;
  #next: ReturnType<typeof setTimeout> | undefined;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /** Boots the spare if there is none. Resolves when it is up. */
  prepare(): Promise<void> {
    clearTimeout(this.#next);
    if (!this.#thread) {
      const thread = this.#sandbox.boot();
      this.#thread = thread;
      thread.booted.catch(() => {
        if (this.#thread === thread) this.#thread = undefined;
      });
    }
    return this.#thread.booted;
  }

  /** Takes the spare. The next one boots a little later, so that they do not compete. */
  take(): Thread {
    const thread = this.#thread ?? this.#sandbox.boot();
    this.#thread = undefined;
    clearTimeout(this.#next);
    this.#next = setTimeout(() => this.prepare().catch(() => {}), HEAD_START);
    return thread;
  }

  /** The frame died, and the spare with it. */
  lose(): void {
    this.#thread = undefined;
    this.prepare().catch(() => {});
  }
}
