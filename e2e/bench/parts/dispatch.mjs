// What a dispatch costs: an empty handler, beside a bare echo through the same kind of frame.
import { closeApp, openApp } from '../open-app.mjs';
import { median, percentile, row } from '../row.mjs';

/** @typedef {{ single: number[], batch: number[] }} Times ms for each one, and for each within its batch */

const EMPTY = 'export default { fetch() { return new Response() } };';

/** So many one after another: the page's clock has a resolution of 0.1 ms, too coarse for a single one. */
const BATCH = 20;

const AT_ONCE = 64;
const BURST_ROUNDS = 7;
const BURST = 2560;

/** @typedef {{ warmUp: number, rounds: number, drawing: boolean }} Extent */

/** The page draws nothing of it: this is about the runtime. @type {Extent} */
const RUNTIME = { warmUp: 2000, rounds: 150, drawing: false };

/** With all that the page draws, on a list of requests as long as it shows. @type {Extent} */
const PAGE = { warmUp: 200, rounds: 5, drawing: true };

/** @param {import('../run.mjs').Bench} bench */
export async function run(bench) {
  const runtime = await oneAfterAnother(bench, RUNTIME);
  const atOnce = await manyAtOnce(bench);
  const page = await oneAfterAnother(bench, PAGE);
  const echo = 'raw MessagePort echo';
  const p50 = `ms p50 of batches of ${BATCH}`;
  return [
    row({
      what: 'dispatch, empty handler',
      value: median(runtime.dispatch.batch),
      unit: p50,
      beside: { what: echo, value: median(runtime.echo.batch) },
      target: 2,
    }),
    row({
      what: 'dispatch, empty handler',
      value: percentile(runtime.dispatch.single, 0.99),
      unit: 'ms p99 of single ones',
      beside: { what: echo, value: percentile(runtime.echo.single, 0.99) },
    }),
    row({
      what: `requests, ${AT_ONCE} at once`,
      value: median(atOnce.dispatch),
      unit: 'a second',
      better: 'more',
      beside: { what: echo, value: median(atOnce.echo) },
      target: 0.5,
    }),
    row({
      what: `floor: raw message with two answers, ${AT_ONCE} at once`,
      value: median(atOnce.twice),
      unit: 'a second',
      better: 'more',
      beside: { what: echo, value: median(atOnce.echo) },
    }),
    row({
      what: 'dispatch, empty handler, while the page draws all of it',
      value: median(page.dispatch.batch),
      unit: p50,
      beside: { what: echo, value: median(page.echo.batch) },
    }),
  ];
}

/**
 * The two take turns, batch by batch.
 *
 * @param {import('../run.mjs').Bench} bench
 * @param {Extent} extent
 * @returns {Promise<{ dispatch: Times, echo: Times }>}
 */
async function oneAfterAnother(bench, { drawing, warmUp, rounds }) {
  const page = await openApp(bench, EMPTY, { drawing });
  const times = await page.evaluate(
    async ({ warmUp, rounds, BATCH }) => {
      const { bench, isolab } = window;
      const raw = await (await bench.openRawFrame()).spawn();
      const dispatch = () => isolab.fetch('/');
      const echo = () => raw.ask(1);
      await bench.timeEach(warmUp, dispatch);
      await bench.timeEach(warmUp, echo);

      /** @type {Times} */
      const ofDispatch = { single: [], batch: [] };
      /** @type {Times} */
      const ofEcho = { single: [], batch: [] };
      /** @param {Times} times @param {() => Promise<unknown>} work */
      const measure = async (times, work) => {
        // What the page draws of one must not fall into the other's time.
        await bench.pause(100);
        const began = performance.now();
        times.single.push(...(await bench.timeEach(BATCH, work)));
        times.batch.push((performance.now() - began) / BATCH);
      };
      for (let round = 0; round < rounds; round += 1) {
        await measure(ofDispatch, dispatch);
        await measure(ofEcho, echo);
      }
      return { dispatch: ofDispatch, echo: ofEcho };
    },
    { warmUp, rounds, BATCH },
  );
  await closeApp(page);
  return times;
}

/**
 * So many are always in flight: as one is answered, the next is sent. The three take turns.
 *
 * @param {import('../run.mjs').Bench} bench
 * @returns {Promise<{ dispatch: number[], echo: number[], twice: number[] }>} a second, in each round
 */
async function manyAtOnce(bench) {
  const page = await openApp(bench, EMPTY, { drawing: false });
  const rates = await page.evaluate(
    async ({ BURST_ROUNDS, BURST, AT_ONCE }) => {
      const { bench, isolab } = window;
      const raw = await (await bench.openRawFrame()).spawn();
      /** @param {() => Promise<unknown>} work */
      const rate = async (work) => {
        await bench.pause(300);
        const began = performance.now();
        const lane = () => bench.timeEach(BURST / AT_ONCE, work);
        await Promise.all(Array.from({ length: AT_ONCE }, lane));
        return (BURST * 1000) / (performance.now() - began);
      };
      const dispatch = () => isolab.fetch('/');
      const echo = () => raw.ask(1);
      const twice = () => raw.askTwice();
      await rate(dispatch);
      await rate(echo);
      await rate(twice);
      /** @type {{ dispatch: number[], echo: number[], twice: number[] }} */
      const rates = { dispatch: [], echo: [], twice: [] };
      for (let round = 0; round < BURST_ROUNDS; round += 1) {
        rates.dispatch.push(await rate(dispatch));
        rates.echo.push(await rate(echo));
        rates.twice.push(await rate(twice));
      }
      return rates;
    },
    { BURST_ROUNDS, BURST, AT_ONCE },
  );
  await closeApp(page);
  return rates;
}
