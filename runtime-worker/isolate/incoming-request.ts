import type { FetchEventMessage } from '../protocol';
import { bodyAccess } from './http/body';
import { freezeHeaders } from './http/headers';
import { setCf, WorkerRequest } from './http/request';
import type { IoContext } from './io-context';

/** The Request that a handler gets: only its own request may read the body, and nobody change the headers. */
export function incomingRequest(
  { method, url, headers, cf, body }: FetchEventMessage,
  stream: () => ReadableStream<Uint8Array<ArrayBuffer>>,
  owner: IoContext | undefined,
): WorkerRequest {
  const request = new WorkerRequest(url, { method, headers, redirect: 'manual' });
  if (cf !== undefined) setCf(request, cf);
  if (body === 'stream') bodyAccess.fillFromIo(request, stream(), owner);
  else bodyAccess.fill(request, body, owner);
  freezeHeaders(request.headers);
  return request;
}
