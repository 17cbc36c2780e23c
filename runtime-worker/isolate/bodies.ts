/** Bodies in chunks: WebKit cannot transfer streams, and elsewhere a dead worker's stream hangs its reader. */
import { BODY_CHUNK, BODY_WINDOW } from '../bounds';
import type { IoContext } from './io-context';
import type { Tell } from './tell';
import { thrownFrom } from './thrown';

/** The response bodies under way, and how much of each may still be sent. */
export class ResponseBodies {
  readonly #tell: Tell;
  readonly #pumps = new Map<string, Pump>();

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** Sends the body in chunks, as its reader grants them. Settles when it is over, however it ends. */
  async send(context: IoContext, body: ReadableStream<Uint8Array>): Promise<void> {
    const { request } = context;
    const pump: Pump = {
      reader: body.getReader(),
      credit: BODY_WINDOW,
      granted: () => {},
    };
    this.#pumps.set(request, pump);
    try {
      await this.#pump(request, pump);
      context.tellLast({ type: 'bodyEnded', request });
    } catch (error) {
      this.#tell({ type: 'bodyFailed', request, error: thrownFrom(error) });
    } finally {
      this.#pumps.delete(request);
    }
  }

  /** The reader took `bytes`. */
  grant(request: string, bytes: number): void {
    const pump = this.#pumps.get(request);
    if (!pump) return;
    pump.credit += bytes;
    pump.granted();
  }

  /** The reader wants no more. */
  cancel(request: string): void {
    this.#pumps
      .get(request)
      ?.reader.cancel()
      .catch(() => {});
  }

  async #pump(request: string, pump: Pump): Promise<void> {
    for (;;) {
      const { done, value } = await pump.reader.read();
      if (done) return;
      if (!(value instanceof Uint8Array)) {
        throw new TypeError(
          'This ReadableStream did not return bytes: a response body is made of Uint8Array chunks.',
        );
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
        this.#tell({ type: 'chunk', request, bytes }, [bytes.buffer]);
      }
    }
  }
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

/** The request bodies under way. */
export class RequestBodies {
  readonly #bodies = new Map<string, Receiver>();

  /** The stream that user code reads; {@link accept} fills it. */
  open(request: string): ReadableStream<Uint8Array<ArrayBuffer>> {
    const receiver: Receiver = { controller: undefined, wanted: () => {} };
    this.#bodies.set(request, receiver);
    return new ReadableStream({
      start: (controller) => {
        receiver.controller = controller;
      },
      pull: () => receiver.wanted(),
      cancel: () => this.#close(request, receiver),
    });
  }

  /** Takes the next piece, `null` at the end. Resolves when the reader wants more (or never will). */
  async accept(request: string, bytes: Uint8Array<ArrayBuffer> | null): Promise<void> {
    const receiver = this.#bodies.get(request);
    if (!receiver?.controller) return;
    if (bytes === null) {
      receiver.controller.close();
      this.#close(request, receiver);
      return;
    }
    receiver.controller.enqueue(bytes);
    if ((receiver.controller.desiredSize ?? 0) > 0) return;
    await new Promise<void>((wanted) => {
      receiver.wanted = wanted;
    });
  }

  /** The client went away while it was sending. */
  fail(request: string): void {
    const receiver = this.#bodies.get(request);
    if (!receiver) return;
    receiver.controller?.error(new TypeError('The client disconnected.'));
    this.#close(request, receiver);
  }

  #close(request: string, receiver: Receiver) {
    this.#bodies.delete(request);
    receiver.wanted();
  }
}

interface Receiver {
  controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  wanted: () => void;
}
