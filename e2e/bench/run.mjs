// `npm run bench`: every part; `npm run bench -- NAME …`: some. README.md says what each measures.
import { existsSync, readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { machineWith, tableOf, writeResults } from './report.mjs';

/**
 * What a part is given. The browser is its own, and is closed after it.
 *
 * @typedef {object} Bench
 * @property {import('@playwright/test').Browser} browser
 * @property {string} url of the built app
 */

/** @typedef {{ run: (bench: Bench) => Promise<import('./row.mjs').Row[]> }} Part */

/** @param {string} line @returns {never} */
function fail(line) {
  console.error(line);
  process.exit(1);
}

const parts = readdirSync(new URL('parts/', import.meta.url))
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts.includes(name));
if (unknown.length > 0) {
  fail(`There is no part ${unknown.join(', ')}: the parts are ${parts.join(', ')}.`);
}
if (!existsSync(`${root}dist/index.html`)) {
  fail('There is no build to measure: run `npm run build` first.');
}
const found = await findBrowser();
if (!found) fail('No Chromium or Chrome was found: install one, or set CHROME_PATH.');
const served = await serve(0);
if (!served.ok) fail(served.error);

const [load = 0] = loadavg();
if (load > 1) console.log(`The machine is busy (load ${load.toFixed(1)}): times will be too long.`);

for (const name of asked.length > 0 ? asked : parts) {
  /** @type {Part} */
  const part = await import(`./parts/${name}.mjs`);
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...found.args],
    chromiumSandbox: !found.args.includes('--no-sandbox'),
  });
  try {
    console.log(`\n## ${name}\n`);
    const rows = await part.run({ browser, url: served.url });
    writeResults(name, machineWith(browser.version()), rows);
    console.log(tableOf(rows));
  } catch (error) {
    process.exitCode = 1;
    // The first line: below it Playwright shows all that the browser ever printed.
    const [why] = String(error).split('\n');
    console.error(`Part ${name} was not measured: ${why}`);
  } finally {
    await browser.close();
  }
}
// The server would keep the process alive.
process.exit();
