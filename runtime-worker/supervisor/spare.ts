import type { Script } from '../compiler/script';
import type { Sandbox } from './sandbox';
import { HEAD_START, type Thread } from './thread';

/**
 * Keeps one Web Worker booted that has evaluated nothing yet, so that a fresh isolate need not wait. It has
 * loaded the script that was evaluated last: most often the next isolate evaluates it again.
 */
export class Spare {
  readonly #sandbox: Sandbox;
  #thread: Thread | undefined;
  #next: ReturnType<typeof setTimeout> | undefined;
  #script: Script | undefined;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /** Boots the spare if there is none. Resolves when it is up. */
  prepare(): Promise<void> {
    clearTimeout(this.#next);
    if (!this.#thread) {
      const thread = this.#sandbox.boot();
      this.#thread = thread;
      thread.booted.then(
        () => this.#preload(thread),
        () => {
          if (this.#thread === thread) this.#thread = undefined;
        },
      );
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

  /** An isolate evaluates `script`: so does the next one, if nobody edits it. */
  expect(script: Script): void {
    this.#script = script;
  }

  #preload(thread: Thread): void {
    if (this.#script && this.#thread === thread) thread.preload(this.#script);
  }

  /** The frame died, and the spare with it. */
  lose(): void {
    this.#thread = undefined;
    this.prepare().catch(() => {});
  }
}
