// How fast everything in flight hears of an abort, and how fast a fresh isolate answers.
import { closeApp, openApp } from '../open-app.mjs';
import { startWorkerd } from '../restarted-workerd.mjs';
import { median, row } from '../row.mjs';

const WORKER = `
  import { abortIsolate } from 'cloudflare:workers';
  export default {
    fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname === '/abort') abortIsolate('bench');
      if (pathname === '/wait') return new Promise(() => {});
      return new Response();
    },
  };`;

const IN_FLIGHT = [1, 100, 1000, 10_000];
const REPEATS = 7;
const RECOVERIES = 24;
const BOOTS = 24;

/** @typedef {'abortIsolate' | 'user'} Cause called in the module, or from outside */

/** @param {import('../run.mjs').Bench} bench */
export async function run(bench) {
  const rejected = await allRejected(bench, 'abortIsolate');
  const fromOutside = await allRejected(bench, 'user');
  const { isolab, workerd } = await recovery(bench, { drawing: false });
  const drawn = await recovery(bench, { drawing: true });
  const floor = await floors(bench);
  const perRequest = (/** @type {number} */ count) => (of(rejected, count) * 1000) / count;
  const least = floor.echo + floor.import + floor.echo;
  return [
    ...IN_FLIGHT.map((count) =>
      row({
        what: `abortIsolate() → all ${count.toLocaleString('en')} in flight rejected`,
        value: of(rejected, count),
        unit: 'ms p50',
        ...(count === 10_000 && { target: 150 }),
      }),
    ),
    row({
      what: 'the same for each request, 10,000 in flight',
      value: perRequest(10_000),
      unit: 'µs',
      beside: { what: '1,000 in flight', value: perRequest(1000) },
      target: 1,
    }),
    row({
      what: 'abort from outside → all 10,000 in flight rejected',
      value: of(fromOutside, 10_000),
      unit: 'ms p50',
    }),
    row({
      what: 'abort → first answer of the fresh isolate',
      value: median(isolab),
      unit: 'ms p50',
      beside: { what: 'workerd started again', value: median(workerd) },
      target: 0.2,
    }),
    row({
      what: 'the same, the page drawing all of it',
      value: median(drawn.isolab),
      unit: 'ms p50',
      beside: { what: 'workerd started again', value: median(drawn.workerd) },
    }),
    row({
      what: 'the same, beside its floor',
      value: median(isolab),
      unit: 'ms p50',
      beside: { what: 'echo + bare import + echo', value: least },
    }),
    row({ what: 'floor: a bare worker boots in such a frame', value: floor.boot, unit: 'ms p50' }),
    row({
      what: 'floor: bare import(blob:) of a small script, first in its worker',
      value: floor.import,
      unit: 'ms p50',
    }),
  ];
}

/** @param {ReadonlyMap<number, number>} times @param {number} count */
function of(times, count) {
  const time = times.get(count);
  if (time === undefined) throw new Error(`${count} in flight was not measured.`);
  return time;
}

/**
 * From the call (of `fetch('/abort')`, or of `abortIsolate` from outside) until the last rejection was
 * heard by who had fired the request.
 *
 * @param {import('../run.mjs').Bench} bench
 * @param {Cause} cause
 * @returns {Promise<Map<number, number>>} ms p50, by how many were in flight
 */
async function allRejected(bench, cause) {
  /** @type {Map<number, number>} */
  const times = new Map();
  for (const count of IN_FLIGHT) {
    const page = await openApp(bench, WORKER, { drawing: false });
    /** @type {number[]} */
    const samples = [];
    // One more than is counted: the first warms up.
    for (let i = 0; i <= REPEATS; i += 1) {
      const sample = await page.evaluate(rejectAll, { count, cause });
      if (i > 0) samples.push(sample);
    }
    times.set(count, median(samples));
    await closeApp(page);
  }
  return times;
}

/**
 * In the page.
 *
 * @param {{ count: number, cause: Cause }} options
 */
async function rejectAll({ count, cause }) {
  const { bench, isolab } = window;
  let left = cause === 'user' ? count : count + 1;
  /** @type {PromiseWithResolvers<number>} */
  const lastRejection = Promise.withResolvers();
  /** @param {string} path */
  const fire = (path) => {
    isolab.fetch(path).then(
      () => lastRejection.reject(new Error('A request was answered that waits for ever.')),
      () => {
        left -= 1;
        if (left === 0) lastRejection.resolve(performance.now());
      },
    );
  };

  /** @param {number} some */
  const fireAndWait = (some) =>
    new Promise((resolve) => {
      let unhandled = some;
      const stop = isolab.subscribe(({ type }) => {
        if (type !== 'request.handled') return;
        unhandled -= 1;
        if (unhandled > 0) return;
        stop();
        resolve(undefined);
      });
      for (let i = 0; i < some; i += 1) fire('/wait');
    });
  for (let fired = 0; fired < count; fired += 500) await fireAndWait(Math.min(500, count - fired));
  await bench.pause(300);

  const began = performance.now();
  if (cause === 'user') void isolab.abortIsolate('bench');
  else fire('/abort');
  return (await lastRejection.promise) - began;
}

/**
 * From the call of `fetch('/abort')` until a request that was fired upon its rejection is answered.
 * Isolab and workerd take turns. Before each the spare has time to boot.
 *
 * @param {import('../run.mjs').Bench} bench
 * @param {{ drawing: boolean }} options
 */
async function recovery(bench, options) {
  const page = await openApp(bench, WORKER, options);
  const workerd = await startWorkerd();
  try {
    /** @type {{ isolab: number[], workerd: number[] }} */
    const times = { isolab: [], workerd: [] };
    for (let i = 0; i < RECOVERIES; i += 1) {
      times.isolab.push(
        await page.evaluate(async () => {
          const { bench, isolab } = window;
          await isolab.fetch('/');
          await bench.pause(300);
          const began = performance.now();
          await isolab.fetch('/abort').catch(() => {});
          await isolab.fetch('/');
          return performance.now() - began;
        }),
      );
      times.workerd.push(await workerd.abortToFirstAnswer());
    }
    return times;
  } finally {
    workerd.close();
    await closeApp(page);
  }
}

/**
 * What the browser itself takes for the steps of a recovery, with nothing of Isolab in it.
 *
 * @param {import('../run.mjs').Bench} bench
 */
async function floors(bench) {
  const page = await openApp(bench, WORKER, { drawing: false });
  const times = await page.evaluate(async (BOOTS) => {
    const frame = await window.bench.openRawFrame();
    /** @type {{ boot: number[], echo: number[], import: number[] }} */
    const times = { boot: [], echo: [], import: [] };
    for (let i = 0; i < BOOTS; i += 1) {
      const began = performance.now();
      const worker = await frame.spawn();
      times.boot.push(performance.now() - began);
      await window.bench.pause(200);
      times.echo.push(...(await window.bench.timeEach(5, () => worker.ask(1))));
      await window.bench.pause(100);
      const source = 'export default { fetch() { return new Response() } };';
      times.import.push(...(await window.bench.timeEach(1, () => worker.ask(source))));
      worker.terminate();
    }
    return times;
  }, BOOTS);
  await closeApp(page);
  return { boot: median(times.boot), echo: median(times.echo), import: median(times.import) };
}
