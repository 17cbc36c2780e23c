/**
 * The promise that an isolate was destroyed: one for each isolate, and every call into it is raced
 * against it, because Comlink never settles a call whose worker died
 * (https://github.com/GoogleChromeLabs/comlink/issues/601). The counterpart of the promise that every
 * IoContext of workerd subscribes to.
 *
 * `Promise.race` with one long-lived promise keeps every loser until that promise settles; here a call
 * that settled leaves nothing behind.
 */
export class Aborted {
  readonly #waiting = new Set<(error: Error) => void>();
  #error: Error | undefined;

  /** Settles as `call` does, or rejects when the isolate is destroyed, whichever is first. */
  race<T>(call: Promise<T>): Promise<T> {
    if (this.#error) return Promise.reject(this.#error);
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      call.then(
        (result) => {
          this.#waiting.delete(reject);
          resolve(result);
        },
        (error: unknown) => {
          this.#waiting.delete(reject);
          reject(error);
        },
      );
    });
  }

  /** Rejects all that is under way, and all that comes. */
  abort(error: Error): void {
    this.#error ??= error;
    for (const reject of this.#waiting) reject(this.#error);
    this.#waiting.clear();
  }
}
