/** Sharing the open project, as a person does it. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { Workbench } from '../workbench';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const PROJECT = {
  'wrangler.jsonc': '{ "name": "hello", "main": "worker.js" }\n',
  'worker.js': "export default { fetch: () => new Response('hello') };\n",
  'notes.txt': 'Notes.\n',
};

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

async function openShare(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: /^Share / });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Runs a command by its name, from the palette. */
async function command(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByLabel('Command', { exact: true }).fill(name);
  await expect(page.getByRole('menuitem')).toHaveText(new RegExp(name));
  await page.keyboard.press('Enter');
}

test('one press of Share copies a link that opens the project', async ({ playground }) => {
  const { page } = playground;
  await playground.open(PROJECT);
  const dialog = await openShare(page);
  await expect(dialog.getByText('The link is copied.')).toBeVisible();
  const link = await clipboard(page);
  expect(link).toBe(await page.evaluate(() => window.isolab.share()));
  await page.goto('about:blank');
  await playground.goto(link);
  expect(await page.evaluate(() => window.isolab.project().files)).toEqual(PROJECT);
});

test('the dialog says how long the link is and what its content is called', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open(PROJECT);
  const dialog = await openShare(page);
  const link = await dialog.getByLabel('Link', { exact: true }).inputValue();
  await expect(dialog.getByText(`${link.length} characters`)).toBeVisible();
  await expect(dialog.getByText(/^[0-9a-f]{4}-[0-9a-f]{4}$/)).toBeVisible();
});

test('the link is copied as Markdown', async ({ playground }) => {
  const { page } = playground;
  await playground.open(PROJECT);
  const dialog = await openShare(page);
  await dialog.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(dialog.getByText('The Markdown is copied.')).toBeVisible();
  expect(await clipboard(page)).toMatch(/^\[hello in Isolab\]\(http.*#v2\.[\w-]+\)$/);
});

test('a frame is copied, which shows the project in another page', async ({ playground }) => {
  const { page } = playground;
  await playground.open(PROJECT);
  const dialog = await openShare(page);
  await dialog.getByRole('button', { name: 'Copy to embed' }).click();
  await expect(dialog.getByText('The frame is copied.')).toBeVisible();
  const html = await clipboard(page);
  await page.route('**/docs.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html>${html}` }),
  );
  await page.goto('/docs.html');
  const frame = page.frameLocator('iframe[title="hello in Isolab"]');
  await expect(frame.getByRole('heading', { name: 'hello' })).toBeVisible();
  await expect(frame.getByRole('link', { name: 'Open in Isolab' })).toBeVisible();
});

test('the link has the open file and the layout, where that is asked for', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open(PROJECT);
  await new Workbench(page).openFile('notes.txt');
  await page.getByRole('tab', { name: /^Console/ }).click();
  const dialog = await openShare(page);
  const field = dialog.getByLabel('Link', { exact: true });
  const withFile = await field.inputValue();
  await dialog.getByLabel(/the open file, notes\.txt/).uncheck();
  await expect(field).not.toHaveValue(withFile);
  await dialog.getByLabel(/the open file/).check();
  await dialog.getByLabel(/the layout/).check();
  const link = await field.inputValue();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('tab', { name: /^Requests/ }).click();

  await page.goto('about:blank');
  await playground.goto(link);
  await expect(page.getByLabel('Code of notes.txt')).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Console/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('a QR code is drawn, and a link that is too long for one says so', async ({ playground }) => {
  const { page } = playground;
  await playground.open(PROJECT);
  const dialog = await openShare(page);
  await dialog.getByText('QR code', { exact: true }).click();
  await expect(dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
});

test('past 8 KB it says so and offers a file', async ({ playground }) => {
  const { page } = playground;
  await page.evaluate(() => {
    const noise = crypto.getRandomValues(new Uint8Array(9000));
    return window.isolab.open({
      files: { 'worker.js': 'export default {};', 'noise.bin': noise },
    });
  });
  const dialog = await openShare(page);
  await expect(dialog.getByText(/longer than 8,192 characters/)).toBeVisible();
  await expect(dialog.getByText('too long for a QR code')).toBeVisible();
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download as a zip' }).click();
  expect((await downloading).suggestedFilename()).toBe('worker.zip');
});

test("the project is opened in Cloudflare's Playground, and what stays behind is said", async ({
  playground,
  context,
}) => {
  const { page } = playground;
  await context.route('https://workers.cloudflare.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: 'their page' }),
  );
  await playground.open({ ...PROJECT, 'hello.http': 'GET /\n' });
  const dialog = await openShare(page);
  const opening = context.waitForEvent('page');
  await dialog.getByRole('button', { name: "Open in Cloudflare's Playground" }).click();
  const opened = await opening;
  await expect(opened).toHaveURL(/^https:\/\/workers\.cloudflare\.com\/playground#LYVwN/);
  await expect(dialog.getByText(/stay behind: hello\.http/)).toBeVisible();
  const link = opened.url();
  await page.evaluate((link) => window.isolab.open(link), link);
  expect(await playground.fetch('/')).toMatchObject({ text: 'hello' });
});

test('where nothing can be copied, the link is in its field', async ({ playground, context }) => {
  await context.clearPermissions();
  const { page } = playground;
  await page.evaluate(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
    });
  });
  const dialog = await openShare(page);
  await expect(dialog.getByText('lets the page copy nothing')).toBeVisible();
  await expect(dialog.getByLabel('Link', { exact: true })).toHaveValue(/#v2\./);
});

test.describe('by keyboard', () => {
  test('a command shares, Escape closes, and the focus is where it was', async ({ playground }) => {
    const { page } = playground;
    await playground.open(PROJECT);
    await page.getByRole('button', { name: 'Share' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Share hello' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();
  });

  test('a command copies the link', async ({ playground }) => {
    const { page } = playground;
    await playground.open(PROJECT);
    await command(page, 'Copy link');
    await expect(page.getByText('The link is copied.')).toBeVisible();
    expect(await clipboard(page)).toMatch(/#v2\./);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the dialogs, ${colorScheme}`, async ({ playground }) => {
    const { page } = playground;
    await page.emulateMedia({ colorScheme });
    await playground.open(PROJECT);
    const dialog = await openShare(page);
    await dialog.getByText('QR code', { exact: true }).click();
    await expect(dialog.getByRole('img')).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await command(page, 'Open a link');
    const opening = page.getByRole('dialog', { name: 'Open a link' });
    await opening.getByRole('textbox').fill('#v9.AAAA');
    await page.keyboard.press('Enter');
    await expect(opening.getByText(/of version 9/)).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}
