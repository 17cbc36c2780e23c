import { RPC_WAITING, SUBREQUEST_DEPTH_LIMIT, SUBREQUESTS_LIMIT } from '../bounds';
import type { FromSubrequest, IsolateCalls, SubrequestTarget } from '../protocol';
import type { WorkerResponse } from '../runtime';
import type { Aborted } from './aborted';
import type { Arrival, RpcPipe } from './arrival';
import type { Client } from './client';
import { thrownOf } from './errors';
import type { IsolateStamp } from './request';
import { sendRequestBody } from './request-body';
import { ResponseBody } from './response-body';
import { SubrequestSocket } from './subrequest-socket';

/** How subrequests reach their targets, and the isolate that makes them. */
export interface SubrequestLink {
  readonly calls: Pick<IsolateCalls, 'subrequestNews' | 'subrequestChunk'>;
  readonly aborted: Aborted;
  /** Fires the event at the target. @throws where there is no such target. */
  readonly fire: (target: SubrequestTarget, arrival: Arrival, client: Client<unknown>) => void;
  /** How deep a request of the isolate's is; `undefined` where it has none such in flight. */
  readonly depthOf: (request: string) => number | undefined;
  /** How many a request may make. */
  readonly limit: number;
}

/**
 * Fires a subrequest of the isolate with the stamp.
 * @throws where nobody answers it.
 */
export type FireSubrequest = (
  target: SubrequestTarget,
  arrival: Arrival,
  client: Client<unknown>,
  by: IsolateStamp,
) => void;

interface Underway {
  readonly request: string;
  readonly leaving: AbortController;
  readonly body: ResponseBody | undefined;
  readonly session: Session | undefined;
  /** The other end of the WebSocket that answered it. */
  socket?: SubrequestSocket;
}

/** What was sent of an RPC session goes on once the target's handler is called. */
class Session implements RpcPipe {
  readonly hear: RpcPipe['hear'];
  #send: Parameters<RpcPipe['open']>[0] | undefined;
  readonly #waiting: ({ readonly of: unknown } | null)[] = [];

  constructor(hear: RpcPipe['hear']) {
    this.hear = hear;
  }

  open(send: Parameters<RpcPipe['open']>[0]): void {
    this.#send = send;
    for (const message of this.#waiting.splice(0)) send(message);
  }

  /**
   * @param message `null`: the session is over.
   * @returns Whether it takes it: only so much waits.
   */
  push(message: { readonly of: unknown } | null): boolean {
    if (this.#send) this.#send(message);
    else this.#waiting.push(message);
    return this.#waiting.length <= RPC_WAITING;
  }
}

/** As the platform words it. */
const TOO_DEEP =
  'Subrequest depth limit exceeded. This request recursed through Workers too many times. This can happen e.g. if you have a Worker or Durable Object that calls other Workers or objects recursively.';

/** Its stubs were not disposed of: that ends nothing but the session. */
const REQUEST_ENDED = 'The request that made this RPC call has ended.';

type SubrequestMessage = Extract<FromSubrequest, { type: 'subrequest' }>;

/** The subrequests of one isolate that are under way. They end with the request that made them. */
export class Subrequests {
  readonly #link: SubrequestLink;
  readonly #underway = new Map<number, Underway>();
  /** How many each request made. */
  readonly #made = new Map<string, number>();

  constructor(link: SubrequestLink) {
    this.#link = link;
  }

  /** Takes a message of the isolate. Returns whether it makes sense at this point. */
  receive(message: FromSubrequest): boolean {
    if (message.type === 'subrequest') return this.#begin(message);
    const underway = this.#underway.get(message.subrequest);
    // It ended while the message was on its way.
    if (!underway) return true;
    switch (message.type) {
      case 'subrequestChunk':
        // A structured clone's buffer is never shared: a shared one cannot leave the isolate.
        return underway.body?.push(message.bytes as Uint8Array<ArrayBuffer>) ?? false;
      case 'subrequestBodyEnded':
        underway.body?.end();
        return true;
      case 'subrequestRpc':
        return underway.session?.push({ of: message.message }) ?? false;
      case 'subrequestEnded':
        this.#underway.delete(message.subrequest);
        underway.session?.push(null);
        return underway.session !== undefined;
      case 'subrequestSocketMessage':
      case 'subrequestSocketClosed':
        return underway.socket?.receive(message) ?? false;
      case 'subrequestCanceled':
        this.#cancel(message.subrequest, underway);
        return true;
    }
  }

  /** The request that makes it, while it is under way. */
  requestOf(subrequest: number | undefined): string | undefined {
    return subrequest === undefined ? undefined : this.#underway.get(subrequest)?.request;
  }

  /** The request ended: nobody waits for what it asked. */
  endWith(request: string): void {
    this.#made.delete(request);
    for (const [id, underway] of this.#underway) {
      if (underway.request !== request) continue;
      if (underway.session) this.#fail(id, new Error(REQUEST_ENDED));
      // The service that answered has the close on its way, and answers it.
      else if (underway.socket?.closedByAsker) this.#underway.delete(id);
      else this.#cancel(id, underway);
    }
  }

  /** The isolate ended. */
  endAll(): void {
    for (const [id, underway] of this.#underway) this.#cancel(id, underway);
  }

  #begin(message: SubrequestMessage): boolean {
    const { subrequest, request, target, event } = message;
    const parentDepth = this.#link.depthOf(request);
    if (this.#underway.has(subrequest) || parentDepth === undefined) return false;
    const depth = parentDepth + 1;
    const made = (this.#made.get(request) ?? 0) + 1;
    this.#made.set(request, made);
    if (depth > SUBREQUEST_DEPTH_LIMIT) {
      this.#fail(subrequest, new Error(TOO_DEEP));
      return true;
    }
    if (made > this.#link.limit || this.#underway.size >= SUBREQUESTS_LIMIT) {
      this.#fail(subrequest, new Error('Too many subrequests.'));
      return true;
    }
    const leaving = new AbortController();
    const { signal } = leaving;
    let body: ResponseBody | undefined;
    let session: Session | undefined;
    let arrival: Arrival;
    if (event.type === 'fetch') {
      if (event.body) {
        body = new ResponseBody(
          (bytes) => this.#news(subrequest, { type: 'grant', bytes }),
          () => {},
        );
      }
      arrival = fetchSubrequest(target, event, body, { parent: request, depth, signal });
    } else {
      session = new Session((message) => this.#news(subrequest, { type: 'rpc', message }));
      arrival = rpcSubrequest(target, event, session, { parent: request, depth, signal });
    }
    this.#underway.set(subrequest, { request, leaving, body, session });
    try {
      this.#link.fire(target, arrival, this.#client(subrequest));
    } catch (error) {
      this.#fail(subrequest, error);
    }
    return true;
  }

  #client(subrequest: number): Client<void> {
    let responded = false;
    return {
      result: Promise.resolve(),
      responded: (response) => {
        responded = true;
        this.#respond(subrequest, response);
      },
      failed: (error) => {
        if (!responded) this.#fail(subrequest, error);
      },
      ended: ({ error }) => {
        if (responded || !this.#underway.has(subrequest)) return;
        this.#fail(subrequest, error ?? new Error('The worker gave no response.'));
      },
    };
  }

  #respond(subrequest: number, response: WorkerResponse): void {
    const { status, statusText, url, body, webSocket } = response;
    const headers = [...response.headers];
    const underway = this.#underway.get(subrequest);
    if (webSocket && underway) {
      this.#news(subrequest, { type: 'upgraded', statusText, headers, url });
      underway.socket = new SubrequestSocket(
        webSocket,
        (news) => this.#news(subrequest, news),
        () => this.#underway.delete(subrequest),
      );
      return;
    }
    this.#news(subrequest, {
      type: 'responded',
      status,
      statusText,
      headers,
      url,
      body: body !== null,
    });
    if (body) void this.#sendBody(subrequest, body);
    else this.#underway.delete(subrequest);
  }

  async #sendBody(subrequest: number, body: ReadableStream<Uint8Array>): Promise<void> {
    const { calls, aborted } = this.#link;
    await sendRequestBody(
      body,
      (bytes) => calls.subrequestChunk(subrequest, bytes),
      aborted,
      (error) => this.#fail(subrequest, error),
    );
    this.#underway.delete(subrequest);
  }

  #fail(subrequest: number, error: unknown): void {
    // A call that threw is answered, but its session goes on until it is told to end.
    this.#underway.get(subrequest)?.session?.push(null);
    this.#underway.delete(subrequest);
    this.#news(subrequest, { type: 'failed', error: thrownOf(error) });
  }

  #cancel(subrequest: number, { leaving, body }: Underway): void {
    this.#underway.delete(subrequest);
    const left = new Error('The client disconnected.');
    body?.fail(left);
    leaving.abort(left);
  }

  #news(...news: Parameters<IsolateCalls['subrequestNews']>): void {
    const told = Promise.resolve(this.#link.calls.subrequestNews(...news));
    // Only the isolate's end rejects it.
    this.#link.aborted.race(told).catch(() => {});
  }
}

type Origin = Required<Pick<Arrival, 'parent' | 'depth' | 'signal'>>;

function entrypointOf(target: SubrequestTarget) {
  return target.kind === 'outbound'
    ? { entrypoint: undefined }
    : { entrypoint: target.entrypoint, props: target.props };
}

function fetchSubrequest(
  target: SubrequestTarget,
  { method, url, headers, cf, redirect }: Extract<SubrequestMessage['event'], { type: 'fetch' }>,
  body: ResponseBody | undefined,
  origin: Origin,
): Arrival {
  return {
    message: {
      type: 'fetch',
      ...entrypointOf(target),
      method,
      url,
      headers,
      cf,
      body: body ? 'stream' : null,
    },
    summary: { type: 'fetch', method, url },
    redirect,
    ...origin,
    ...(body && { body: body.stream }),
  };
}

function rpcSubrequest(
  target: SubrequestTarget,
  { method }: Extract<SubrequestMessage['event'], { type: 'rpc' }>,
  rpc: Session,
  origin: Origin,
): Arrival {
  return {
    message: { type: 'rpc', ...entrypointOf(target) },
    summary: { type: 'rpc', method },
    rpc,
    ...origin,
  };
}
