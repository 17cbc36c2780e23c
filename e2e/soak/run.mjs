// `npm run soak -- --minutes N`: two tabs that edit, send, abort, lose their frames and reload, at random.
// README.md says what it prints.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { createSoak } from './in-page.mjs';
import { filesOf, PATHS } from './worker.mjs';

/** ms after which whatever is still in flight counts as neither answered nor rejected. */
const PATIENCE = 120_000;

/** @param {string} line @returns {never} */
function fail(line) {
  console.error(line);
  process.exit(1);
}

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) fail('--minutes is a number over 0.');
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!Number.isInteger(seed)) fail('--seed is a whole number.');
if (!existsSync(`${root}dist/index.html`)) fail('There is no build: run `npm run build` first.');
const found = await findBrowser();
if (!found) fail('No Chromium or Chrome was found: install one, or set CHROME_PATH.');
const served = await serve(0);
if (!served.ok) fail(served.error);
const { url } = served;

let state = seed;
/** The next number of the seed's row, from 0 to 1 (mulberry32). */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** @template T @param {readonly (readonly [T, number])[]} choices each with its weight */
function choose(choices) {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left <= 0) return choice;
  }
  throw new Error('There is nothing to choose from.');
}

const browser = await puppeteer.launch({
  executablePath: found.executablePath,
  args: [...found.args],
  // Among what Puppeteer turns off is that a sandboxed frame has a process of its own.
  ignoreDefaultArgs: puppeteer.defaultArgs().filter((arg) => arg.startsWith('--disable-features=')),
  // A page that aborts its frame's process is not dead.
  protocolTimeout: PATIENCE + 60_000,
});

/** What was done, and what came of pages that were reloaded. */
const done = { edits: 0, bursts: 0, aborts: 0, frames: 0, reloads: 0 };
const sums = { fired: 0, answered: 0, rejected: 0, open: 0, aborts: 0 };
/** @type {Record<string, number>} */
const faults = {};
let longestGap = 0;

/** @returns {Promise<import('puppeteer-core').Page>} */
async function openTab() {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(
    `if (self === top) { addEventListener('DOMContentLoaded', () => { window.soak = (${createSoak})(); }); }`,
  );
  await begin(page);
  return page;
}

/** @param {import('puppeteer-core').Page} page */
async function begin(page) {
  await page.goto(url);
  await page.waitForFunction('window.isolab && window.soak');
  await page.evaluate('isolab.ready');
  await call(page, 'open', filesOf(0));
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {'burst' | 'open' | 'abort' | 'drain' | 'state'} what
 * @param {...unknown} given
 * @returns {Promise<any>} what the page says is data of many shapes
 */
function call(page, what, ...given) {
  return page.evaluate(`soak.${what}(...${JSON.stringify(given)})`);
}

/** Ends the process of the page's sandbox. @param {import('puppeteer-core').Page} page */
async function killFrame(page) {
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const frames = targetInfos.filter(
    ({ type, url }) => type === 'iframe' && url.endsWith('/sandbox.html'),
  );
  const frame = frames[Math.floor(random() * frames.length)];
  if (frame) {
    const { sessionId } = await session.send('Target.attachToTarget', {
      targetId: frame.targetId,
      flatten: true,
    });
    // Whoever dies does not answer.
    session
      .connection()
      ?.session(sessionId)
      ?.send('Page.crash')
      .catch(() => {});
    done.frames += 1;
  }
  await page.evaluate('0');
}

/** Adds what a page came to, once nothing is in flight in it. @param {import('puppeteer-core').Page} page */
async function settle(page) {
  await call(page, 'drain', PATIENCE);
  const came = await call(page, 'state');
  for (const key of /** @type {const} */ (['fired', 'answered', 'rejected', 'open', 'aborts'])) {
    sums[key] += came[key];
  }
  for (const [name, count] of Object.entries(came.faults)) {
    faults[name] = (faults[name] ?? 0) + Number(count);
  }
  longestGap = Math.max(longestGap, came.longestGap);
  return came;
}

/** What a page holds. @param {import('puppeteer-core').Page} page */
async function heldBy(page) {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = 0, JSEventListeners = 0 } = await page.metrics();
  await session.detach();
  const { blobUrls, frames, events } = await call(page, 'state');
  return {
    heap: JSHeapUsedSize / 1024 / 1024,
    listeners: JSEventListeners,
    workers: page.workers().length,
    blobUrls,
    frames,
    events,
  };
}

const steady = await openTab();
const restless = await openTab();
// What is loaded once is no leak.
await call(steady, 'burst', ['/', '/abort', '/log']);
await call(steady, 'drain', PATIENCE);
const before = await heldBy(steady);

const end = performance.now() + minutes * 60_000;
let version = 0;
while (performance.now() < end) {
  const page = random() < 0.5 ? steady : restless;
  await page.bringToFront();
  const act = choose([
    ['burst', 70],
    ['edit', 12],
    ['abort', 10],
    ['frame', 2],
    ['reload', 3],
  ]);
  if (act === 'burst') {
    done.bursts += 1;
    const paths = Array.from({ length: 1 + Math.floor(random() * 40) }, () => choose(PATHS));
    await call(page, 'burst', paths);
  } else if (act === 'edit') {
    done.edits += 1;
    version += 1;
    await call(page, 'open', filesOf(version));
  } else if (act === 'abort') {
    done.aborts += 1;
    await call(page, 'abort', 'by hand');
  } else if (act === 'frame') {
    await killFrame(page);
  } else if (page === restless) {
    done.reloads += 1;
    await settle(page);
    await begin(page);
  }
  await new Promise((resolve) => setTimeout(resolve, random() * 400));
}
await settle(restless);
await settle(steady);
const after = await heldBy(steady);
await browser.close();

const grown = (/** @type {keyof typeof before} */ what) =>
  `${what} ${Math.round(before[what] * 10) / 10} → ${Math.round(after[what] * 10) / 10}`;
console.log(`seed ${seed}, ${minutes} min: ${JSON.stringify(done)}`);
console.log(`faults: ${JSON.stringify(faults)}`);
console.log(
  `the steady tab: ${['heap', 'listeners', 'workers', 'blobUrls', 'frames', 'events'].map((what) => grown(/** @type {keyof typeof before} */ (what))).join(', ')}`,
);
console.log(
  `${sums.fired} fired, ${sums.answered} answered, ${sums.rejected} rejected, ${sums.open} neither, ${sums.aborts} aborts, longest without an answer of the page ${Math.round(longestGap)} ms`,
);
// The server would keep the process alive.
process.exit(sums.open > 0 ? 1 : 0);
