// How long a key waits while hostile workers run: of each kind those during which it waits longest.
import { ATTACKS } from '../../hostile/attacks/all.mjs';
import { filesOf, playAttack } from '../../hostile/attacks/play.mjs';
import { row } from '../row.mjs';

/** ms between two keys: faster than anybody types. */
const BETWEEN_KEYS = 25;
/** ms for which keys are pressed after an attack came to its end. */
const AFTER = 500;
/** ms that the page may take to answer a key, whatever a worker does. */
const TARGET = 100;

/** Of each kind of attack the worst ones are told. */
const SHOWN = 3;

/** Nobody is there: what is tried is in `e2e/hostile`. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * How long a key waits until the page's thread looks at it, while hostile workers run.
 *
 * @param {import('../run.mjs').Bench} bench
 * @returns {Promise<import('../row.mjs').Row[]>}
 */
export async function run({ browser, url }) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
  await page.goto(url);
  await page.evaluate('isolab.ready');
  await page.evaluate(() => {
    window.keys = [];
    addEventListener('keydown', (event) => {
      window.keys.push(performance.now() - event.timeStamp);
    });
  });

  /** Presses keys until `until`, and gives the longest wait. @param {Promise<unknown>} until */
  async function longestWait(until) {
    let goesOn = true;
    const stopped = until.then(
      () => {
        goesOn = false;
      },
      () => {
        goesOn = false;
      },
    );
    while (goesOn) {
      await page.keyboard.press('Shift');
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));
    }
    await stopped;
    return page.evaluate(() => Math.max(...window.keys.splice(0)));
  }

  const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const idle = await longestWait(pause(3000));

  let last = 0;
  const rows = [row({ what: 'a key while nothing runs', value: idle, unit: 'ms at most' })];
  for (const [about, attacks] of Object.entries(ATTACKS)) {
    const waits = [];
    for (const attack of attacks) {
      last += 1;
      const played = page.evaluate(playAttack, {
        files: filesOf(attack, NOWHERE, `hostile-${last}`),
        requests: attack.requests ?? 1,
        upgrade: attack.upgrade ?? false,
      });
      waits.push({ tries: attack.tries, ms: await longestWait(played.then(() => pause(AFTER))) });
      await page.evaluate(() =>
        window.isolab.open({ files: { 'worker.js': 'export default {};' } }),
      );
    }
    waits.sort((a, b) => b.ms - a.ms);
    for (const { tries, ms } of waits.slice(0, SHOWN)) {
      rows.push(
        row({
          what: `${attacks.length} of ${about}: ${tries}`,
          value: ms,
          unit: 'ms at most',
          target: TARGET,
        }),
      );
    }
  }
  await context.close();
  return rows;
}
