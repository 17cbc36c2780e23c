import type { Header } from './draft/header-lines';

/** What came back for a request that the page fired: the head, and the start of the body. */
export interface ReceivedResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly Header[];
  /** The first {@link PREVIEW_LIMIT} bytes of the body, as they came. */
  readonly preview: readonly Uint8Array[];
  /** Bytes of the body so far, shown or not. */
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
  /** Reads a response to its end; more than the preview is read and dropped. Never rejects. */
  receive(request: string, response: Response): Promise<void>;
}

/** How many bytes of a body are kept to be shown. */
export const PREVIEW_LIMIT = 256 * 1024;

/** How many responses are kept, if they are small. */
export const KEPT_RESPONSES = 2000;
const KEPT_BYTES = 16 * 1024 * 1024;

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
      keptBytes -= sizeOf(response.preview);
    }
  };

  const change = (request: string, changes: Partial<ReceivedResponse>) => {
    const response = responses.get(request);
    if (!response) return;
    responses.set(request, { ...response, ...changes });
    notify();
  };

  const take = (request: string, chunk: Uint8Array) => {
    const response = responses.get(request);
    if (!response) return;
    const room = PREVIEW_LIMIT - sizeOf(response.preview);
    const kept = room > 0 ? chunk.slice(0, room) : undefined;
    keptBytes += kept?.length ?? 0;
    change(request, {
      received: response.received + chunk.length,
      preview: kept ? [...response.preview, kept] : response.preview,
    });
    forgetOldest();
  };

  return {
    get: (request) => responses.get(request),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async receive(request, response) {
      responses.set(request, {
        status: response.status,
        statusText: response.statusText,
        headers: [...response.headers],
        preview: [],
        received: 0,
        body: { state: 'reading' },
      });
      forgetOldest();
      notify();
      try {
        const reader = response.body?.getReader();
        while (reader) {
          const { done, value } = await reader.read();
          if (done) break;
          take(request, value);
        }
        change(request, { body: { state: 'ended' } });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        change(request, { body: { state: 'failed', message } });
      }
    },
  };
}

function sizeOf(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((size, chunk) => size + chunk.length, 0);
}
