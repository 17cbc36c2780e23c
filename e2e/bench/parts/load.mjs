// What comes over the wire, and how long a visitor waits, from a cold load on.
import { gzipSync } from 'node:zlib';
import { median, row } from '../row.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Request} Request */

/**
 * A file that the page asked for.
 *
 * @typedef {object} Loaded
 * @property {string} path
 * @property {'script' | 'worker' | 'other'} kind
 * @property {number} at ms since the page's navigation began
 * @property {number} bytes as {@link bytesOnTheWire}
 */

const SAMPLES = 9;

/** A character that the first project does not have, to be typed. */
const KEY = '~';

/** Bodies smaller than this are sent as they are. */
const LEAST_TO_COMPRESS = 1024;

/** @param {import('../run.mjs').Bench} bench */
export async function run(bench) {
  /** @type {Record<'empty' | 'answer' | 'editor', number[]>} */
  const times = { empty: [], answer: [], editor: [] };
  /** @type {Loaded[]} */
  let untilAnswer = [];
  /** @type {Loaded[]} */
  let untilEditor = [];
  // One more than is counted: with the first, the browser itself is cold.
  for (let i = 0; i <= SAMPLES; i += 1) {
    const empty = await coldLoad(bench, emptyPage);
    const answer = await coldLoad(bench, firstAnswer);
    const editor = await coldLoad(bench, usableEditor);
    untilAnswer = answer.files;
    untilEditor = editor.files;
    if (i === 0) continue;
    times.empty.push(empty.time);
    times.answer.push(answer.time);
    times.editor.push(editor.time);
  }
  const empty = { what: 'an empty page of the same server', value: median(times.empty) };
  return [
    row({
      what: 'JavaScript of the page before Monaco',
      value: kilobytes(
        beforeMonaco(untilEditor).filter((file) => file.kind === 'script' && !isIsolateCode(file)),
      ),
      unit: 'KB gzipped',
      target: 150,
    }),
    row({
      what: "the isolates' code, in threads of their own",
      value: kilobytes(untilAnswer.filter(isIsolateCode)),
      unit: 'KB gzipped',
    }),
    row({
      what: "the compiler's worker, in a thread of its own",
      value: kilobytes(untilAnswer.filter(({ kind }) => kind === 'worker')),
      unit: 'KB gzipped',
    }),
    row({
      what: "the compiler's Wasm",
      value: kilobytes(untilAnswer.filter(({ path }) => path.endsWith('.wasm'))),
      unit: 'KB gzipped',
    }),
    row({
      what: 'over the wire until the first answer is on screen',
      value: kilobytes(untilAnswer),
      unit: 'KB gzipped',
    }),
    row({
      what: 'over the wire until the editor is usable',
      value: kilobytes(untilEditor),
      unit: 'KB gzipped',
    }),
    row({
      what: 'cold load → first answer on screen',
      value: median(times.answer),
      unit: 'ms p50',
      beside: empty,
    }),
    row({
      what: 'cold load → usable editor',
      value: median(times.editor),
      unit: 'ms p50',
      beside: empty,
    }),
  ];
}

/**
 * Loads a page in a fresh browser context, whose cache is empty.
 *
 * @param {import('../run.mjs').Bench} bench
 * @param {(page: Page, url: string) => Promise<number>} load resolves with when it was done, in ms
 *   since the navigation began
 * @returns {Promise<{ time: number, files: Loaded[] }>} `files`: what was asked for until then
 */
async function coldLoad({ browser, url }, load) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(installPainted);
  /** @type {Request[]} */
  const requests = [];
  page.on('request', (request) => {
    if (request.url().startsWith(url)) requests.push(request);
  });
  const time = await load(page, url);
  const began = await page.evaluate(() => performance.timeOrigin);
  const files = await Promise.all(requests.map((request) => loadedOf(request, url, began)));
  await context.close();
  return { time, files: files.filter(({ at }) => at <= time) };
}

/** Opened by itself the sandbox's file does nothing. @param {Page} page @param {string} url */
async function emptyPage(page, url) {
  await page.goto(`${url}sandbox.html`);
  return page.evaluate(() => window.painted());
}

/**
 * A click on Send as soon as there is one, until the list of requests shows the status.
 *
 * @param {Page} page
 * @param {string} url
 */
async function firstAnswer(page, url) {
  await page.addInitScript(() => {
    if (self !== top) return;
    let clicked = false;
    /** @type {PromiseWithResolvers<number>} */
    const shown = Promise.withResolvers();
    window.shown = shown.promise;
    new MutationObserver((_, observer) => {
      const send = document.querySelector('form[aria-label="Request"] button[type="submit"]');
      if (!clicked && send instanceof HTMLElement) {
        clicked = true;
        send.click();
      }
      if (!document.querySelector('.request-row-status')?.textContent) return;
      observer.disconnect();
      shown.resolve(window.painted());
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate(() => window.shown);
}

/**
 * A key typed as soon as Monaco shows a line, until the line shows the key.
 *
 * @param {Page} page
 * @param {string} url
 */
async function usableEditor(page, url) {
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.evaluate((KEY) => {
    const lines = document.querySelector('.monaco-editor .view-lines');
    const input = document.querySelector('.monaco-editor :is(.native-edit-context, textarea)');
    if (!lines || !(input instanceof HTMLElement)) throw new Error('This is not Monaco.');
    input.focus();
    /** @type {PromiseWithResolvers<number>} */
    const shown = Promise.withResolvers();
    window.shown = shown.promise;
    new MutationObserver((_, observer) => {
      if (!lines.textContent?.includes(KEY)) return;
      observer.disconnect();
      shown.resolve(window.painted());
    }).observe(lines, { subtree: true, childList: true, characterData: true });
  }, KEY);
  await page.keyboard.press(KEY);
  return page.evaluate(() => window.shown);
}

/** In the page: `painted()` resolves with when what is in the document now has been painted. */
function installPainted() {
  window.painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0)),
    );
}

/**
 * @param {Request} request
 * @param {string} url of the server
 * @param {number} began of the navigation, in ms since the epoch
 * @returns {Promise<Loaded>}
 */
async function loadedOf(request, url, began) {
  const response = await request.response();
  const headers = await request.allHeaders();
  const body = (await response?.body()) ?? Buffer.alloc(0);
  const script = request.resourceType() === 'script';
  const worker = headers['sec-fetch-dest'] === 'worker';
  return {
    path: request.url().slice(url.length),
    kind: worker ? 'worker' : script ? 'script' : 'other',
    at: request.timing().startTime - began,
    bytes: bytesOnTheWire(body),
  };
}

/**
 * What a static host sends: gzip at its default level. The server of this run compresses nothing.
 *
 * @param {Buffer} body
 */
function bytesOnTheWire(body) {
  return body.length < LEAST_TO_COMPRESS ? body.length : gzipSync(body).length;
}

/** To the page it is a text. @param {Loaded} file */
function isIsolateCode({ path }) {
  return path.includes('isolate-code-');
}

/** @param {readonly Loaded[]} files in the order in which they were asked for */
function beforeMonaco(files) {
  const monaco = files.findIndex(({ path }) => path.includes('MonacoEditor-'));
  if (monaco < 0) throw new Error("Monaco's chunk was not asked for.");
  return files.slice(0, monaco);
}

/** @param {readonly Loaded[]} files */
function kilobytes(files) {
  return files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}
