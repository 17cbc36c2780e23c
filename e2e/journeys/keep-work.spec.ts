import type { Page } from '@playwright/test';
import { expect, Playground, test } from '../fixtures';
import { typeOnTop, Workbench } from '../workbench';

const LINKED = { 'index.js': "export default { fetch: () => new Response('linked') };" };

async function textOf(page: Page, file: string): Promise<string> {
  await page.evaluate(() => window.isolab.ready);
  return page.evaluate((file) => String(window.isolab.project().files[file]), file);
}

/** Resolves when the project that is in storage has `text` in it. */
async function saved(page: Page, text: string): Promise<void> {
  const stored = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const opening = indexedDB.open('keyval-store');
          opening.onsuccess = () => {
            const all = opening.result.transaction('keyval').objectStore('keyval').getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(JSON.stringify(all.result));
            };
          };
        }),
    );
  await expect.poll(stored).toContain(text);
}

test('what was typed just before the page was left is there again', async ({ playground }) => {
  const { page } = playground;
  await typeOnTop(page, '// typed');
  await page.reload();
  expect(await textOf(page, 'src/index.ts')).toContain('// typed');
});

test('what was typed just before the page was closed is there in the next visit', async ({
  playground,
}) => {
  const { page } = playground;
  await typeOnTop(page, '// typed');
  const { page: next } = new Playground(await page.context().newPage());
  await next.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => page.isClosed()).toBe(true);
  await new Playground(next).goto();
  expect(await textOf(next, 'src/index.ts')).toContain('// typed');
});

test('a project that cannot be read as it was left is there again, and the next request says why', async ({
  playground,
}) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await workbench.openFile('wrangler.jsonc');
  await typeOnTop(page, 'no JSON');
  await saved(page, 'no JSON');
  await page.reload();
  await expect(page.getByLabel(/^Code of /)).toBeVisible();
  expect(await textOf(page, 'wrangler.jsonc')).toMatch(/^no JSON/);
  expect(await playground.fetch('/')).toMatchObject({
    how: 'rejected',
    message: expect.stringContaining('wrangler.jsonc'),
  });
});

test('a project that cannot be read is gone back to from the story', async ({ playground }) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await workbench.openFile('wrangler.jsonc');
  await typeOnTop(page, 'no JSON');
  await page.getByRole('button', { name: 'Project', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open the story' }).click();
  await expect.poll(() => textOf(page, 'wrangler.jsonc')).not.toContain('no JSON');
  await page.getByRole('button', { name: 'Project', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Your projects' }).click();
  await page.getByRole('listitem').getByRole('button').first().click();
  await expect.poll(() => textOf(page, 'wrangler.jsonc')).toMatch(/^no JSON/);
});

test('two tabs with the same project do not write over each other', async ({ playground }) => {
  const { page } = playground;
  await typeOnTop(page, '// before');
  await saved(page, '// before');
  const other = await page.context().newPage();
  await other.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
  await new Playground(other).goto();
  expect(await textOf(other, 'src/index.ts')).toContain('// before');

  await typeOnTop(other, '// other');
  await saved(other, '// other');
  await typeOnTop(page, '// first');
  await saved(page, '// first');

  await other.reload();
  expect(await textOf(other, 'src/index.ts')).toMatch(/^\/\/ other\n\/\/ before\n/);
  await page.reload();
  expect(await textOf(page, 'src/index.ts')).toMatch(/^\/\/ first\n\/\/ before\n/);
});

test('work that comes late out of a slow storage is opened all the same', async ({
  playground,
}) => {
  const { page } = playground;
  await typeOnTop(page, '// before');
  await saved(page, '// before');
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...given) {
      const opening = open.apply(this, given);
      // What the page hears of it comes later than it waits before it shows itself.
      const late = { result: undefined as unknown, onsuccess: () => {} };
      opening.onsuccess = () =>
        setTimeout(() => {
          late.result = opening.result;
          late.onsuccess();
        }, 1500);
      return late as unknown as IDBOpenDBRequest;
    };
  });
  await page.reload();
  await expect(page.getByLabel(/^Code of /)).toHaveValue(/^\/\/ before/);
});

test('an edit of a link’s project survives a reload', async ({ playground }) => {
  const { page } = playground;
  await playground.open(LINKED);
  const link = await page.evaluate(() => window.isolab.share());
  await page.goto('about:blank');
  await playground.goto(link);
  await typeOnTop(page, '// mine');
  await expect(page).not.toHaveURL(/#/);
  await page.reload();
  expect(await textOf(page, 'index.js')).toContain('// mine');
});

test('a link that is put into the address bar of the open page is opened', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open(LINKED);
  const link = await page.evaluate(() => window.isolab.share());
  await playground.goto();
  await page.evaluate((link) => {
    location.href = link;
  }, link);
  await expect(page.getByText('from a link')).toBeVisible();
});

test('a double click on Run runs the scenario', async ({ playground }) => {
  const workbench = new Workbench(playground.page);
  await playground.page.getByRole('button', { name: /^Run / }).dblclick();
  await expect(workbench.requests().first()).toContainText(/5.*ok/);
});

test('Abort says so where there is no isolate', async ({ playground }) => {
  await new Workbench(playground.page).abort('nobody there');
  await expect(playground.page.getByText('There is no isolate to abort')).toBeVisible();
});
