/**
 * What only browsers have, and no Worker on Cloudflare. Hidden before the user's code is evaluated; the
 * sandbox keeps it harmless all the same.
 */
const BROWSER_ONLY = [
  'BroadcastChannel',
  'EventSource',
  'FileReaderSync',
  'IDBFactory',
  'Notification',
  'SharedWorker',
  'WebSocketStream',
  'WebTransport',
  'Worker',
  'XMLHttpRequest',
  'close',
  'importScripts',
  'indexedDB',
  'location',
  'name',
  'onmessage',
  'postMessage',
  'webkitRequestFileSystem',
  'webkitRequestFileSystemSync',
] as const;

/** Takes the browser's own globals away and answers `fetch` with why there is no network. */
export function hideBrowserGlobals(): void {
  for (const name of BROWSER_ONLY) {
    for (let holder: object | null = globalThis; holder; holder = Object.getPrototypeOf(holder)) {
      Reflect.deleteProperty(holder, name);
    }
  }
  Object.defineProperty(globalThis, 'fetch', {
    configurable: true,
    writable: true,
    value: async function fetch(input: unknown) {
      const url = input instanceof Request ? input.url : String(input);
      throw new TypeError(
        `fetch(${JSON.stringify(url)}) failed: a worker in this playground has no network.`,
      );
    },
  });
}
