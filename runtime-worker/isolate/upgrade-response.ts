import type { FetchEventMessage } from '../protocol';
import type { SocketConnection } from '../socket-connection';
import { connectionOf } from './web-socket-pair';

/** The WebSockets of responses that have one. */
const sockets = new WeakMap<Response, object>();

/**
 * Makes `new Response(null, { status: 101, webSocket })` work, which the browser's own Response refuses.
 * It stays the browser's own in all else.
 */
export function installUpgradeResponses(): void {
  const Native = globalThis.Response;
  const Extended = new Proxy(Native, {
    construct(target, values: unknown[], newTarget) {
      const [body, init] = values;
      const socket = webSocketIn(init);
      if (socket === undefined) return Reflect.construct(target, values, newTarget);
      return upgradeResponse(body, requireObject(init), socket, (dictionary) =>
        Reflect.construct(target, [null, dictionary], newTarget),
      );
    },
  });
  Object.defineProperty(Native.prototype, 'webSocket', {
    configurable: true,
    enumerable: true,
    get(this: Response) {
      return sockets.get(this) ?? null;
    },
  });
  const hidden = { configurable: true, writable: true };
  Object.defineProperty(Native.prototype, 'constructor', { value: Extended, ...hidden });
  Object.defineProperty(globalThis, 'Response', { value: Extended, ...hidden });
}

/**
 * The connection of the WebSocket that a response has, if it has one.
 * @throws {TypeError} as workerd does, where the request asked for none.
 */
export function upgradeOf(
  response: Response,
  request: FetchEventMessage,
): SocketConnection | undefined {
  const connection = connectionOf(sockets.get(response));
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

/** @throws {TypeError} where there is something that is no WebSocket. */
function webSocketIn(init: unknown): object | undefined {
  if (typeof init !== 'object' || init === null) return undefined;
  const socket: unknown = Reflect.get(init, 'webSocket');
  if (socket === undefined || socket === null) return undefined;
  if (connectionOf(socket)) return requireObject(socket);
  throw new TypeError(
    "Incorrect type for the 'webSocket' field on 'InitializerDict': the provided value is not of type 'WebSocket'.",
  );
}

function upgradeResponse(
  body: unknown,
  init: object,
  socket: object,
  construct: (init: object) => Response,
): Response {
  if ((Reflect.get(init, 'status') ?? 200) !== 101) {
    throw new RangeError('Responses with a WebSocket must have status code 101.');
  }
  if (body !== null && body !== undefined && body !== '') {
    throw new TypeError(
      'Response with null body status (101, 204, 205, or 304) cannot have a body.',
    );
  }
  const response = construct({
    statusText: Reflect.get(init, 'statusText') ?? '',
    headers: Reflect.get(init, 'headers') ?? [],
  });
  sockets.set(response, socket);
  Object.defineProperties(response, {
    status: { value: 101 },
    ok: { value: false },
    clone: {
      value() {
        throw new TypeError('Cannot clone a response to a WebSocket handshake.');
      },
    },
  });
  return response;
}

function requireObject(value: unknown): object {
  if (typeof value === 'object' && value !== null) return value;
  throw new TypeError('This is no object.');
}
