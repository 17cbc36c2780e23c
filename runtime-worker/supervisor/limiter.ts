/** Aborts that cost nothing, so that trying things out is never slowed. */
const FREE_ABORTS = 5;
/** The first delay, in ms; each further abort doubles it. */
const FIRST_DELAY = 50;
const LONGEST_DELAY = 5000;
/** A service that does not abort for so long is forgiven one abort, in ms. */
const FORGIVEN_AFTER = 1000;

/**
 * Slows a service that aborts again and again: the delay before its fresh isolate's startup grows with
 * each abort and falls back while it behaves.
 */
export class Limiter {
  #aborts = 0;
  #lastAbort = 0;

  /** Counts an abort at `now`, in ms. */
  aborted(now: number): void {
    this.#forgive(now);
    this.#aborts += 1;
    this.#lastAbort = now;
  }

  /** How long a fresh isolate has to wait at `now`, in ms; 0 for a service that behaves. */
  delay(now: number): number {
    this.#forgive(now);
    const over = this.#aborts - FREE_ABORTS;
    return over > 0 ? Math.min(FIRST_DELAY * 2 ** (over - 1), LONGEST_DELAY) : 0;
  }

  #forgive(now: number): void {
    const forgiven = Math.floor((now - this.#lastAbort) / FORGIVEN_AFTER);
    if (forgiven <= 0) return;
    this.#aborts = Math.max(0, this.#aborts - forgiven);
    this.#lastAbort += forgiven * FORGIVEN_AFTER;
  }
}
