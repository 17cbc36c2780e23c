import { createStore } from 'zustand/vanilla';

/** ms between two looks for a newer version, at least. */
const BETWEEN_LOOKS = 30 * 60_000;
/** ms that a newer version may take to begin, before the page is loaded again all the same. */
const PATIENCE = 3000;

/** Whether the host has a newer version than the page that is open. */
export const versions = createStore<{ readonly newer: boolean }>(() => ({ newer: false }));

/**
 * Has the browser keep the page for visits without a network, and looks for newer versions of it. Where it
 * cannot (no HTTPS, some private windows), all else works.
 */
export async function keepForOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  let isFirst = !serviceWorker.controller;
  serviceWorker.addEventListener('controllerchange', async () => {
    // Another tab began with a newer version, or this page came just before it was replaced.
    if (!isFirst || !(await isKept())) versions.setState({ newer: true });
    isFirst = false;
  });
  const registration = await serviceWorker
    .register(new URL('sw.js', document.baseURI))
    .catch(() => undefined);
  if (!registration) return;
  tellOfNewer(registration);
  lookNowAndThen(registration);
}

/** The browser looks for a newer version whenever the page is opened: it may be on its way by now, or there. */
function tellOfNewer(registration: ServiceWorkerRegistration): void {
  const tell = () => {
    if (registration.waiting && navigator.serviceWorker.controller) {
      versions.setState({ newer: true });
    }
  };
  const follow = () => registration.installing?.addEventListener('statechange', tell);
  registration.addEventListener('updatefound', follow);
  follow();
  tell();
}

function lookNowAndThen(registration: ServiceWorkerRegistration): void {
  let looked = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - looked < BETWEEN_LOOKS) return;
    looked = performance.now();
    // Without a network there is nothing newer.
    registration.update().catch(() => undefined);
  });
}

/** Loads the page again, in its newer version. */
export async function beginNewVersion(): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.getRegistration();
  if (registration?.waiting) {
    const began = new Promise((began) =>
      serviceWorker.addEventListener('controllerchange', began, { once: true }),
    );
    registration.waiting.postMessage({ type: 'SKIP_WAITING' });
    await Promise.race([began, new Promise((late) => setTimeout(late, PATIENCE))]);
  }
  location.reload();
}

/** Whether what the service worker keeps is of the same build as the page. */
async function isKept(): Promise<boolean> {
  const script = document.querySelector<HTMLScriptElement>('script[type=module]');
  return !!script && !!(await caches.match(script.src));
}
