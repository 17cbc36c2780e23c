// How fast the timeline shows a run of many spans, and how smoothly it moves, beside vis-timeline.
import { createRequire } from 'node:module';
import { closeApp, openApp } from '../open-app.mjs';
import { percentile, row } from '../row.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ id: string, isolate: number, row: number, begin: number, end: number }} Span a request */
/** @typedef {{ paint: number, heap: number, frames: number, worst: number }} Measured */

const SPANS = [1000, 10_000, 100_000];
const ISOLATES = 2;
/** Of each isolate: so many requests are in flight at once, so all lanes are on screen. */
const AT_ONCE = 3;
/** ms that zooming and panning goes on. */
const MOVING = 5000;
/** ms that anything may take, before it is given up. */
const PATIENCE = 180_000;

const VIS = createRequire(import.meta.url).resolve(
  'vis-timeline/standalone/umd/vis-timeline-graph2d.min.js',
);

/** @param {import('../run.mjs').Bench} bench */
export async function run(bench) {
  const rows = [];
  for (const count of SPANS) {
    const spans = spansOf(count);
    const ours = await inIsolab(bench, spans);
    const vis = await inVis(bench, spans);
    const most = count === SPANS.at(-1);
    const many = `${count.toLocaleString('en')} spans`;
    rows.push(
      row({
        what: `${many}: from the data to the first paint`,
        value: ours.paint,
        unit: 'ms',
        beside: { what: 'vis-timeline', value: vis.paint },
        ...(most && { target: 0.1 }),
      }),
      row({
        what: `${many}: what they take of the heap, with the events`,
        value: ours.heap,
        unit: 'MB',
        beside: { what: 'vis-timeline', value: vis.heap },
      }),
      row({
        what: `${many}: zooming and panning for ${MOVING / 1000} s`,
        value: ours.frames,
        unit: 'frames a second',
        better: 'more',
        ...(most && { target: 50 }),
      }),
      row({
        what: `${many}: the same in vis-timeline`,
        value: vis.frames,
        unit: 'frames a second',
        better: 'more',
      }),
      row({ what: `${many}: longest frame`, value: ours.worst, unit: 'ms p99' }),
    );
  }
  return rows;
}

/**
 * Requests of 2 to 11 ms in rows without a gap, every 97th an exception. No chance in it: each run has
 * the same.
 *
 * @param {number} count
 * @returns {Span[]}
 */
function spansOf(count) {
  const inRow = Math.ceil(count / ISOLATES / AT_ONCE);
  const longest = inRow * 7;
  return Array.from({ length: count }, (_, index) => {
    const isolate = Math.floor(index / (inRow * AT_ONCE));
    const inLane = index % (inRow * AT_ONCE);
    const begin = isolate * longest + Math.floor(inLane / AT_ONCE) * 7 + (inLane % AT_ONCE);
    return {
      id: String(index),
      isolate,
      row: inLane % AT_ONCE,
      begin,
      end: begin + 2 + ((index * 7919) % 40) / 10,
    };
  });
}

/** The same as a recorded run. @param {readonly Span[]} spans */
function traceOf(spans) {
  const events = spans.flatMap(({ id, isolate, begin, end }) => {
    const of = { service: 'worker', isolate: `isolate-${isolate}`, generation: isolate + 1 };
    const request = `request-${id}`;
    const event = { type: 'fetch', method: 'GET', url: `https://playground.example/${id}` };
    const failed = Number(id) % 97 === 0;
    return [
      { ...of, at: begin, type: 'request.began', request, event },
      { ...of, at: begin + 0.5, type: 'request.handled', request },
      { ...of, at: end, type: 'request.ended', request, outcome: failed ? 'exception' : 'ok' },
    ];
  });
  events.sort((a, b) => a.at - b.at);
  return JSON.stringify({
    format: 'isolab-trace',
    version: 1,
    name: 'bench',
    clockBegan: 0,
    events,
  });
}

/**
 * @param {import('../run.mjs').Bench} bench
 * @param {readonly Span[]} spans
 * @returns {Promise<Measured>}
 */
async function inIsolab(bench, spans) {
  const page = await openApp(bench, 'export default { fetch() { return new Response() } };');
  page.setDefaultTimeout(PATIENCE);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const before = await heapOf(page);
  await timeline.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByLabel('A recorded run').setInputFiles({
    name: 'bench.json',
    mimeType: 'application/json',
    buffer: Buffer.from(traceOf(spans)),
  });
  // Opened once, it is in memory; then what is measured is the timeline, and not the reading of a file.
  await page.getByRole('region', { name: 'Recording' }).waitFor();
  await page.getByRole('button', { name: 'Back to live' }).click();
  await page.getByRole('region', { name: 'Recording' }).waitFor({ state: 'detached' });
  await timeline.getByRole('button', { name: 'Runs', exact: true }).click();
  await page.getByRole('checkbox', { name: /bench/ }).check();
  const paint = await page.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Show alone',
    );
    const began = performance.now();
    button?.click();
    while (!document.querySelector('.timeline [aria-label="Recording"]')) {
      await new Promise((resolve) => setTimeout(resolve));
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - began;
  });
  const heap = (await heapOf(page)) - before;
  const moved = await move(page, '.timeline-canvas');
  await closeApp(page);
  return { paint, heap, ...moved };
}

/**
 * The same spans, one group for each row, and no stacking: nothing is left to be computed.
 *
 * @param {import('../run.mjs').Bench} bench
 * @param {readonly Span[]} spans
 * @returns {Promise<Measured>}
 */
async function inVis(bench, spans) {
  const page = await bench.browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.setContent('<div id="vis" style="position:fixed;inset:0"></div>');
  await page.addScriptTag({ path: VIS });
  const before = await heapOf(page);
  const paint = await page.evaluate(async (spans) => {
    const { vis } = window;
    const container = document.querySelector('#vis');
    if (!(container instanceof HTMLElement)) throw new Error('There is no place for vis-timeline.');
    const began = performance.now();
    const rows = new Set(spans.map(({ isolate, row }) => `${isolate} ${row}`));
    const timeline = new vis.Timeline(
      container,
      spans.map(({ id, isolate, row, begin, end }) => ({
        id,
        group: `${isolate} ${row}`,
        content: `GET /${id}`,
        start: begin,
        end,
      })),
      [...rows].map((id) => ({ id, content: id })),
      { stack: false, height: '100%' },
    );
    await new Promise((resolve) => timeline.on('changed', resolve));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - began;
  }, spans);
  const heap = (await heapOf(page)) - before;
  const moved = await move(page, '#vis .vis-center');
  await page.close();
  return { paint, heap, ...moved };
}

/** MB in use after a collection. @param {Page} page */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

/**
 * Zooms in and out and pans with the wheel, one step in each frame.
 *
 * @param {Page} page
 * @param {string} selector what the wheel is turned over
 */
async function move(page, selector) {
  const gaps = await page.evaluate(
    ({ selector, ms }) =>
      new Promise((/** @type {(gaps: number[]) => void} */ resolve) => {
        const target = document.querySelector(selector);
        const box = target?.getBoundingClientRect();
        /** @type {number[]} */
        const gaps = [];
        const began = performance.now();
        let last = began;
        /** @param {number} step */
        const next = (step) => {
          const now = performance.now();
          gaps.push(now - last);
          last = now;
          if (now - began > ms || !box) {
            resolve(gaps.slice(1));
            return;
          }
          // 20 steps in, 10 to the side, 20 out, 10 back.
          const phase = step % 60;
          const sideways = (phase >= 20 && phase < 30) || phase >= 50;
          target?.dispatchEvent(
            new WheelEvent('wheel', {
              deltaX: sideways ? (phase < 30 ? 60 : -60) : 0,
              deltaY: sideways ? 0 : phase < 20 ? -120 : 120,
              clientX: box.left + box.width / 3,
              clientY: box.top + box.height / 2,
              bubbles: true,
              cancelable: true,
            }),
          );
          requestAnimationFrame(() => next(step + 1));
        };
        requestAnimationFrame(() => next(0));
      }),
    { selector, ms: MOVING },
  );
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  return { frames: (gaps.length / whole) * 1000, worst: percentile(gaps, 0.99) };
}
