import type { FetchEventMessage } from '../protocol';

/**
 * The Request that a handler gets. The browser's own Request drops headers such as `Cookie` and
 * `Host`, which a Worker receives; they are put back.
 */
export function incomingRequest(
  { method, url, headers, body }: FetchEventMessage,
  stream: () => ReadableStream<Uint8Array<ArrayBuffer>>,
): Request {
  const request = new Request(url, {
    method,
    redirect: 'manual',
    body: body === 'stream' ? stream() : body,
    // The Fetch standard asks for it with streams; TypeScript's DOM types do not know it yet.
    ...(body === 'stream' && { duplex: 'half' }),
  });
  const received = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  Object.defineProperties(request, {
    headers: { value: received },
    cf: { value: {}, enumerable: true },
  });
  return request;
}
