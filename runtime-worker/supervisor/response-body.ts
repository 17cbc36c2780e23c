import { BODY_WINDOW } from '../bounds';

/** Grants are sent for at least so many bytes, so that small reads do not each cost a message. */
const LEAST_GRANT = BODY_WINDOW / 4;

/**
 * The reader's side of a response body: its stream is the supervisor's own, so that it can be errored
 * when the isolate is gone. The isolate may be {@link BODY_WINDOW} bytes ahead of the reader.
 */
export class ResponseBody {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Bytes that came. */
  bytes = 0;
  #controller!: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  #granted = BODY_WINDOW;
  #open = true;

  /**
   * @param grant Tells the isolate that it may send so many bytes more.
   * @param cancel Tells the isolate that nobody reads on.
   */
  constructor(grant: (bytes: number) => void, cancel: () => void) {
    this.stream = new ReadableStream(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => this.#grantWhatWasRead(grant),
        cancel: () => {
          this.#open = false;
          cancel();
        },
      },
      { highWaterMark: BODY_WINDOW, size: (bytes) => bytes.byteLength },
    );
  }

  /** Takes a chunk. Returns whether the isolate was allowed to send it. */
  push(bytes: Uint8Array<ArrayBuffer>): boolean {
    this.bytes += bytes.byteLength;
    if (this.bytes > this.#granted) return false;
    if (this.#open && bytes.byteLength > 0) this.#controller.enqueue(bytes);
    return true;
  }

  end(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#controller.close();
  }

  /** Rejects the read that is under way and all that follow. */
  fail(error: unknown): void {
    if (!this.#open) return;
    this.#open = false;
    this.#controller.error(error);
  }

  #grantWhatWasRead(grant: (bytes: number) => void): void {
    const queued = BODY_WINDOW - (this.#controller.desiredSize ?? 0);
    const owed = this.bytes - queued + BODY_WINDOW - this.#granted;
    if (owed < LEAST_GRANT) return;
    this.#granted += owed;
    grant(owed);
  }
}
