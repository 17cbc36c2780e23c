/**
 * The sandbox frame, in an opaque origin: makes and ends the Web Workers that the supervisor asks for.
 * `sandbox.html` runs it after it has checked where it is.
 */
import type { FromFrame, ToFrame } from '../protocol';
import { serveCrypto } from './crypto';

interface FrameStart {
  /** The supervisor's port. */
  readonly port: MessagePort;
  /** Source of the isolates' code. */
  readonly isolate: string;
}

declare global {
  var startFrame: (start: FrameStart) => void;
}

globalThis.startFrame = ({ port, isolate }) => {
  const workers = new Map<number, Worker>();
  const scriptUrls = new Map<number, string>();
  const isolateUrl = URL.createObjectURL(new Blob([isolate], { type: 'text/javascript' }));
  const tell = (message: FromFrame) => port.postMessage(message);

  function spawn(thread: number, ports: readonly MessagePort[]) {
    // A classic worker: Chromium refuses module workers from a blob in an opaque origin, without an error.
    const worker = new Worker(isolateUrl, { name: `isolate ${thread}` });
    worker.onerror = (event) => {
      event.preventDefault();
      tell({
        type: 'failed',
        thread,
        message: String(event.message).slice(0, 1000),
      });
    };
    const crypto = new MessageChannel();
    serveCrypto(crypto.port1);
    worker.postMessage(null, [...ports, crypto.port2]);
    workers.set(thread, worker);
  }

  function makeUrl(script: number, code: string): string {
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    scriptUrls.set(script, url);
    return url;
  }

  function forgetUrl(script: number): void {
    const url = scriptUrls.get(script);
    if (url === undefined) return;
    URL.revokeObjectURL(url);
    scriptUrls.delete(script);
  }

  port.onmessage = ({ data, ports }: MessageEvent<ToFrame>) => {
    if (data.type === 'spawn') spawn(data.thread, ports);
    if (data.type === 'terminate') {
      workers.get(data.thread)?.terminate();
      workers.delete(data.thread);
    }
    if (data.type === 'script') {
      tell({ type: 'script', script: data.script, url: makeUrl(data.script, data.code) });
    }
    if (data.type === 'forgetScript') forgetUrl(data.script);
    if (data.type === 'ping') tell({ type: 'pong' });
  };
};
