import { createBench } from './in-page.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/**
 * Opens the app in a browser context of its own, with one module open, and waits until the runtime is
 * ready. The editor is held back: loading it would only disturb what is measured.
 *
 * @param {import('./run.mjs').Bench} bench
 * @param {string} source of the module
 * @param {{ drawing?: boolean }} [options] `drawing: false`: the page never gets an animation frame
 *   once it is ready, so that it draws nothing of what happens
 * @returns {Promise<Page>} to be closed with {@link closeApp}
 */
export async function openApp({ browser, url }, source, { drawing = true } = {}) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
  await page.addInitScript(`if (self === top) window.bench = (${createBench})();`);
  await page.goto(url);
  await page.evaluate(async (source) => {
    await window.isolab.ready;
    // What is measured aborts more often than the limiter of a real service would let it.
    const configuration = JSON.stringify({ main: 'worker.js', isolab: { limiter: false } });
    await window.isolab.open({ files: { 'worker.js': source, 'wrangler.jsonc': configuration } });
    await window.bench.pause(500);
  }, source);
  if (!drawing) {
    await page.evaluate(() => {
      window.requestAnimationFrame = () => 0;
    });
  }
  return page;
}

/** @param {Page} page */
export async function closeApp(page) {
  await page.context().close();
}
