/** Each case runs on the real `workerd` and in the playground; all that is observed must agree. */
import { test as base, expect } from '@playwright/test';
import { Playground } from '../fixtures';
import { allCases } from './case';
import { KNOWN_DIFFERENCES } from './known-differences';
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
      await use(playground);
      await page.close();
    },
    { scope: 'worker' },
  ],
});

const cases = allCases();

for (const each of cases) {
  const difference = KNOWN_DIFFERENCES[each.name];
  test(`${each.name} ${difference ? 'differs' : 'agrees'}`, async ({ shared }) => {
    const [real, here] = await Promise.all([
      observeWorkerd(each),
      observePlayground(shared.page, each),
    ]);
    if (difference) expect(here).not.toEqual(real);
    else expect(here).toEqual(real);
  });
}

test('every known difference is one of a case', () => {
  const names = cases.map(({ name }) => name);
  expect(Object.keys(KNOWN_DIFFERENCES).filter((name) => !names.includes(name))).toEqual([]);
});
