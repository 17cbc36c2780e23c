import { nextTask } from '../next-task';
import { type FrameSink, READY_STATE, SocketConnection } from '../socket-connection';
import { WebSocketEnd, type WebSocketEndOptions } from '../web-socket';
import { bindToFrame, currentFrame, isUnwinding, outermost, runIn } from './async-context';
import type { IoContext } from './io-context';
import { requireSameRequest } from './request-ownership';

const connections = new WeakMap<object, SocketConnection>();

/** The connection behind an end that this isolate made. */
export function connectionOf(socket: unknown): SocketConnection | undefined {
  return typeof socket === 'object' && socket !== null ? connections.get(socket) : undefined;
}

/** Two ends that are connected with each other: `0` for the client, `1` for the worker, by custom. */
class WebSocketPair {
  readonly 0: WebSocketEnd;
  readonly 1: WebSocketEnd;

  constructor() {
    const first: SocketConnection = new SocketConnection(
      (frame) => second.receive(frame),
      nextTask,
    );
    const second = new SocketConnection((frame) => first.receive(frame), nextTask);
    const { context } = currentFrame();
    this[0] = createEnd(first, context);
    this[1] = createEnd(second, context);
  }

  *[Symbol.iterator](): Iterator<WebSocketEnd> {
    yield this[0];
    yield this[1];
  }

  get [Symbol.toStringTag](): string {
    return 'WebSocketPair';
  }
}

/** Puts `WebSocketPair` and `WebSocket` where user code finds them. */
export function installWebSockets(): void {
  for (const [name, value] of Object.entries(READY_STATE)) {
    for (const constant of [name, `READY_STATE_${name}`]) {
      for (const holder of [WebSocketEnd, WebSocketEnd.prototype]) {
        Object.defineProperty(holder, constant, { value, enumerable: true });
      }
    }
  }
  Object.defineProperty(WebSocketEnd, 'name', { value: 'WebSocket' });
  const WebSocket = new Proxy(WebSocketEnd, {
    construct(_, [url]: unknown[]) {
      throw new TypeError(
        `new WebSocket(${JSON.stringify(String(url))}) failed: a worker in this playground has no network.`,
      );
    },
  });
  const hidden = { configurable: true, writable: true };
  Object.defineProperty(WebSocketEnd.prototype, 'constructor', { value: WebSocket, ...hidden });
  Object.defineProperties(globalThis, {
    WebSocket: { value: WebSocket, ...hidden },
    WebSocketPair: { value: WebSocketPair, ...hidden },
  });
}

/** An end for user code, whose request alone may use it. */
export function createEnd(
  connection: SocketConnection,
  owner: IoContext | undefined,
): WebSocketEnd {
  const options: WebSocketEndOptions = {
    binaryType: 'blob',
    guard: () => requireSameRequest(owner, 'Native'),
    wrapDelivery: (deliver) => guarded(deliver, connection, end),
  };
  const end = new WebSocketEnd(connection, options);
  connections.set(end, connection);
  return end;
}

/** Delivers for the request that is current now. A listener that throws ends the connection, as in workerd. */
function guarded(deliver: FrameSink, connection: SocketConnection, end: WebSocketEnd): FrameSink {
  const { context } = currentFrame();
  const frame = outermost(currentFrame());
  const inFrame = runIn(frame, () => bindToFrame(deliver));
  const report = runIn(frame, () =>
    bindToFrame((error: unknown) => end.reportError(`Uncaught ${error}`, error)),
  );
  return (delivered) => {
    if (context?.aborted) return;
    const thrown = thrownWhile(() => inFrame(delivered));
    if (!thrown || isUnwinding(thrown.error) || context?.aborted) return;
    connection.cut(thrown.error);
    report(thrown.error);
  };
}

/** What the first listener threw that did, while `work` dispatched an event. */
function thrownWhile(work: () => void): { readonly error: unknown } | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return { error };
  }
}
