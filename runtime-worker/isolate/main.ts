/**
 * What runs inside an isolate's Web Worker before any of the user's code: takes the two ports that the
 * frame hands over, exposes the calls on one and tells what happens on the other.
 */
// First of all.
import './stream-stand-ins';
import { type Endpoint, expose } from 'comlink';
import type { FetchEventMessage } from '../protocol';
import { NO_FRAME, runIn } from './async-context';
import { callSite } from './call-site';
import { createIsolate } from './calls';
import { readResponse } from './entrypoints';
import { shapeGlobals } from './globals';
import { WorkerResponse } from './http/response';
import { incomingRequest } from './incoming-request';
import { watchProxies } from './proxies';
import { tellOn } from './tell';

// Taken before it is hidden from user code.
const { createObjectURL, revokeObjectURL } = URL;
const { reportError } = globalThis;

addEventListener('message', function hear({ ports }: MessageEvent) {
  const [calls, messages, cryptoPort] = ports;
  if (!calls || !messages || !cryptoPort) return;
  removeEventListener('message', hear);
  // The frame hears of errors, not of promises that are rejected.
  boot(calls, messages, cryptoPort).catch(reportError);
});

async function boot(
  calls: MessagePort,
  messages: MessagePort,
  cryptoPort: MessagePort,
): Promise<void> {
  const tell = tellOn(messages);
  const isolate = createIsolate(tell, cryptoPort);
  expose(isolate.calls, endpoint(calls, isolate.answered));
  shapeGlobals();
  watchProxies();
  await warmUp();
  tell({ type: 'booted' });
}

const WARM_UP_EVENT: FetchEventMessage = {
  type: 'fetch',
  entrypoint: undefined,
  method: 'GET',
  url: 'https://warm.example',
  headers: [],
  body: null,
};

/**
 * A thread's first import, request and stack take several times as long as its second: they are the
 * spare's to wait for.
 */
async function warmUp(): Promise<void> {
  const url = createObjectURL(new Blob([''], { type: 'text/javascript' }));
  await import(/* @vite-ignore */ url);
  revokeObjectURL(url);
  incomingRequest(WARM_UP_EVENT, () => new ReadableStream(), undefined);
  await readResponse(Promise.resolve(new WorkerResponse(null)));
  callSite();
}

/**
 * The supervisor's calls come from outside of every request, whichever ran last on this thread.
 * @param onAnswered Called after each answer was sent.
 */
function endpoint(port: MessagePort, onAnswered: () => void): Endpoint {
  const post = port.postMessage.bind(port);
  return {
    postMessage(message: unknown, transfer: Transferable[] = []) {
      post(message, transfer);
      onAnswered();
    },
    addEventListener(type, listener) {
      port.addEventListener(type, (event) =>
        runIn(NO_FRAME, () =>
          typeof listener === 'function' ? listener(event) : listener.handleEvent(event),
        ),
      );
    },
    // Only a release of the proxy would call it, and the supervisor terminates instead.
    removeEventListener: port.removeEventListener.bind(port),
    start: () => port.start(),
  };
}
