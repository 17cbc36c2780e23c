import type { Aborted } from './aborted';

/** Takes one piece of a request body into the isolate; resolves when it wants the next. */
export type SendChunk = (bytes: Uint8Array<ArrayBuffer> | null) => Promise<void>;

/**
 * Sends a client's stream into an isolate, one piece after the isolate took the one before. When the
 * isolate is destroyed, the client's stream is canceled, also while it has nothing to send.
 *
 * @param onFailure The client's stream errored: the request can only be canceled.
 */
export async function sendRequestBody(
  body: ReadableStream<Uint8Array>,
  send: SendChunk,
  aborted: Aborted,
  onFailure: (error: unknown) => void,
): Promise<void> {
  const reader = body.getReader();
  const read = () =>
    reader.read().catch((error: unknown) => {
      onFailure(error);
      return undefined;
    });
  try {
    for (;;) {
      const next = await aborted.race(read());
      if (!next) return;
      await aborted.race(send(next.done ? null : new Uint8Array(next.value)));
      if (next.done) return;
    }
  } catch (error) {
    reader.cancel(error).catch(() => {});
  }
}
