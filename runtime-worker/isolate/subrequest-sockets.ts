/** The WebSockets that subrequests were answered with: their other ends are in other isolates. */
import { nextTask } from '../next-task';
import type { SubrequestNews } from '../protocol';
import { type FrameSink, SocketConnection, type SocketFrame } from '../socket-connection';
import { remoteError } from './remote-error';
import type { Tell } from './tell';

type SocketNews = Extract<
  SubrequestNews,
  { type: 'socketMessage' | 'socketClosed' | 'socketLost' }
>;

interface Open {
  readonly connection: SocketConnection;
  closedHere: boolean;
  closedThere: boolean;
}

export class SubrequestSockets {
  readonly #tell: Tell;
  readonly #open = new Map<number, Open>();

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** This isolate's end of the WebSocket that answered. */
  open(subrequest: number): SocketConnection {
    const send: FrameSink = (frame) => this.#send(subrequest, frame);
    const connection = new SocketConnection(send, nextTask);
    this.#open.set(subrequest, { connection, closedHere: false, closedThere: false });
    return connection;
  }

  /** What comes from the other end. */
  hear(subrequest: number, news: SocketNews): void {
    const open = this.#open.get(subrequest);
    if (!open) return;
    if (news.type !== 'socketMessage') open.closedThere = true;
    open.connection.receive(frameOf(news));
    if (news.type === 'socketLost') this.#open.delete(subrequest);
    else this.#forgetIfClosed(subrequest, open);
  }

  #send(subrequest: number, frame: SocketFrame): void {
    const open = this.#open.get(subrequest);
    if (!open) return;
    switch (frame.type) {
      case 'message':
        this.#tell({ type: 'subrequestSocketMessage', subrequest, data: frame.data });
        break;
      case 'close': {
        const { code, reason } = frame;
        this.#tell({ type: 'subrequestSocketClosed', subrequest, code, reason });
        open.closedHere = true;
        this.#forgetIfClosed(subrequest, open);
        break;
      }
      case 'threw':
      case 'lost':
        this.#open.delete(subrequest);
        this.#tell({ type: 'subrequestCanceled', subrequest });
        break;
    }
  }

  #forgetIfClosed(subrequest: number, { closedHere, closedThere }: Open): void {
    if (closedHere && closedThere) this.#open.delete(subrequest);
  }
}

function frameOf(news: SocketNews): SocketFrame {
  switch (news.type) {
    case 'socketMessage':
      return { type: 'message', data: news.data };
    case 'socketClosed':
      return { type: 'close', code: news.code, reason: news.reason };
    case 'socketLost':
      return { type: 'lost', error: news.error && asError(remoteError(news.error)) };
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
