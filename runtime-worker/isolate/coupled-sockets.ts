/** The WebSockets whose other end is the client, in the page. */
import { SOCKET_WINDOW, socketCost } from '../bounds';
import type { FrameSink, SocketConnection, SocketFrame } from '../socket-connection';
import type { Tell } from './tell';
import { thrownFrom } from './thrown';

/** A request that answered with a WebSocket, until both directions are closed. */
interface Coupled {
  /** Where the client's frames go: the end that the worker kept. */
  readonly toWorker: FrameSink;
  /** What the worker sent and the client has no room for. */
  readonly waiting: SocketFrame[];
  /** What may still be sent; see {@link socketCost}. */
  credit: number;
  closedByWorker: boolean;
  closedByClient: boolean;
  readonly ended: () => void;
}

export class CoupledSockets {
  readonly #tell: Tell;
  readonly #sockets = new Map<string, Coupled>();

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /**
   * Couples the end in a response with the client. Resolves when the connection is over.
   * @throws {TypeError} where the end is in use.
   */
  async couple(request: string, connection: SocketConnection): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting: SocketFrame[] = [];
    const coupled: Coupled = {
      toWorker: connection.couple((frame) => {
        if (frame.type === 'threw') waiting.length = 0;
        waiting.push(frame);
        this.#flush(request);
      }),
      waiting,
      credit: SOCKET_WINDOW,
      closedByWorker: false,
      closedByClient: false,
      ended: resolve,
    };
    this.#sockets.set(request, coupled);
    this.#flush(request);
    await promise;
  }

  /** The client sent a message. */
  message(request: string, data: string | Uint8Array<ArrayBuffer>): void {
    this.#sockets.get(request)?.toWorker({ type: 'message', data });
  }

  /** The client closed its direction. */
  close(request: string, code: number, reason: string): void {
    const coupled = this.#sockets.get(request);
    if (!coupled) return;
    coupled.closedByClient = true;
    coupled.toWorker({ type: 'close', code, reason });
    this.#endIfClosed(request, coupled);
  }

  /** The client took messages that cost so much. */
  grant(request: string, cost: number): void {
    const coupled = this.#sockets.get(request);
    if (!coupled) return;
    coupled.credit += cost;
    this.#flush(request);
  }

  /** The client is gone, or the request was aborted. */
  drop(request: string): void {
    const coupled = this.#sockets.get(request);
    if (!coupled) return;
    this.#end(request, coupled);
    coupled.toWorker({ type: 'lost', error: undefined });
  }

  #flush(request: string): void {
    const coupled = this.#sockets.get(request);
    if (!coupled) return;
    for (let [next] = coupled.waiting; next; [next] = coupled.waiting) {
      if (next.type === 'message' && coupled.credit <= 0) return;
      coupled.waiting.shift();
      this.#send(request, coupled, next);
    }
  }

  #send(request: string, coupled: Coupled, frame: SocketFrame): void {
    switch (frame.type) {
      case 'message':
        coupled.credit -= socketCost(frame.data);
        this.#tell({ type: 'socketMessage', request, data: frame.data });
        break;
      case 'close': {
        const { code, reason } = frame;
        this.#tell({ type: 'socketClosed', request, code, reason });
        coupled.closedByWorker = true;
        this.#endIfClosed(request, coupled);
        break;
      }
      case 'threw':
        this.#tell({ type: 'failed', request, error: thrownFrom(frame.error) });
        this.#end(request, coupled);
        break;
      case 'lost':
        this.#end(request, coupled);
        break;
    }
  }

  #endIfClosed(request: string, coupled: Coupled): void {
    if (coupled.closedByWorker && coupled.closedByClient) this.#end(request, coupled);
  }

  #end(request: string, coupled: Coupled): void {
    this.#sockets.delete(request);
    coupled.ended();
  }
}
