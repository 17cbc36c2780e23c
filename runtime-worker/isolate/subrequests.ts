import type { SubrequestNews, SubrequestTarget } from '../protocol';
import type { SocketConnection } from '../socket-connection';
import { currentFrame } from './async-context';
import { IncomingBodies, OutgoingBodies } from './bodies';
import { disallowedOperation } from './global-scope';
import type { IoContext } from './io-context';
import { remoteError } from './remote-error';
import { RpcSession } from './rpc/session';
import type { RpcMessage } from './rpc/wire';
import { SubrequestSockets } from './subrequest-sockets';
import type { Tell } from './tell';

type Head = Omit<Extract<SubrequestNews, { type: 'responded' }>, 'type' | 'body'>;

/** What is asked, without a body. */
export interface SubrequestHead {
  readonly method: string;
  readonly url: string;
  readonly headers: [name: string, value: string][];
  /** Its JSON. */
  readonly cf?: string;
  readonly redirect: 'follow' | 'manual';
}

/** What was answered: its head, and its body if it has one. */
export interface Answer {
  readonly head: Head;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  /** Of a status 101. */
  readonly socket?: SocketConnection;
}

/** What this isolate asks of others. */
export class Subrequests {
  readonly #tell: Tell;
  readonly #waiting = new Map<number, PromiseWithResolvers<Answer>>();
  readonly #requestBodies = new OutgoingBodies<number>();
  readonly #responseBodies = new IncomingBodies<number>();
  readonly #sessions = new Map<number, RpcSession>();
  readonly #sockets: SubrequestSockets;
  #last = 0;

  constructor(tell: Tell) {
    this.#tell = tell;
    this.#sockets = new SubrequestSockets(tell);
  }

  /**
   * Asks for a response.
   * @param signal Where it fires, nothing more is sent or received.
   * @throws what the target threw, an error that says why there is no answer, or the signal's reason.
   */
  async fetch(
    { request }: IoContext,
    target: SubrequestTarget,
    head: SubrequestHead,
    body: ReadableStream<Uint8Array> | null,
    signal: AbortSignal,
  ): Promise<Answer> {
    this.#last += 1;
    const subrequest = this.#last;
    const waiting = Promise.withResolvers<Answer>();
    this.#waiting.set(subrequest, waiting);
    const event = { type: 'fetch', ...head, body: body !== null } as const;
    this.#tell({ type: 'subrequest', subrequest, request, target, event });
    signal.addEventListener('abort', () => this.#leave(subrequest, signal.reason), { once: true });
    if (body) void this.#send(subrequest, body);
    return waiting.promise;
  }

  /** Opens an RPC session. @param method What is asked first, to be shown. */
  rpc({ request }: IoContext, target: SubrequestTarget, method: string): RpcSession {
    this.#last += 1;
    const subrequest = this.#last;
    const session: RpcSession = new RpcSession({
      send: (message) => this.#tell({ type: 'subrequestRpc', subrequest, message }),
      frame: currentFrame(),
      onIdle: () => {
        if (this.#sessions.delete(subrequest)) this.#tell({ type: 'subrequestEnded', subrequest });
      },
    });
    this.#sessions.set(subrequest, session);
    const event = { type: 'rpc', method } as const;
    this.#tell({ type: 'subrequest', subrequest, request, target, event });
    return session;
  }

  /** How one of them goes on. */
  hear(subrequest: number, news: SubrequestNews): void {
    switch (news.type) {
      case 'grant':
        this.#requestBodies.grant(subrequest, news.bytes);
        break;
      case 'responded': {
        const waiting = this.#waiting.get(subrequest);
        this.#waiting.delete(subrequest);
        const body = news.body
          ? this.#responseBodies.open(subrequest, () =>
              this.#tell({ type: 'subrequestCanceled', subrequest }),
            )
          : null;
        waiting?.resolve({ head: news, body });
        break;
      }
      case 'upgraded': {
        const { statusText, headers, url } = news;
        const head = { status: 101, statusText, headers, url };
        const waiting = this.#waiting.get(subrequest);
        this.#waiting.delete(subrequest);
        waiting?.resolve({ head, body: null, socket: this.#sockets.open(subrequest) });
        break;
      }
      case 'socketMessage':
      case 'socketClosed':
      case 'socketLost':
        this.#sockets.hear(subrequest, news);
        break;
      case 'rpc':
        // What another isolate sends may be anything; then the session ends.
        this.#sessions.get(subrequest)?.hear(news.message as RpcMessage);
        break;
      case 'failed':
        this.#sessions.get(subrequest)?.end(remoteError(news.error));
        this.#sessions.delete(subrequest);
        this.#fail(subrequest, remoteError(news.error));
        break;
    }
  }

  /** The next piece of a response, `null` at its end. */
  accept(subrequest: number, bytes: Uint8Array<ArrayBuffer> | null): Promise<void> {
    return this.#responseBodies.accept(subrequest, bytes);
  }

  async #send(subrequest: number, body: ReadableStream<Uint8Array>): Promise<void> {
    try {
      await this.#requestBodies.send(subrequest, body, (bytes) =>
        this.#tell({ type: 'subrequestChunk', subrequest, bytes }, [bytes.buffer]),
      );
      this.#tell({ type: 'subrequestBodyEnded', subrequest });
    } catch (error) {
      this.#leave(subrequest, error);
    }
  }

  #leave(subrequest: number, why: unknown): void {
    this.#tell({ type: 'subrequestCanceled', subrequest });
    this.#fail(subrequest, why);
  }

  #fail(subrequest: number, error: unknown): void {
    this.#requestBodies.cancel(subrequest);
    this.#responseBodies.fail(subrequest, error);
    this.#waiting.get(subrequest)?.reject(error);
    this.#waiting.delete(subrequest);
  }
}

/**
 * The request that is running.
 * @throws as workerd does where there is none.
 */
export function requireContext(): IoContext {
  const { context } = currentFrame();
  if (context) return context;
  throw disallowedOperation();
}
