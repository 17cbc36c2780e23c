/** Bodies in chunks: WebKit cannot transfer streams, and elsewhere a dead worker's stream hangs its reader. */
import { BODY_CHUNK, BODY_WINDOW } from '../bounds';
import { currentFrame, outermost, runIn } from './async-context';
import { bytesOf } from './http/body';

/** The bodies that leave the isolate, and how much of each may still be sent. */
export class OutgoingBodies<Key> {
  readonly #pumps = new Map<Key, Pump>();

  /**
   * Sends a body in chunks, as its reader grants them, for the request that is current. Resolves when
   * it is over.
   * @throws what its stream errors with.
   */
  async send(
    key: Key,
    body: ReadableStream<Uint8Array>,
    sendChunk: (bytes: Uint8Array<ArrayBuffer>) => void,
  ): Promise<void> {
    const pump: Pump = {
      reader: body.getReader(),
      credit: BODY_WINDOW,
      granted: () => {},
    };
    this.#pumps.set(key, pump);
    try {
      await this.#pump(pump, sendChunk);
    } finally {
      this.#pumps.delete(key);
    }
  }

  /** The reader took `bytes`. */
  grant(key: Key, bytes: number): void {
    const pump = this.#pumps.get(key);
    if (!pump) return;
    pump.credit += bytes;
    pump.granted();
  }

  /** The reader wants no more. */
  cancel(key: Key): void {
    this.#pumps
      .get(key)
      ?.reader.cancel()
      .catch(() => {});
  }

  async #pump(pump: Pump, sendChunk: (bytes: Uint8Array<ArrayBuffer>) => void): Promise<void> {
    const frame = outermost(currentFrame());
    for (;;) {
      // What it calls of the user's at once is of the request that sends.
      const { done, value: chunk } = await runIn(frame, () => pump.reader.read());
      if (done) return;
      const value = bytesOf(chunk) ?? encodedText(chunk);
      if (!value) {
        throw new TypeError('Draining read encountered a value that cannot be converted to bytes');
      }
      for (let at = 0; at < value.byteLength; ) {
        while (pump.credit <= 0) {
          await new Promise<void>((granted) => {
            pump.granted = granted;
          });
        }
        const bytes = copyOf(value, at, Math.min(BODY_CHUNK, pump.credit, value.byteLength - at));
        at += bytes.byteLength;
        pump.credit -= bytes.byteLength;
        sendChunk(bytes);
      }
    }
  }
}

/** A client gets text too, though it is no chunk for `text()` and the like. */
function encodedText(chunk: unknown): Uint8Array | undefined {
  return typeof chunk === 'string' ? new TextEncoder().encode(chunk) : undefined;
}

/** With the constructor from before the account of memory: this copy is not the service's. */
const Bytes = Uint8Array;

function copyOf(value: Uint8Array, at: number, length: number): Uint8Array<ArrayBuffer> {
  const copy = new Bytes(length);
  copy.set(new Bytes(value.buffer, value.byteOffset + at, length));
  return copy;
}

interface Pump {
  readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  /** Bytes that may be sent. */
  credit: number;
  granted: () => void;
}

/** The bodies that come into the isolate. */
export class IncomingBodies<Key> {
  readonly #bodies = new Map<Key, Receiver>();

  /**
   * The stream that user code reads; {@link accept} fills it.
   * @param onCancel Called where user code cancels it.
   */
  open(key: Key, onCancel: () => void = () => {}): ReadableStream<Uint8Array<ArrayBuffer>> {
    const receiver: Receiver = { controller: undefined, wanted: () => {} };
    this.#bodies.set(key, receiver);
    return new ReadableStream({
      start: (controller) => {
        receiver.controller = controller;
      },
      pull: () => receiver.wanted(),
      cancel: () => {
        this.#close(key, receiver);
        onCancel();
      },
    });
  }

  /** Takes the next piece, `null` at the end. Resolves when the reader wants more (or never will). */
  async accept(key: Key, bytes: Uint8Array<ArrayBuffer> | null): Promise<void> {
    const receiver = this.#bodies.get(key);
    if (!receiver?.controller) return;
    if (bytes === null) {
      receiver.controller.close();
      this.#close(key, receiver);
      return;
    }
    receiver.controller.enqueue(bytes);
    if ((receiver.controller.desiredSize ?? 0) > 0) return;
    await new Promise<void>((wanted) => {
      receiver.wanted = wanted;
    });
  }

  /** Whoever was sending went away. */
  fail(key: Key, error: unknown): void {
    const receiver = this.#bodies.get(key);
    if (!receiver) return;
    receiver.controller?.error(error);
    this.#close(key, receiver);
  }

  #close(key: Key, receiver: Receiver) {
    this.#bodies.delete(key);
    receiver.wanted();
  }
}

interface Receiver {
  controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  wanted: () => void;
}
