import { currentFrame } from './async-context';
import type { IoContext } from './io-context';

/** The request that is running, if one is. */
export function currentRequest(): IoContext | undefined {
  return currentFrame().context;
}

/**
 * @param type What workerd calls the kind of object.
 * @throws as workerd does where a request uses what another one made.
 */
export function requireSameRequest(owner: IoContext | undefined, type: string): void {
  const context = currentRequest();
  if (owner === undefined || context === undefined || context === owner) return;
  throw new Error(
    `Cannot perform I/O on behalf of a different request. I/O objects (such as streams, request/response bodies, and others) created in the context of one request handler cannot be accessed from a different request's handler. This is a limitation of Cloudflare Workers which allows us to improve overall performance. (I/O type: ${type})`,
  );
}
