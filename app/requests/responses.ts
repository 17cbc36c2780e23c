import type { Header } from './draft/header-lines';
import { KeptBytes } from './kept-bytes';

/** What came back for a request that the page fired: the head, and the start of the body. */
export interface ReceivedResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Header[];
  /** The first {@link BODY_LIMIT} bytes of the body, as far as they are there. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of the body so far, kept or not. */
  readonly received: number;
  readonly body:
    | { readonly state: 'reading' }
    | { readonly state: 'ended' }
    | { readonly state: 'failed'; readonly message: string };
}

/** The responses to what the page fired, by the id of the request. Bounded: the oldest go first. */
export interface Responses {
  get(request: string): ReceivedResponse | undefined;
  subscribe(listener: () => void): () => void;
  /** Reads a response to its end; more than is kept is read and dropped. Never rejects. */
  receive(request: string, response: Response): Promise<void>;
}

/** How many bytes of a body are kept. */
export const BODY_LIMIT = 4 * 1024 * 1024;

/** How many responses are kept, if they are small. */
export const KEPT_RESPONSES = 2000;
const KEPT_BYTES = 64 * 1024 * 1024;

export function createResponses(): Responses {
  const responses = new Map<string, ReceivedResponse>();
  const listeners = new Set<() => void>();
  let keptBytes = 0;
  let scheduled = false;

  const notify = () => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      for (const listener of listeners) listener();
    });
  };

  const forgetOldest = () => {
    for (const [request, response] of responses) {
      if (responses.size <= KEPT_RESPONSES && keptBytes <= KEPT_BYTES) return;
      responses.delete(request);
      keptBytes -= response.bytes.length;
    }
  };

  const change = (request: string, changes: Partial<ReceivedResponse>) => {
    const response = responses.get(request);
    if (!response) return;
    responses.set(request, { ...response, ...changes });
    notify();
  };

  return {
    get: (request) => responses.get(request),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async receive(request, response) {
      const kept = new KeptBytes(BODY_LIMIT);
      let received = 0;
      responses.set(request, {
        status: response.status,
        statusText: response.statusText,
        headers: [...response.headers],
        bytes: kept.bytes,
        received,
        body: { state: 'reading' },
      });
      forgetOldest();
      notify();
      const end = (body: ReceivedResponse['body']) => {
        kept.end();
        change(request, { bytes: kept.bytes, body });
      };
      try {
        const reader = response.body?.getReader();
        while (reader) {
          const { done, value } = await reader.read();
          if (done) break;
          received += value.length;
          if (!responses.has(request)) continue;
          keptBytes += kept.push(value);
          change(request, { bytes: kept.bytes, received });
          forgetOldest();
        }
        end({ state: 'ended' });
      } catch (error) {
        end({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}
