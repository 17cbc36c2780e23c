/** Each case runs on the real `workerd` and in the playground; all that is observed must agree. */
import { test as base, expect } from '@playwright/test';
import { Playground } from '../fixtures';
import { allCases } from './case';
import { observePlayground } from './observe-playground';
import { observeWorkerd } from './observe-workerd';

/** One page for all cases of a process: each opens a project of its own. */
const test = base.extend<object, { shared: Playground }>({
  shared: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
      const playground = new Playground(page);
      await playground.goto(process.env.ISOLAB_URL);
      // This is about the runtime: what the page would draw of it costs more than the case itself.
      await page.evaluate(() => {
        window.requestAnimationFrame = () => 0;
      });
      await use(playground);
      await page.close();
    },
    { scope: 'worker' },
  ],
});

for (const each of allCases()) {
  const { name, difference } = each;
  test(`${name} ${difference ? `differs: ${difference}` : 'agrees'}`, async ({ shared }) => {
    const playing = observePlayground(shared.page, each);
    const [real, here] = await Promise.all([
      observeWorkerd(each, async () => (await playing).logs.length),
      playing,
    ]);
    if (difference) expect(here).not.toEqual(real);
    else expect(here).toEqual(real);
  });
}
