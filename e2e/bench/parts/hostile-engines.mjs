// How long the page answers nothing while hostile workers run, in the engines that Playwright does not drive here.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { ATTACKS } from '../../hostile/attacks/all.mjs';
import { filesOf, playAttack } from '../../hostile/attacks/play.mjs';
import { row } from '../row.mjs';

/** ms of silence that nobody notices. */
const UNNOTICED = 100;
/** ms after which a page that said nothing is given up. */
const PATIENCE = 60_000;
/** Of each engine the worst attacks are told. */
const SHOWN = 5;
/** Nobody is there: what is tried is in `e2e/hostile`. */
const NOWHERE = 'http://127.0.0.1:9';

/** @typedef {typeof import('../../engines/start.js')} Start */

/**
 * The longest silence of the page's thread during each attack. A driver of these engines cannot press keys while
 * it waits, so a timer of the page itself looks: a key that comes at the worst moment waits as long.
 *
 * @param {import('../run.mjs').Bench} bench
 * @returns {Promise<import('../row.mjs').Row[]>}
 */
export async function run({ url }) {
  // `run.mjs` has looked for Chromium and left in the environment what it found: the module could not look again.
  /** @type {{ module: Start }} */
  const { module } = await runnerImport(
    fileURLToPath(new URL('../../engines/start.ts', import.meta.url)),
  );
  const rows = [];
  for (const name of /** @type {const} */ (['firefox', 'webkit'])) {
    rows.push(...(await measure(() => module.start(name), url)));
  }
  return rows;
}

/**
 * @param {() => ReturnType<Start['start']>} start
 * @param {string} url
 */
async function measure(start, url) {
  let engine = await start();
  const { version } = engine;
  let tab = await open(engine, url);
  const silences = [];
  const givenUp = [];
  let last = 0;
  for (const attack of Object.values(ATTACKS).flat()) {
    last += 1;
    const played = JSON.stringify({
      files: filesOf(attack, NOWHERE, `hostile-${last}`),
      requests: attack.requests ?? 1,
      upgrade: attack.upgrade ?? false,
    });
    try {
      const ms = await within(tab.evaluate(`(${silenceDuring})(${playAttack}, ${played})`));
      silences.push({ tries: attack.tries, ms: Number(ms) });
    } catch {
      givenUp.push(attack.tries);
      await engine.close();
      engine = await start();
      tab = await open(engine, url);
    }
  }
  await engine.close();
  silences.sort((a, b) => b.ms - a.ms);
  return [
    row({
      what: `${version}: attacks during which no silence is longer than ${UNNOTICED} ms`,
      value: silences.filter(({ ms }) => ms <= UNNOTICED).length,
      unit: `of ${last}`,
      better: 'more',
    }),
    ...silences
      .slice(0, SHOWN)
      .map(({ tries, ms }) => row({ what: `${version}: ${tries}`, value: ms, unit: 'ms at most' })),
    row({
      what: `${version}: the page gave no answer${givenUp.map((tries) => `; ${tries}`).join('')}`,
      value: givenUp.length,
      unit: `of ${last}`,
    }),
  ];
}

/**
 * @param {Awaited<ReturnType<Start['start']>>} engine
 * @param {string} url
 */
async function open(engine, url) {
  const tab = await engine.visit();
  await tab.goto(url);
  await tab.evaluate('isolab.ready.then(String)');
  return tab;
}

/** @param {Promise<string>} answer */
function within(answer) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No answer.')), PATIENCE);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Runs in the page: it uses nothing from around it.
 *
 * @param {typeof playAttack} play
 * @param {Parameters<typeof playAttack>[0]} attack
 */
async function silenceDuring(play, attack) {
  const EVERY = 10;
  const AFTER = 500;
  let longest = 0;
  let before = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - before - EVERY);
    before = now;
  }, EVERY);
  await play(attack);
  await new Promise((resolve) => setTimeout(resolve, AFTER));
  clearInterval(timer);
  await window.isolab.open({ files: { 'worker.js': 'export default {};' } });
  return String(longest);
}
