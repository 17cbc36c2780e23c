/** After one visit the page needs no network, and a newer version of it breaks no tab. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { makeNewerBuild } from '../newer-build';
import { DIST, type StaticHost, startHost, startHostLikeCloudflare } from '../static-host';
import { typeOnTop, Workbench } from '../workbench';

let host: StaticHost;

test.use({ serviceWorkers: 'allow' });

// Each fetches the whole page once or twice more.
test.describe.configure({ timeout: 240_000 });

test.beforeEach(async () => {
  host = await startHost(DIST);
});

test.afterEach(() => host.stop());

async function visit(page: Page, url = host.url): Promise<Workbench> {
  await page.goto(url);
  await page.evaluate(() => window.isolab.ready);
  return new Workbench(page);
}

/** Until all that the page may ever load is kept. */
async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(
    () => navigator.serviceWorker.controller?.state === 'activated',
    undefined,
    { timeout: 120_000 },
  );
}

async function visitOnce(page: Page, url?: string): Promise<void> {
  await visit(page, url);
  await untilKept(page);
}

const entryOf = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')?.src);

/** Until the page is of another build. */
const untilReplaced = (page: Page, before: string | undefined) =>
  page.waitForFunction((before) => {
    const script = document.querySelector<HTMLScriptElement>('script[type=module]');
    return window.isolab && script && script.src !== before;
  }, before);

/** Until the page says that all of a newer version is here. */
const untilTold = (page: Page) =>
  expect(page.getByText('A new version of Isolab is here.')).toBeVisible({ timeout: 120_000 });

test.describe('without a network, after one visit', () => {
  test.beforeEach(async ({ page }) => {
    await visitOnce(page);
    await host.stop();
  });

  test('the story runs', async ({ page }) => {
    const workbench = await visit(page);
    await workbench.runScenario();
    await expect(workbench.requests().first()).toContainText(/ok.*200/);
    await expect(workbench.requests().filter({ hasText: 'poisoned' })).not.toHaveCount(0);
    await expect(
      page.getByRole('region', { name: 'Timeline' }).locator('canvas').first(),
    ).toBeVisible();
  });

  test('what is typed into the editor runs, and TypeScript knows the Workers types', async ({
    page,
  }) => {
    const workbench = await visit(page);
    await workbench.pasteInEditor(
      'export default { fetch: () => new Response("typed offline") } satisfies ExportedHandler;',
    );
    await workbench.send('/');
    await expect(workbench.detail()).toContainText('typed offline');
    await workbench.seeOnHover(workbench.codeWord('ExportedHandler'), 'interface ExportedHandler');
  });

  test('an example of the gallery, the console and sharing are there', async ({ page }) => {
    const workbench = await visit(page);
    await workbench.openExample('poisoned-wasm');
    await workbench.runScenario();
    await expect(workbench.requests().filter({ hasText: /amount=-1.*500/ })).not.toHaveCount(0);
    await workbench.openConsole();
    await expect(page.getByRole('tab', { name: /^Console/, selected: true })).toBeVisible();
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('dialog', { name: /Share/ })).toBeVisible();
  });

  test('a link opens', async ({ page }) => {
    await visit(page);
    await page.evaluate(() => window.isolab.open({ files: { 'worker.js': '// shared' } }));
    const link = await page.evaluate(() => window.isolab.share());
    await page.goto('about:blank');
    await visit(page, link);
    await expect(page.getByRole('banner')).toContainText('from a link');
  });

  test('code has no origin, and no way to the page', async ({ page }) => {
    await visit(page);
    const seen = await page.evaluate(async () => {
      await window.isolab.open({
        files: {
          'worker.js': `export default { fetch: async () => Response.json({
            origin: self.origin,
            storage: await (async () => indexedDB.open('keyval-store'))().then(() => 'open', String),
            network: await fetch('${location.origin}/look.js').then(() => 'open', String),
          }) };`,
        },
      });
      const answer = await window.isolab.fetch('/');
      return answer.text();
    });
    expect(seen).not.toContain('open');
    const frames = page.frames().filter((frame) => frame.url().endsWith('/sandbox.html'));
    const origins = await Promise.all(frames.map((frame) => frame.evaluate(() => self.origin)));
    expect(origins).toEqual(['null']);
  });

  test('a frame that is gone is made anew', async ({ page }) => {
    const workbench = await visit(page);
    await page.evaluate(async () => {
      await window.isolab.open({
        files: { 'worker.js': 'export default { fetch: () => new Response("stands") };' },
      });
      document.querySelector('iframe[title="Isolab sandbox"]')?.remove();
    });
    await expect(async () => {
      await workbench.send('/');
      await expect(workbench.detail()).toContainText('stands', { timeout: 5000 });
    }).toPass();
  });
});

test('a host that serves pages without their ending is no longer needed either', async ({
  page,
}) => {
  const cloudflare = await startHostLikeCloudflare(DIST);
  await visitOnce(page, cloudflare.url);
  await cloudflare.stop();
  const workbench = await visit(page, cloudflare.url);
  await workbench.runScenario();
  await expect(workbench.requests().first()).toContainText(/ok.*200/);
});

test('a newer version is told of quietly, and begins when it is asked for with what was typed', async ({
  page,
}) => {
  await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
  await visitOnce(page);
  const before = await entryOf(page);
  const newer = await makeNewerBuild();
  try {
    host.serve(newer.folder);
    await page.reload();
    await page.evaluate(() => window.isolab.ready);
    expect(await entryOf(page)).toBe(before);
    await typeOnTop(page, '// typed before');
    await untilTold(page);
    await page.getByRole('button', { name: 'Reload' }).click();
    await untilReplaced(page, before);
    await page.evaluate(() => window.isolab.ready);
    await expect(page.getByLabel(/^Code of /)).toHaveValue(/^\/\/ typed before/);
    await expect(page.getByText('A new version')).toBeHidden();
  } finally {
    await newer.remove();
  }
});

test('a tab that is older than the version of another tab finds all its parts, and says so', async ({
  page,
}) => {
  await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
  await visitOnce(page);
  const newer = await makeNewerBuild();
  try {
    host.serve(newer.folder);
    const other = await page.context().newPage();
    await visit(other);
    await untilTold(other);
    await other.getByRole('button', { name: 'Reload' }).click();
    await untilReplaced(other, await entryOf(page));
    await untilTold(page);
    // Loaded only now, from a build that the host has no more.
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('dialog', { name: /Share/ })).toBeVisible();
    expect(host.missed).not.toContainEqual(expect.stringContaining('/assets/'));
  } finally {
    await newer.remove();
  }
});
