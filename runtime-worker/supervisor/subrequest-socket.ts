import type { FromSubrequest, SubrequestNews } from '../protocol';
import type { WebSocketEnd } from '../web-socket';
import { thrownOf } from './errors';

type SocketMessage = Extract<
  FromSubrequest,
  { type: 'subrequestSocketMessage' | 'subrequestSocketClosed' }
>;
type SocketNews = Extract<
  SubrequestNews,
  { type: 'socketMessage' | 'socketClosed' | 'socketLost' }
>;

/** What a close without a code reads as, and what nobody can send (RFC 6455 section 7.1.5). */
const NO_CODE = 1005;

/**
 * Leads what comes on the WebSocket that one isolate answered with to the isolate that asked, and back.
 * To both it is the client's end of the other.
 */
export class SubrequestSocket {
  readonly #end: WebSocketEnd;
  readonly #onOver: () => void;
  #closedByAsker = false;
  #closedByAnswerer = false;

  /** @param onOver Called once both directions are closed. */
  constructor(end: WebSocketEnd, news: (news: SocketNews) => void, onOver: () => void) {
    this.#end = end;
    this.#onOver = onOver;
    let error: unknown;
    end.addEventListener('message', (event) => {
      // The end's own: text or a buffer.
      const { data } = event as MessageEvent<string | ArrayBuffer>;
      news({ type: 'socketMessage', data: typeof data === 'string' ? data : new Uint8Array(data) });
    });
    end.addEventListener('error', (event) => {
      error = event instanceof ErrorEvent ? event.error : undefined;
    });
    end.addEventListener('close', (event) => {
      // The end's own.
      const { code, reason, wasClean } = event as CloseEvent;
      this.#closedByAnswerer = true;
      if (wasClean) news({ type: 'socketClosed', code, reason });
      else news({ type: 'socketLost', error: error === undefined ? undefined : thrownOf(error) });
      if (!wasClean || this.#closedByAsker) onOver();
    });
    end.accept({ allowHalfOpen: true });
  }

  /** Whether it will say nothing more. */
  get closedByAsker(): boolean {
    return this.#closedByAsker;
  }

  /** Takes a message of the isolate that asked. Returns whether it may be sent. */
  receive(message: SocketMessage): boolean {
    try {
      if (message.type === 'subrequestSocketMessage') {
        // A structured clone's buffer is never shared: a shared one cannot leave the isolate.
        this.#end.send(message.data as string | Uint8Array<ArrayBuffer>);
        return true;
      }
      const { code, reason } = message;
      if (code === NO_CODE) this.#end.close();
      else this.#end.close(code, reason);
    } catch {
      return false;
    }
    this.#closedByAsker = true;
    if (this.#closedByAnswerer) this.#onOver();
    return true;
  }
}
