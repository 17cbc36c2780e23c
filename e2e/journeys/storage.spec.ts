/** Storage that is full or shut: it is said, and the work goes on in memory. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { expect, Playground, test } from '../fixtures';
import { typeOnTop } from '../workbench';

const NOT_SAVED = 'Not saved: this browser';

function code(page: Page): Promise<string> {
  return page.evaluate(() => String(window.isolab.project().files['src/index.ts']));
}

/** Leaves the page's origin no room. @returns how it gets it back. */
async function fillStorage(page: Page): Promise<() => Promise<void>> {
  // What is set by a session ends with it.
  const session = await page.context().newCDPSession(page);
  const origin = await page.evaluate(() => location.origin);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  return async () => {
    await session.send('Storage.overrideQuotaForOrigin', { origin });
  };
}

test('a full storage is said, what is typed still runs, and once there is room it is saved', async ({
  playground,
}) => {
  const { page } = playground;
  const makeRoom = await fillStorage(page);
  await typeOnTop(page, '// typed');
  await expect(page.getByRole('alert').filter({ hasText: NOT_SAVED })).toContainText(
    'no more room',
  );
  await page
    .getByLabel(/^Code of /)
    .fill("export default { fetch: () => new Response('in memory') };");
  expect(await playground.fetch('/')).toMatchObject({ text: 'in memory' });
  await expect(page.getByText(NOT_SAVED)).toHaveCount(1);

  await makeRoom();
  await page.getByRole('button', { name: 'Save again' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(NOT_SAVED)).toBeHidden();
  await page.reload();
  await page.evaluate(() => window.isolab.ready);
  expect(await code(page)).toContain('in memory');
});

test('the notice of a full storage goes by itself when a later edit is saved', async ({
  playground,
}) => {
  const { page } = playground;
  const makeRoom = await fillStorage(page);
  await typeOnTop(page, '// typed');
  await expect(page.getByText(NOT_SAVED)).toBeVisible();
  await makeRoom();
  await typeOnTop(page, '// and on');
  await expect(page.getByText(NOT_SAVED)).toBeHidden();
});

test('what could not be saved is still there after another project was opened', async ({
  playground,
}) => {
  const { page } = playground;
  const makeRoom = await fillStorage(page);
  await typeOnTop(page, '// unsaved');
  await expect(page.getByText(NOT_SAVED)).toBeVisible();
  await page.getByRole('button', { name: 'Project', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open the story' }).click();
  await expect.poll(() => code(page)).not.toContain('// unsaved');
  await makeRoom();
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect(page.getByText(NOT_SAVED)).toBeHidden();
  await page.getByRole('button', { name: 'Project', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Your projects' }).click();
  await page.getByRole('listitem').getByRole('button').first().click();
  await expect.poll(() => code(page)).toMatch(/^\/\/ unsaved/);
});

test('in a browser that blocks all storage the page works, and says that it saves nothing', async ({
  baseURL,
}) => {
  // As its settings write it: a site may save nothing.
  const profile = await mkdtemp(join(tmpdir(), 'isolab-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
  );
  const browser = await findBrowser();
  if (!browser) throw new Error('No browser was found.');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser.executablePath,
    args: [...browser.args],
    chromiumSandbox: !browser.args.includes('--no-sandbox'),
    ...(baseURL !== undefined && { baseURL }),
  });
  try {
    const page = await context.newPage();
    await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
    const playground = new Playground(page);
    await playground.goto();
    expect(
      await page.evaluate(() => {
        try {
          return localStorage.length;
        } catch {
          return 'shut';
        }
      }),
    ).toBe('shut');
    await page
      .getByLabel(/^Code of /)
      .fill("export default { fetch: () => new Response('in memory') };");
    await expect(page.getByRole('alert').filter({ hasText: NOT_SAVED })).toContainText(
      'no storage',
    );
    expect(await playground.fetch('/')).toMatchObject({ text: 'in memory' });
    await page.getByRole('button', { name: 'Project', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Your projects' }).click();
    await expect(page.getByRole('dialog', { name: 'Your projects' })).toContainText('refuses');
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
});

test('a private window keeps the work until it is closed, and the next one begins afresh', async ({
  browser,
  baseURL,
}) => {
  const visit = async () => {
    const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
    const page = await context.newPage();
    await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
    await new Playground(page).goto();
    return { context, page };
  };
  const first = await visit();
  await typeOnTop(first.page, '// private');
  await first.page.reload();
  await first.page.evaluate(() => window.isolab.ready);
  expect(await code(first.page)).toMatch(/^\/\/ private/);
  await first.context.close();
  const second = await visit();
  expect(await code(second.page)).not.toContain('// private');
  await second.context.close();
});
