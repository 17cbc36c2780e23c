import { SOCKET_MESSAGE_LIMIT } from './bounds';
import type { FrameSink, SocketConnection, SocketFrame } from './socket-connection';

/** How a `message` event gives bytes. */
type BinaryType = 'arraybuffer' | 'blob';

/** What differs between the ends of a worker and that of its client. */
export interface WebSocketEndOptions {
  readonly binaryType: BinaryType;
  /** Called at `accept()`: wraps what dispatches the events from then on. */
  readonly wrapDelivery: (deliver: FrameSink) => FrameSink;
  /** Called before each call does anything; may throw. */
  readonly guard: () => void;
}

/** The longest reason of a close, in bytes of UTF-8 (RFC 6455 section 5.5). */
const REASON_LIMIT = 123;

/** Codes that RFC 6455 section 7.4.1 lets nobody send. */
const RESERVED_CODES = new Set([1004, 1005, 1006, 1015]);

/** What a close without a code reads as (RFC 6455 section 7.1.5). */
const NO_CODE = 1005;

/** What a close reads as that never came (RFC 6455 section 7.1.5). */
const ABNORMAL_CODE = 1006;

/**
 * One end of a WebSocket, as the Workers API has it. Its events are `message`, `close` and `error`; none
 * comes before `accept()`.
 * @see https://developers.cloudflare.com/workers/runtime-apis/websockets/
 */
export class WebSocketEnd extends EventTarget {
  readonly #connection: SocketConnection;
  readonly #options: WebSocketEndOptions;
  #binaryType: BinaryType;

  constructor(connection: SocketConnection, options: WebSocketEndOptions) {
    super();
    this.#connection = connection;
    this.#options = options;
    this.#binaryType = options.binaryType;
  }

  /** 1 open, 2 closed in one direction, 3 closed. */
  get readyState(): number {
    return this.#connection.readyState;
  }

  get url(): string | null {
    return null;
  }

  get protocol(): string {
    return '';
  }

  get extensions(): string {
    return '';
  }

  get binaryType(): BinaryType {
    return this.#binaryType;
  }

  set binaryType(type: unknown) {
    // Anything else changes nothing, as the standard has it.
    if (type === 'arraybuffer' || type === 'blob') this.#binaryType = type;
  }

  get [Symbol.toStringTag](): string {
    return 'WebSocket';
  }

  /**
   * Begins to deliver events, those first that waited.
   * @param options `allowHalfOpen` leaves it to the caller to answer a close with `close()`.
   * @throws {TypeError} where the end was used in a response.
   */
  accept(options?: { readonly allowHalfOpen?: boolean }): void {
    this.#options.guard();
    const deliver = this.#options.wrapDelivery((frame) => this.#deliver(frame));
    this.#connection.accept(deliver, Boolean(options?.allowHalfOpen));
  }

  /**
   * Sends text or a copy of bytes. Without effect once the connection is lost.
   * @throws {TypeError} before `accept()` and after `close()`.
   * @throws {RangeError} where the message is larger than the platform lets through.
   */
  send(message: string | ArrayBuffer | ArrayBufferView): void;
  send(...given: readonly unknown[]): void {
    this.#options.guard();
    if (given.length === 0) {
      throw new TypeError(
        "Failed to execute 'send' on 'WebSocket': parameter 1 is not of type 'ArrayBuffer or ArrayBufferView or string'.",
      );
    }
    const data = dataOf(given[0]);
    const size = sizeOf(data);
    if (size > SOCKET_MESSAGE_LIMIT) {
      throw new RangeError(`Message is too large: ${size} > ${SOCKET_MESSAGE_LIMIT}`);
    }
    this.#connection.send(data);
  }

  /**
   * Closes this direction; the other end answers with its own close. Without effect where it is closed.
   * @throws {DOMException} where the code or the reason cannot be sent.
   * @throws {TypeError} before `accept()`.
   */
  close(code?: number, reason?: string): void {
    this.#options.guard();
    const text = reason === undefined ? undefined : `${reason}`.toWellFormed();
    this.#connection.close(codeOf(code, text), text ?? '');
  }

  /** Fires `error`, for one of this end's own listeners. */
  reportError(message: string, error: unknown): void {
    this.dispatchEvent(new ErrorEvent('error', { message, error }));
  }

  #deliver(frame: SocketFrame): void {
    switch (frame.type) {
      case 'message':
        this.dispatchEvent(new MessageEvent('message', { data: this.#eventData(frame.data) }));
        break;
      case 'close': {
        const { code, reason } = frame;
        this.dispatchEvent(new CloseEvent('close', { code, reason, wasClean: true }));
        break;
      }
      case 'threw':
        this.#closeAbnormally();
        break;
      case 'lost': {
        const { error } = frame;
        if (error) this.reportError(error.message, error);
        this.#closeAbnormally(error?.message);
        break;
      }
    }
  }

  #closeAbnormally(reason = 'WebSocket disconnected without sending Close frame.'): void {
    this.dispatchEvent(new CloseEvent('close', { code: ABNORMAL_CODE, reason, wasClean: false }));
  }

  #eventData(data: string | Uint8Array<ArrayBuffer>): string | ArrayBuffer | Blob {
    if (typeof data === 'string') return data;
    return this.#binaryType === 'blob' ? new Blob([data]) : data.slice().buffer;
  }
}

/** Whatever is no bytes is text, as WebIDL converts it. */
function dataOf(message: unknown): string | Uint8Array<ArrayBuffer> {
  if (message instanceof ArrayBuffer) return new Uint8Array(message.slice(0));
  if (ArrayBuffer.isView(message)) {
    return new Uint8Array(message.buffer, message.byteOffset, message.byteLength).slice();
  }
  return `${message}`.toWellFormed();
}

/** In bytes; only what may be too large is encoded to be measured. */
function sizeOf(data: string | Uint8Array): number {
  if (typeof data !== 'string') return data.byteLength;
  return data.length * 3 <= SOCKET_MESSAGE_LIMIT ? data.length : bytesIn(data);
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

/** @throws {DOMException} where workerd does. */
function codeOf(given: unknown, reason: string | undefined): number {
  if (given === undefined) {
    if (reason === undefined) return NO_CODE;
    throw new DOMException(
      'If you specify a WebSocket close reason, you must also specify a code.',
      'InvalidAccessError',
    );
  }
  const code = Number(given) | 0;
  if (code < 1000 || code >= 5000 || RESERVED_CODES.has(code)) {
    throw new DOMException(`Invalid WebSocket close code: ${code}.`, 'InvalidAccessError');
  }
  if (reason !== undefined && bytesIn(reason) > REASON_LIMIT) {
    throw new DOMException(
      'WebSocket close reason must not be longer than 123 bytes when UTF-8 encoded.',
      'SyntaxError',
    );
  }
  return code;
}
