import type { FetchInit, Runtime } from '../../runtime-worker/index';
import type { FiredEvent } from './draft/event-of';
import { createResponses, type Responses } from './responses';
import type { Talk } from './sockets/talk';

/** Fires events for the page and keeps what comes back. */
export interface Requester {
  readonly responses: Responses;
  /** Fires an event. Returns its id, and when all of it was read; an error is in its events. */
  fire(event: FiredEvent): { readonly request: string; readonly done: Promise<void> };
  /** What was fired under this id, while it is kept. */
  sent(request: string): FiredEvent | undefined;
  /** The talk over a WebSocket that a request was answered with. */
  talk(request: string): Promise<Talk> | undefined;
}

/** How many events are kept as they were fired. */
const KEPT_EVENTS = 2000;

export function createRequester(runtime: Pick<Runtime, 'fetch' | 'dispatch'>): Requester {
  const responses = createResponses();
  const sent = new Map<string, FiredEvent>();
  const talks = new Map<string, Promise<Talk>>();

  const keep = (request: string, event: FiredEvent) => {
    sent.set(request, event);
    for (const oldest of sent.keys()) {
      if (sent.size <= KEPT_EVENTS) return;
      sent.delete(oldest);
      talks.delete(oldest);
    }
  };

  const fetch = (init: FetchInit) => {
    const { request, result } = runtime.fetch(init);
    const done = result.then(
      (response) => {
        const { webSocket } = response;
        if (webSocket) {
          const talk = import('./sockets/talk').then(({ createTalk }) => createTalk(webSocket));
          // Where it cannot be loaded the view says so.
          talk.catch(() => {});
          talks.set(request, talk);
        }
        return responses.receive(request, response);
      },
      () => {
        // The request's own `request.ended` says what went wrong.
      },
    );
    return { request, done };
  };

  return {
    responses,
    fire(event) {
      const fired = event.kind === 'fetch' ? fetch(event.init) : dispatch(event.init);
      keep(fired.request, event);
      return fired;
    },
    sent: (request) => sent.get(request),
    talk: (request) => talks.get(request),
  };

  function dispatch(init: Parameters<Runtime['dispatch']>[0]) {
    const { request, result } = runtime.dispatch(init);
    return { request, done: result.then(() => {}) };
  }
}
