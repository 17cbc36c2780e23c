/** The built folder on hosts of others: one that knows nothing of it, and one that knows it too well. */
import { expect, test } from '../fixtures';
import { DIST, type StaticHost, startHost, startHostLikeCloudflare } from '../static-host';
import { Workbench } from '../workbench';

let host: StaticHost;

test.beforeAll(async () => {
  host = await startHost(DIST, '/docs/isolab/');
});

test.afterAll(() => host.stop());

test.use({ editor: true });

test('the story runs below a sub-path, with none of our headers', async ({ page }) => {
  await page.goto(host.url);
  await page.evaluate(() => window.isolab.ready);
  const workbench = new Workbench(page);
  await workbench.runScenario();
  await expect(workbench.requests().first()).toContainText(/ok.*200/);
  await expect(workbench.requests().filter({ hasText: 'poisoned' })).not.toHaveCount(0);
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  // Browsers ask for it by themselves.
  expect(host.missed.filter((path) => path !== '/favicon.ico')).toEqual([]);
});

test('a link opens below a sub-path', async ({ page }) => {
  await page.goto(host.url);
  await page.evaluate(() => window.isolab.ready);
  const link = await page.evaluate(() => window.isolab.share());
  expect(link.startsWith(`${host.url}#`)).toBe(true);
  await page.goto('about:blank');
  await page.goto(link);
  await page.evaluate(() => window.isolab.ready);
  await expect(page.getByRole('banner')).toContainText('from a link');
});

test('the story runs on a host that serves pages without their ending', async ({ page }) => {
  const cloudflare = await startHostLikeCloudflare(DIST);
  try {
    await page.goto(cloudflare.url);
    await page.evaluate(() => window.isolab.ready);
    const workbench = new Workbench(page);
    await workbench.runScenario();
    await expect(workbench.requests().first()).toContainText(/ok.*200/);
    expect(page.frames().map((frame) => new URL(frame.url()).pathname)).toContain('/sandbox');
  } finally {
    await cloudflare.stop();
  }
});
