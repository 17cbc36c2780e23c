/** What a link does to the page that it is opened in. */

import type { Page } from '@playwright/test';
import { linkV2, payloadV2 } from '../../app/share/fixtures/craft';
import { playgroundLink } from '../../app/share/fixtures/craft-cloudflare';
import { expect, test } from '../fixtures';
import { Workbench } from '../workbench';

const OF_CLOUDFLARE = {
  'index.js': `import { greeting } from './src/greeting.js';
import page from './welcome.html';

export default {
  fetch: (request) => new Response(greeting + new URL(request.url).pathname + page),
};
`,
  'src/greeting.js': "export const greeting = 'Hello from ';\n",
  'welcome.html': '<p>Hi</p>',
};

const METADATA = { main_module: 'index.js', compatibility_date: '2026-11-17' };

test.describe("a link of Cloudflare's Playground", () => {
  test('opens and answers', async ({ playground }) => {
    const link = await playgroundLink(OF_CLOUDFLARE, METADATA);
    await playground.page.evaluate((link) => window.isolab.open(link), link);
    expect(await playground.fetch('/there')).toMatchObject({
      how: 'resolved',
      text: 'Hello from /there<p>Hi</p>',
    });
  });

  test('opens where only the page before its # is another', async ({ playground }) => {
    const link = await playgroundLink(OF_CLOUDFLARE, METADATA);
    await playground.page.goto('about:blank');
    await playground.goto(`/${link.slice(link.indexOf('#'))}`);
    await expect(playground.page.getByText(/^from a link/)).toBeVisible();
    expect(await playground.fetch('/')).toMatchObject({ text: 'Hello from /<p>Hi</p>' });
  });
});

/** Shows the console and little of the timeline. */
const ASKING = linkV2(
  payloadV2(
    [['worker.js', 'export default {};']],
    0x04,
    ...Buffer.from('{"view":"console","topHeight":75}'),
    0xff,
  ),
);

const LINKED = {
  'worker.js': "export default { fetch: () => new Response('linked') };\n",
  'notes.txt': 'Notes.\n',
};

async function linkTo(page: Page, files: Record<string, string>): Promise<string> {
  return page.evaluate(async (files) => {
    const before = window.isolab.project();
    await window.isolab.open({ files });
    const link = await window.isolab.share();
    await window.isolab.open(before);
    return link;
  }, files);
}

/** The dialog that takes a link, from the palette. */
async function openDialog(page: Page) {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByLabel('Command', { exact: true }).fill('Open a link');
  await expect(page.getByRole('menuitem')).toHaveText(/Open a link/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Open a link' });
  await expect(dialog).toBeVisible();
  return dialog;
}

test('a link runs nothing, and says so until something is asked of it', async ({ playground }) => {
  const { page } = playground;
  const link = await linkTo(page, LINKED);
  await page.goto('about:blank');
  await playground.goto(link);
  const bar = page.getByText('Nothing of it has run');
  await expect(bar).toBeVisible();
  await expect(page.getByText(/^from a link [0-9a-f]{4}-[0-9a-f]{4}$/)).toBeVisible();
  const types = (await playground.events()).map(({ type }) => type);
  expect(types).not.toContain('startup.began');
  expect(types).not.toContain('request.began');
  await new Workbench(page).send('/');
  await expect(bar).toBeHidden();
});

test('the bar of a link is put away', async ({ playground }) => {
  const { page } = playground;
  await page.evaluate(async (link) => window.isolab.open(link), await linkTo(page, LINKED));
  await page.getByRole('button', { name: 'Put away', exact: true }).click();
  await expect(page.getByText('Nothing of it has run')).toBeHidden();
  await expect(page.getByText(/^from a link/)).toBeVisible();
});

test('both who have a link see the same hash, until one edits', async ({ playground }) => {
  const { page } = playground;
  const link = await linkTo(page, LINKED);
  await page.evaluate(async (link) => window.isolab.open(link), link);
  await page.getByRole('button', { name: 'Share' }).click();
  const hash = await page
    .getByRole('dialog')
    .getByText(/^[0-9a-f]{4}-[0-9a-f]{4}$/)
    .textContent();
  await page.keyboard.press('Escape');
  await expect(page.getByText(`from a link ${hash}`)).toBeVisible();
  const code = page.getByLabel(/^Code of /);
  await expect(code).toHaveValue(LINKED['worker.js']);
  await code.fill('export default {};');
  await expect(page.getByText(`from a link ${hash}`)).toBeHidden();
});

test('a link asks for a layout for its visit only', async ({ playground }) => {
  const { page } = playground;
  const layout = () => page.evaluate(() => JSON.parse(localStorage.getItem('isolab:layout') ?? ''));
  await page.getByRole('separator', { name: /timeline/i }).focus();
  await page.keyboard.press('ArrowUp');
  const before = await layout();
  await page.evaluate((link) => window.isolab.open(link), ASKING);
  await expect(page.getByRole('tab', { name: /^Console/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  expect(await layout()).toEqual(before);
});

test.describe('the dialog that takes a link', () => {
  test('opens one of ours, by keyboard', async ({ playground }) => {
    const { page } = playground;
    const link = await linkTo(page, LINKED);
    const dialog = await openDialog(page);
    await page.keyboard.insertText(link);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    expect(await playground.fetch('/')).toMatchObject({ text: 'linked' });
  });

  test("opens one of Cloudflare's Playground, by mouse", async ({ playground }) => {
    const { page } = playground;
    const dialog = await openDialog(page);
    await dialog.getByRole('textbox').fill(await playgroundLink(OF_CLOUDFLARE, METADATA));
    await dialog.getByRole('button', { name: 'Open' }).click();
    await expect(dialog).toBeHidden();
    expect(await playground.fetch('/x')).toMatchObject({ text: 'Hello from /x<p>Hi</p>' });
  });

  test('says what is wrong with one, and leaves what is open as it is', async ({ playground }) => {
    const { page } = playground;
    await playground.open(LINKED);
    const link = await page.evaluate(() => window.isolab.share());
    const dialog = await openDialog(page);
    await dialog.getByRole('textbox').fill(link.slice(0, -4));
    await dialog.getByRole('button', { name: 'Open' }).click();
    await expect(dialog.getByText(/^This link is cut short/)).toBeVisible();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => window.isolab.project().files)).toEqual(LINKED);
  });
});

test.describe('what is open stays, and what is wrong is said, at a link that is', () => {
  const SPOILED: readonly (readonly [string, (link: string) => string, RegExp])[] = [
    ['cut short', (link) => link.slice(0, -3), /^This link is cut short/],
    ['altered', (link) => `${link}AAAA`, /^This link was altered/],
    ['from the future', (link) => link.replace('#v2', '#v7'), /^This link is of version 7/],
    ['a bomb', () => linkV2(new Uint8Array(64 * 2 ** 20)), /more than 5\.0 MB/],
    ['a way out', () => linkV2(payloadV2([['../../x', '']])), /the folder \.\. in it/],
  ];

  for (const [what, spoil, words] of SPOILED) {
    test(what, async ({ playground }) => {
      const { page } = playground;
      await playground.open(LINKED);
      const link = await page.evaluate(() => window.isolab.share());
      const code = page.getByLabel(/^Code of /);
      await expect(code).toHaveValue(LINKED['worker.js']);
      await code.fill('// mine\nexport default {};');
      await expect(code).toHaveValue('// mine\nexport default {};');
      // The address bar of the page that is open.
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        new URL(spoil(link), 'https://isolab.example').hash,
      );
      await expect(page.getByText(words)).toBeVisible();
      await page.evaluate(() => window.isolab.ready);
      const files = await page.evaluate(() => window.isolab.project().files);
      expect(files).toEqual({ ...LINKED, 'worker.js': '// mine\nexport default {};' });
    });
  }
});
