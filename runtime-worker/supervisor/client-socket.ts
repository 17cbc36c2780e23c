import { SOCKET_WINDOW, socketCost } from '../bounds';
import { nextTask } from '../next-task';
import type { FromIsolate } from '../protocol';
import { type FrameSink, SocketConnection } from '../socket-connection';
import { WebSocketEnd } from '../web-socket';

/** Grants are sent for at least so much, so that small messages do not each cost another. */
const LEAST_GRANT = SOCKET_WINDOW / 4;

/** How the client's end reaches the worker's. */
export interface WorkerLink {
  readonly message: (data: string | Uint8Array<ArrayBuffer>) => void;
  readonly close: (code: number, reason: string) => void;
  /** The isolate may send messages that cost so much more. */
  readonly grant: (cost: number) => void;
}

type SocketMessage = Extract<FromIsolate, { type: 'socketMessage' | 'socketClosed' }>;

/** The client's end of a WebSocket that a worker answered with. */
export class ClientSocket {
  /** What the client gets. */
  readonly end: WebSocketEnd;
  readonly #connection: SocketConnection;
  readonly #link: WorkerLink;
  /** What the messages cost that came and that nobody took yet. */
  #outstanding = 0;
  /** What was taken of them, and not granted again. */
  #owed = 0;

  constructor(link: WorkerLink) {
    this.#link = link;
    this.#connection = new SocketConnection(sinkOf(link), nextTask);
    this.end = new WebSocketEnd(this.#connection, {
      binaryType: 'arraybuffer',
      guard: () => {},
      wrapDelivery: (deliver) => (frame) => {
        if (frame.type === 'message') this.#taken(socketCost(frame.data));
        deliver(frame);
      },
    });
  }

  /** Takes a message of the isolate. Returns whether the isolate was allowed to send it. */
  receive(message: SocketMessage): boolean {
    if (message.type === 'socketClosed') {
      const { code, reason } = message;
      this.#connection.receive({ type: 'close', code, reason });
      return true;
    }
    if (this.#outstanding >= SOCKET_WINDOW) return false;
    this.#outstanding += socketCost(message.data);
    // A structured clone's buffer is never shared: a shared one cannot leave the isolate.
    const data = message.data as string | Uint8Array<ArrayBuffer>;
    this.#connection.receive({ type: 'message', data });
    return true;
  }

  /** The worker's end is gone. Without effect after its close. */
  fail(error: unknown): void {
    this.#connection.receive({
      type: 'lost',
      error: error instanceof Error ? error : new Error(String(error)),
    });
  }

  #taken(cost: number): void {
    this.#owed += cost;
    if (this.#owed < LEAST_GRANT) return;
    this.#outstanding -= this.#owed;
    this.#link.grant(this.#owed);
    this.#owed = 0;
  }
}

function sinkOf({ message, close }: WorkerLink): FrameSink {
  return (frame) => {
    if (frame.type === 'message') message(frame.data);
    // The page's end is never cut, and never tells that it is lost: the request is canceled.
    else if (frame.type === 'close') close(frame.code, frame.reason);
  };
}
