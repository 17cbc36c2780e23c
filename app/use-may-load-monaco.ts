import { useEffect, useState } from 'react';
import type { Runtime } from '../runtime-worker/index';
import type { LiveView } from './events/live-view';
import type { RequestListSnapshot } from './requests/request-list';

/** ms after which Monaco is loaded even though the runtime is not ready, or is busy. */
const PATIENCE = 4000;

/**
 * Turns true once the runtime stands, nothing is in flight and the page is idle: parsing Monaco takes
 * the thread for so long that a response under way would wait for it.
 */
export function useMayLoadMonaco(
  runtime: Pick<Runtime, 'ready'>,
  requests: LiveView<RequestListSnapshot>,
): boolean {
  const [may, setMay] = useState(false);

  useEffect(() => {
    const allow = () => setMay(true);
    const allowWhenIdle = () => {
      // Safari has no requestIdleCallback.
      if ('requestIdleCallback' in globalThis) requestIdleCallback(allow, { timeout: 1000 });
      else setTimeout(allow, 200);
    };
    const timer = setTimeout(allow, PATIENCE);
    let ready = false;
    const check = () => {
      if (!ready || requests.snapshot().inFlight > 0) return;
      stop();
      allowWhenIdle();
    };
    const stop = requests.subscribe(check);
    const settled = () => {
      ready = true;
      check();
    };
    runtime.ready.then(settled, settled);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [runtime, requests]);

  return may;
}
