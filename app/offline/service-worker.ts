/**
 * Keeps the whole page in the browser, so that it works without a network after one visit. Built into
 * `dist/sw.js` by `scripts/vite-service-worker.ts`.
 */
import {
  ExpirationPlugin,
  NetworkFirst,
  type PrecacheEntry,
  Serwist,
  type SerwistPlugin,
} from 'serwist';

declare const self: ServiceWorkerGlobalScope;

/** Every file that is kept; put in by the build. */
declare const FILES_OF_BUILD: PrecacheEntry[];
/** What `public/_headers` gives to `sandbox.html`; put in by the build. */
declare const SANDBOX_POLICY: string;

/** Packages of projects that are kept at most: each is a few requests. */
const PACKAGES_KEPT = 500;

/**
 * Whoever opens `sandbox.html` out of the cache gets it without an origin, whatever host it came from. A
 * frame with the attribute `sandbox` never gets it from here: browsers do not ask a service worker for
 * that (https://github.com/w3c/ServiceWorker/issues/1727). So without a network the page opens a frame that has
 * no such attribute, and this header takes the origin away.
 */
const sandboxed: SerwistPlugin = {
  handlerWillRespond: async ({ request, response }) => {
    if (!new URL(request.url).pathname.endsWith('/sandbox.html')) return response;
    const headers = new Headers(response.headers);
    headers.set('Content-Security-Policy', SANDBOX_POLICY);
    return new Response(response.body, { status: response.status, headers });
  },
};

const serwist = new Serwist({
  precacheEntries: FILES_OF_BUILD,
  precacheOptions: {
    // No file depends on what is asked of it: the page reads its own address.
    ignoreURLParametersMatching: [/./],
    cleanURLs: false,
    concurrency: 4,
    plugins: [sandboxed],
  },
  // The network may go during the first visit.
  clientsClaim: true,
  runtimeCaching: [
    {
      // A page that is older than this worker asks for the parts of its own build.
      matcher: ({ url }) => url.href.startsWith(new URL('assets/', self.registration.scope).href),
      handler: async ({ request }) => (await self.caches.match(request)) ?? fetch(request),
    },
    {
      // What another host is asked for are npm packages: the policy of the page allows nothing else.
      matcher: ({ sameOrigin }) => !sameOrigin,
      handler: new NetworkFirst({
        cacheName: 'isolab-packages',
        plugins: [new ExpirationPlugin({ maxEntries: PACKAGES_KEPT })],
      }),
    },
  ],
});

/**
 * Deletes the files of older builds once no page is left that could ask for them. Not while a newer worker
 * is there or on its way: its files are in the same cache, and this one does not know them.
 */
async function forgetOldFiles(event: ExtendableEvent): Promise<void> {
  const { installing, waiting } = self.registration;
  if (installing || waiting) return;
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.length === 0) await serwist.handleActivate(event);
}

self.addEventListener('install', serwist.handleInstall);
self.addEventListener('activate', (event) => event.waitUntil(forgetOldFiles(event)));
self.addEventListener('fetch', (event) => {
  // The page that opens is not among those that are open yet.
  if (event.request.mode === 'navigate') event.waitUntil(forgetOldFiles(event));
  serwist.handleFetch(event);
});
