// A thousand aborts one after another: what piles up, and what is left.
import { closeApp, openApp } from '../open-app.mjs';
import { row } from '../row.mjs';
import { countWorkerThreads } from '../worker-threads.mjs';

const WORKER = `
  import { abortIsolate } from 'cloudflare:workers';
  export default { fetch() { abortIsolate('bench'); } };`;

const ABORTS = 1000;

/** ms in which Chromium has ended the threads of what was terminated. */
const THREADS_LINGER = 6000;

/** @param {import('../run.mjs').Bench} bench */
export async function run(bench) {
  const raw = await rawStorm(bench);
  const storm = await isolabStorm(bench);
  const aborts = `${ABORTS.toLocaleString('en')} aborts`;
  return [
    row({
      what: `${aborts}: most isolates alive and not condemned`,
      value: storm.mostAlive,
      unit: 'isolates',
      target: 2,
    }),
    row({
      what: `${aborts}: growth of the page's heap`,
      value: storm.heapGrowth / 1e6,
      unit: 'MB after a collection',
      target: 5,
    }),
    row({
      what: `${aborts}: all of them`,
      value: storm.time / 1000,
      unit: 's',
      beside: { what: 'bare workers, blocked and terminated', value: raw.time / 1000 },
    }),
    ...(storm.mostThreads === undefined || raw.mostThreads === undefined
      ? []
      : [
          row({
            what: `${aborts}: most threads of workers`,
            value: storm.mostThreads,
            unit: 'threads',
            beside: { what: 'bare workers, blocked and terminated', value: raw.mostThreads },
          }),
        ]),
  ];
}

/** @param {import('../run.mjs').Bench} bench */
async function isolabStorm(bench) {
  const page = await openApp(bench, WORKER, { drawing: false });
  const heap = await heapOf(page);
  const before = await heap();
  const { most, result } = await watchThreads(() =>
    page.evaluate(async (ABORTS) => {
      const { isolab } = window;
      const alive = new Set();
      let mostAlive = 0;
      const stop = isolab.subscribe(({ type, ...event }) => {
        if (type === 'isolate.created' && 'isolate' in event) alive.add(event.isolate);
        if (type === 'isolate.condemned' || type === 'isolate.ended') alive.delete(event.isolate);
        mostAlive = Math.max(mostAlive, alive.size);
      });
      const began = performance.now();
      for (let i = 0; i < ABORTS; i += 1) {
        const error = await isolab.fetch('/').then(
          () => undefined,
          (/** @type {Error} */ error) => error,
        );
        if (error?.name !== 'IsolateAbortedError') {
          throw new Error(`Abort ${i + 1} of ${ABORTS}: ${error ?? 'the request was answered'}.`);
        }
      }
      stop();
      return { mostAlive, time: performance.now() - began };
    }, ABORTS),
  );
  await page.waitForTimeout(THREADS_LINGER);
  const heapGrowth = (await heap()) - before;
  await closeApp(page);
  return { ...result, mostThreads: most, heapGrowth };
}

/**
 * The same with nothing of Isolab: each worker blocks its thread and is terminated, then the next boots.
 *
 * @param {import('../run.mjs').Bench} bench
 */
async function rawStorm(bench) {
  const page = await openApp(bench, WORKER, { drawing: false });
  const { most, result: time } = await watchThreads(() =>
    page.evaluate(async (ABORTS) => {
      const frame = await window.bench.openRawFrame();
      const [time] = await window.bench.timeEach(1, async () => {
        for (let i = 0; i < ABORTS; i += 1) {
          const worker = await frame.spawn();
          await worker.ask('block');
          worker.terminate();
        }
      });
      return time ?? 0;
    }, ABORTS),
  );
  await page.waitForTimeout(THREADS_LINGER);
  await closeApp(page);
  return { time, mostThreads: most };
}

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<{ result: T, most: number | undefined }>} `most`: threads of workers at once
 */
async function watchThreads(work) {
  let most = countWorkerThreads();
  const timer = setInterval(() => {
    const now = countWorkerThreads();
    if (now !== undefined) most = Math.max(most ?? 0, now);
  }, 100);
  try {
    const result = await work();
    return { result, most };
  } finally {
    clearInterval(timer);
  }
}

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<() => Promise<number>>} bytes of the page's JavaScript heap after a collection
 */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  return async () => {
    // What a finalizer lets go of goes with the next one.
    for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize;
  };
}
