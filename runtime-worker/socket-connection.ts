/** What comes to one end of a WebSocket from the other. */
export type SocketFrame =
  | { readonly type: 'message'; readonly data: string | Uint8Array<ArrayBuffer> }
  | { readonly type: 'close'; readonly code: number; readonly reason: string }
  /** A listener of the other end threw, which ends the connection. */
  | { readonly type: 'threw'; readonly error: unknown }
  /** The other end is gone without a closing handshake; `error` says why, where that is known. */
  | { readonly type: 'lost'; readonly error: Error | undefined };

/** Takes frames, in order. */
export type FrameSink = (frame: SocketFrame) => void;

/** As the WebSockets standard numbers them. */
export const READY_STATE = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 } as const;
type ReadyState = (typeof READY_STATE)[keyof typeof READY_STATE];

/** What became of an end. */
type Use =
  | { readonly use: 'none' }
  | { readonly use: 'accepted'; readonly deliver: FrameSink; readonly halfOpen: boolean }
  /** It was the client end of a response: all that comes goes on to `to`. */
  | { readonly use: 'coupled'; readonly to: FrameSink };

/**
 * The state of one end of a WebSocket: what comes waits until the end is accepted, and each direction
 * is closed by itself. Behaviour and messages are those of workerd with its current compatibility date.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/web-socket.c%2B%2B
 */
export class SocketConnection {
  readonly #far: FrameSink;
  readonly #schedule: (work: () => void) => void;
  #use: Use = { use: 'none' };
  #incoming: 'open' | 'closed' = 'open';
  #outgoing: 'open' | 'closed' | 'cut' = 'open';
  /** What came and was not delivered. */
  readonly #inbox: SocketFrame[] = [];
  /** Whether what ends the incoming direction came. */
  #lastCame = false;
  #scheduled = false;

  /**
   * @param far Takes what this end sends.
   * @param schedule Runs a delivery later, in a task of its own.
   */
  constructor(far: FrameSink, schedule: (work: () => void) => void) {
    this.#far = far;
    this.#schedule = schedule;
  }

  get readyState(): ReadyState {
    const closed = Number(this.#incoming !== 'open') + Number(this.#outgoing !== 'open');
    if (closed === 2) return READY_STATE.CLOSED;
    return closed === 1 ? READY_STATE.CLOSING : READY_STATE.OPEN;
  }

  /**
   * From now on `deliver` gets what comes, and what waited, each in a task of its own. Without effect
   * where the end was accepted before.
   * @param halfOpen Leaves it to the user to answer a close.
   * @throws {TypeError} where the end is that of a response.
   */
  accept(deliver: FrameSink, halfOpen: boolean): void {
    if (this.#use.use === 'coupled') {
      throw new TypeError("Can't accept() WebSocket that was already used in a response.");
    }
    if (this.#use.use === 'accepted') return;
    this.#use = { use: 'accepted', deliver, halfOpen };
    this.#wake();
  }

  /** @throws {TypeError} after {@link close}, and before {@link accept}. */
  send(data: string | Uint8Array<ArrayBuffer>): void {
    if (this.#outgoing === 'closed') {
      throw new TypeError("Can't call WebSocket send() after close().");
    }
    if (this.#maySend()) this.#far({ type: 'message', data });
  }

  /**
   * Closes the outgoing direction. Without effect where it is closed.
   * @throws {TypeError} before {@link accept}.
   */
  close(code: number, reason: string): void {
    if (!this.#maySend()) return;
    this.#outgoing = 'closed';
    this.#far({ type: 'close', code, reason });
  }

  /** A listener threw: ends both directions at once, and the other end is told. */
  cut(error: unknown): void {
    if (this.#outgoing === 'open') this.#far({ type: 'threw', error });
    this.#endBoth();
    this.#lastCame = true;
    this.#inbox.length = 0;
  }

  /** Takes what the other end sent. Nothing comes after what ends the direction. */
  receive(frame: SocketFrame): void {
    if (this.#lastCame) return;
    this.#lastCame = frame.type !== 'message';
    if (this.#use.use === 'coupled') {
      this.#use.to(frame);
      return;
    }
    this.#inbox.push(frame);
    this.#wake();
  }

  /**
   * Makes it the end of a response: what came and comes goes to `to`.
   * @returns Where the frames go that come back.
   * @throws {TypeError} where the end is in use.
   */
  couple(to: FrameSink): FrameSink {
    if (this.#use.use === 'coupled') {
      throw new TypeError("Can't return WebSocket that was already used in a response.");
    }
    if (this.#use.use === 'accepted') {
      throw new TypeError("Can't return WebSocket in a Response after calling accept().");
    }
    this.#use = { use: 'coupled', to };
    for (const frame of this.#inbox.splice(0)) to(frame);
    return this.#far;
  }

  #maySend(): boolean {
    if (this.#outgoing !== 'open' || this.#use.use === 'coupled') return false;
    if (this.#use.use === 'accepted') return true;
    throw new TypeError(
      'You must call one of accept() or state.acceptWebSocket() on this WebSocket before sending messages.',
    );
  }

  #wake(): void {
    if (this.#scheduled || this.#use.use !== 'accepted' || this.#inbox.length === 0) return;
    const { deliver, halfOpen } = this.#use;
    this.#scheduled = true;
    this.#schedule(() => {
      this.#scheduled = false;
      const frame = this.#inbox.shift();
      if (!frame) return;
      this.#arrived(frame, halfOpen);
      deliver(frame);
      this.#wake();
    });
  }

  #arrived(frame: SocketFrame, halfOpen: boolean): void {
    if (frame.type === 'message') return;
    if (frame.type !== 'close') {
      this.#endBoth();
      return;
    }
    this.#incoming = 'closed';
    if (!halfOpen) this.close(frame.code, frame.reason);
  }

  #endBoth(): void {
    this.#incoming = 'closed';
    if (this.#outgoing === 'open') this.#outgoing = 'cut';
  }
}
