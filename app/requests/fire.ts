import type { FetchInit, Runtime } from '../../runtime-worker/index';
import { createResponses, type Responses } from './responses';

/** Fires requests for the page and keeps what comes back. */
export interface Requester {
  readonly responses: Responses;
  /** Fires a request. Returns its id, and when all of its response was read; an error is in its events. */
  fire(init: FetchInit): { readonly request: string; readonly done: Promise<void> };
}

export function createRequester(runtime: Pick<Runtime, 'fetch'>): Requester {
  const responses = createResponses();
  return {
    responses,
    fire(init) {
      const { request, result } = runtime.fetch(init);
      const done = result.then(
        (response) => responses.receive(request, response),
        () => {
          // The request's own `request.ended` says what went wrong.
        },
      );
      return { request, done };
    },
  };
}
