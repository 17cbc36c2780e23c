/**
 * The network frame, in an opaque origin: fetches what the supervisor asks for, without credentials.
 * `network.html` runs it after it has checked where it is.
 */
import { BODY_CHUNK, BODY_WINDOW } from '../bounds';
import type { FromNetwork, ToNetwork } from '../network-protocol';

declare global {
  var startNetwork: (port: MessagePort) => void;
}

/** A fetch under way. */
interface Exchange {
  readonly leaving: AbortController;
  /** Bytes that may still be sent. */
  credit: number;
  granted: () => void;
}

globalThis.startNetwork = (port) => {
  const exchanges = new Map<number, Exchange>();
  const tell = (message: FromNetwork, transfer: Transferable[] = []) =>
    port.postMessage(message, transfer);

  async function exchange(asked: Extract<ToNetwork, { type: 'fetch' }>): Promise<void> {
    const { id } = asked;
    const under: Exchange = { leaving: new AbortController(), credit: BODY_WINDOW, granted() {} };
    exchanges.set(id, under);
    try {
      const response = await fetchFor(asked, under.leaving.signal);
      if (response.type === 'opaqueredirect') {
        tell({ type: 'failed', id, why: 'hidden' });
        return;
      }
      const { status, statusText, url, body } = response;
      const headers = [...response.headers];
      tell({ type: 'responded', id, status, statusText, headers, url, body: body !== null });
      if (body) await send(id, body, under);
    } catch {
      tell({ type: 'failed', id, why: 'unsaid' });
    } finally {
      exchanges.delete(id);
    }
  }

  async function send(id: number, body: ReadableStream<Uint8Array>, under: Exchange) {
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (let at = 0; at < value.byteLength; ) {
        while (under.credit <= 0) {
          await new Promise<void>((granted) => {
            under.granted = granted;
          });
        }
        const bytes = value.slice(at, at + Math.min(BODY_CHUNK, under.credit));
        at += bytes.byteLength;
        under.credit -= bytes.byteLength;
        tell({ type: 'chunk', id, bytes }, [bytes.buffer]);
      }
    }
    tell({ type: 'ended', id });
  }

  port.onmessage = ({ data }: MessageEvent<ToNetwork>) => {
    if (data.type === 'fetch') {
      void exchange(data);
      return;
    }
    const under = exchanges.get(data.id);
    if (!under) return;
    if (data.type === 'grant') under.credit += data.bytes;
    else {
      under.leaving.abort();
      under.credit = Number.POSITIVE_INFINITY;
    }
    under.granted();
  };
};

function fetchFor(
  { method, url, headers, body, redirect }: Extract<ToNetwork, { type: 'fetch' }>,
  signal: AbortSignal,
): Promise<Response> {
  return fetch(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    body,
    redirect,
    signal,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  });
}
