// What a key costs in the editor, and what showing another pane does, in a page that holds a lot.
import { createBench } from '../in-page.mjs';
import { serveMonaco } from '../monaco-server.mjs';
import { percentile, row } from '../row.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').CDPSession} CDPSession */

/** @typedef {{ files: number, requests: number, linesEach: number }} Extent what the page holds */
/** @typedef {{ thread: number[], painted: number[], gaps: number[] }} Typed ms of each key, and of each pause after a line */

/** @type {Extent} */
const FULL = { files: 100, requests: 10_000, linesEach: 10 };
/** @type {Extent} */
const EMPTY = { files: 1, requests: 0, linesEach: 0 };

const MAIN = 'src/index.ts';
const AT_ONCE = 64;
const LINES = 20;
const SWITCHES = 20;
/** Keys that type nothing: what they take is of the measuring. */
const IDLE_KEYS = 40;
/** ms after a line: the compiler, TypeScript and autosave do then what they put off while keys came. */
const PAUSE = 1200;
/** ms that anything may take, before it is given up. */
const PATIENCE = 180_000;

/** @param {import('../run.mjs').Bench} bench */
export async function run(bench) {
  const bare = await inBareMonaco(bench);
  const empty = await inApp(bench, EMPTY, type);
  const { typed, file, tab, view } = await inApp(bench, FULL, async (page) => ({
    typed: await type(page),
    file: await switchFiles(page),
    tab: await switchTabs(page),
    view: await switchViews(page),
  }));
  return [
    row({
      what: "a key in the editor: the page's thread",
      value: percentile(typed.thread, 0.95),
      unit: 'ms p95',
      target: 16,
    }),
    row({
      what: 'the same, beside Monaco alone in a page',
      value: percentile(typed.thread, 0.95),
      unit: 'ms p95',
      beside: { what: 'Monaco alone', value: percentile(bare.thread, 0.95) },
    }),
    row({
      what: 'the same, of half of the keys',
      value: percentile(typed.thread, 0.5),
      unit: 'ms p50',
      beside: { what: 'Monaco alone', value: percentile(bare.thread, 0.5) },
    }),
    row({
      what: 'the same in a page with one file and no requests',
      value: percentile(empty.thread, 0.95),
      unit: 'ms p95',
    }),
    row({
      what: 'a key in the editor: until it is painted, with the wait for the frame',
      value: percentile(typed.painted, 0.95),
      unit: 'ms p95',
    }),
    row({
      what: 'after a line: the longest that the thread answers nothing',
      value: percentile(typed.gaps, 0.95),
      unit: 'ms p95',
    }),
    row({
      what: 'another file, from the tree',
      value: percentile(file, 0.95),
      unit: 'ms p95',
      target: 100,
    }),
    row({
      what: 'another file, by its tab',
      value: percentile(tab, 0.95),
      unit: 'ms p95',
      target: 100,
    }),
    row({
      what: 'Console and Requests, in turns',
      value: percentile(view, 0.95),
      unit: 'ms p95',
      target: 100,
    }),
  ];
}

/**
 * @template Measured
 * @param {import('../run.mjs').Bench} bench
 * @param {Extent} extent
 * @param {(page: Page) => Promise<Measured>} measure
 * @returns {Promise<Measured>}
 */
async function inApp({ browser, url }, extent, measure) {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript(`if (self === top) window.bench = (${createBench})();`);
  await page.goto(url);
  await page.evaluate(() => window.isolab.ready);
  await page.evaluate((files) => window.isolab.open({ files }), projectOf(extent));
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.evaluate(
    async ({ requests, atOnce }) => {
      let fired = 0;
      const one = async () => {
        while (fired < requests) {
          fired += 1;
          await (await window.isolab.fetch('/')).text();
        }
      };
      await Promise.all(Array.from({ length: atOnce }, one));
      // What came last is drawn, and the heap is swept.
      await window.bench.pause(3000);
    },
    { requests: extent.requests, atOnce: AT_ONCE },
  );
  const measured = await measure(page);
  await context.close();
  return measured;
}

/**
 * Types in the editor that the app has, without the app.
 *
 * @param {import('../run.mjs').Bench} bench
 */
async function inBareMonaco({ browser }) {
  const served = await serveMonaco(projectOf(FULL)[MAIN] ?? '');
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript(`if (self === top) window.bench = (${createBench})();`);
  await page.goto(served.url);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.evaluate(() => window.bench.pause(3000));
  const typed = await type(page);
  await context.close();
  served.close();
  return typed;
}

/**
 * Modules of some 30 lines, all of which the main module imports.
 *
 * @param {Extent} extent
 * @returns {Record<string, string>}
 */
function projectOf({ files, linesEach }) {
  const parts = Array.from({ length: files - 1 }, (_, index) => index);
  const log = `for (let line = 0; line < ${linesEach}; line += 1) console.log('line', line);`;
  const main = [
    ...parts.map((index) => `import { part${index} } from './part${index}';`),
    `const parts = [${parts.map((index) => `part${index}`).join(', ')}];`,
    `export default { fetch() { ${log} return new Response(String(parts.length)); } };`,
    '',
  ];
  const configuration = { name: 'bench', main: MAIN, isolab: { limiter: false } };
  return Object.fromEntries([
    ['wrangler.jsonc', JSON.stringify(configuration)],
    [MAIN, main.join('\n')],
    ...parts.map((index) => [`src/part${index}.ts`, partOf(index)]),
  ]);
}

/** @param {number} index */
function partOf(index) {
  const body = Array.from(
    { length: 28 },
    (_, line) => `  const value${line} = input * ${line} + ${index};`,
  );
  return `export function part${index}(input: number): number {\n${body.join('\n')}\n  return value27;\n}\n`;
}

/** Types lines of code at the end of the main module. @param {Page} page @returns {Promise<Typed>} */
async function type(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  /** @param {string} key */
  const press = async (key) => {
    const painted = await fromEvent(page, 'keydown');
    const before = await busyTime(devtools);
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    const wait = await painted();
    return { painted: wait, thread: (await busyTime(devtools)) - before };
  };
  await page.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  const idle = [];
  for (let key = 0; key < IDLE_KEYS; key += 1) idle.push((await press('Shift')).thread);
  const measuring = percentile(idle, 0.5);
  /** @type {Typed} */
  const typed = { thread: [], painted: [], gaps: [] };
  for (let line = 0; line < LINES; line += 1) {
    for (const key of ['Enter', ...`let n${line} = ${line} + 1;`]) {
      const { thread, painted } = await press(key);
      typed.thread.push(thread - measuring);
      typed.painted.push(painted);
    }
    typed.gaps.push(await longestGap(page));
  }
  await devtools.detach();
  return typed;
}

/** ms that the page's thread has worked since it began. @param {CDPSession} devtools */
async function busyTime(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('Chromium does not say how long its tasks took.');
  return seconds * 1000;
}

/** The longest that a timer of the page was kept waiting. @param {Page} page */
function longestGap(page) {
  return page.evaluate(async (ms) => {
    const began = performance.now();
    let longest = 0;
    for (let last = began; last - began < ms; ) {
      await window.bench.pause(0);
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  }, PAUSE);
}

/** @param {Page} page */
async function switchFiles(page) {
  const times = [];
  // Rows in sight: scrolling the tree is not what is measured.
  for (let index = 0; index < SWITCHES; index += 1) {
    const part = `part${index % 10}`;
    const shown = await fromEvent(page, 'pointerup', '.view-line', `${part}(`);
    await page.locator(`[data-key="src/${part}.ts"] .file-name`).click();
    times.push(await shown());
  }
  return times;
}

/** @param {Page} page */
async function switchTabs(page) {
  const times = [];
  for (const part of ['part0', 'part1']) {
    await page.locator(`[data-key="src/${part}.ts"] .file-name`).dblclick();
    await page.locator(`.file-tab [title="src/${part}.ts"]`).waitFor();
  }
  for (let index = 0; index < SWITCHES; index += 1) {
    const part = `part${index % 2}`;
    const shown = await fromEvent(page, 'pointerup', '.view-line', `${part}(`);
    await page.locator(`.file-tab [title="src/${part}.ts"]`).click();
    times.push(await shown());
  }
  return times;
}

/** @param {Page} page */
async function switchViews(page) {
  const times = [];
  // Both were there before: the first time one of them may be loaded.
  for (let index = -2; index < SWITCHES; index += 1) {
    const toConsole = index % 2 === 0;
    const shown = await fromEvent(
      page,
      'pointerup',
      toConsole ? '.console-line' : '.run [role=option]',
    );
    await page.getByRole('tab', { name: toConsole ? /^Console/ : /^Requests/ }).click();
    const time = await shown();
    if (index >= 0) times.push(time);
  }
  return times;
}

/**
 * Starts a clock with the next event of a type.
 *
 * @param {Page} page
 * @param {'keydown' | 'pointerup'} type
 * @param {string} [selector] what there is to be then
 * @param {string} [text] that is in it
 * @returns a function that resolves with the ms until what the event led to was painted
 */
async function fromEvent(page, type, selector, text = '') {
  await page.evaluate(
    ({ type, selector, text }) => {
      const isThere = () =>
        selector === undefined ||
        [...document.querySelectorAll(selector)].some((each) => each.textContent?.includes(text));
      /** @type {PromiseWithResolvers<number>} */
      const shown = Promise.withResolvers();
      window.shown = shown.promise;
      const start = async () => {
        const began = performance.now();
        do await window.bench.painted();
        while (!isThere());
        shown.resolve(performance.now() - began);
      };
      addEventListener(type, start, { capture: true, once: true });
    },
    { type, selector, text },
  );
  return () => page.evaluate(() => window.shown);
}
