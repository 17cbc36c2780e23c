import type { FetchEventMessage } from '../protocol';
import type { SocketConnection } from '../socket-connection';
import type { WorkerResponse } from './http/response';
import { connectionOf } from './web-socket-pair';

/**
 * The connection of the WebSocket that a response has, if it has one.
 * @throws {TypeError} as workerd does, where the request asked for none.
 */
export function upgradeOf(
  { webSocket }: WorkerResponse,
  request: FetchEventMessage,
): SocketConnection | undefined {
  const connection = connectionOf(webSocket);
  if (connection && !asksForWebSocket(request)) {
    throw new TypeError(
      'Worker tried to return a WebSocket in a response to a request which did not contain the header "Upgrade: websocket".',
    );
  }
  return connection;
}

function asksForWebSocket({ headers }: FetchEventMessage): boolean {
  return headers.some(
    ([name, value]) => name.toLowerCase() === 'upgrade' && value.toLowerCase() === 'websocket',
  );
}
