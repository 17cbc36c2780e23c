/** A project goes out of the page as a zip, and comes in as a zip or a folder. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from '../fixtures';
import { Workbench } from '../workbench';

const MINE = { 'worker.js': 'export default { fetch: () => new Response("mine") };' };

test('what was downloaded as a zip is opened again as it was, beside what was open', async ({
  playground,
}) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await workbench.openExample('counter');
  const downloading = page.waitForEvent('download');
  await workbench.command('Download as a zip');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('counter.zip');
  await playground.open(MINE);
  await choose(page, 'Open a zip', await download.path().then(zipNamed('counter.zip')));
  await expect(page.locator('.header-project')).toContainText('counter');
  expect(await workbench.filePaths()).toEqual([
    '.gitignore',
    'README.md',
    'abort-isolate.d.ts',
    'counter.http',
    'package.json',
    'src/index.ts',
    'tsconfig.json',
    'wrangler.jsonc',
  ]);
  expect(await playground.fetch('/')).toMatchObject({ text: 'Visit 1 of this isolate.\n' });
});

test('a folder is opened: what tools make again stays out, and a wrangler.toml is turned into a wrangler.jsonc', async ({
  playground,
}) => {
  const { page } = playground;
  const folder = folderOf({
    'shop/wrangler.toml': 'name = "shop"\nmain = "a.js"\n',
    'shop/a.js': 'export default { fetch: () => new Response("shop") };',
    'shop/node_modules/b/index.js': 'b',
  });
  await choose(page, 'Open a folder', join(folder, 'shop'));
  await expect(page.locator('.notice')).toContainText('Left out: node_modules.');
  await expect(page.locator('.notice')).toContainText(
    'wrangler.toml was turned into wrangler.jsonc.',
  );
  expect(await new Workbench(page).filePaths()).toEqual(['a.js', 'wrangler.jsonc']);
  expect(await playground.fetch('/')).toMatchObject({ text: 'shop' });
});

test('a zip that cannot be opened leaves the open project as it is, and says why', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open(MINE);
  const bomb = zipSync({ 'worker.js': new Uint8Array(20 * 1024 * 1024) });
  await choose(page, 'Open a zip', written('bomb.zip', bomb));
  await expect(page.locator('.notice')).toContainText('Not opened: it is more than 5 MB unpacked');
  await choose(page, 'Open a zip', written('none.zip', strToU8('no zip')));
  await expect(page.locator('.notice')).toContainText('Not opened: it is no zip that can be read');
  expect(await new Workbench(page).filePaths()).toEqual(['worker.js']);
});

test('a zip that is dropped anywhere on the page is opened as a project', async ({
  playground,
}) => {
  const { page } = playground;
  await new Workbench(page).command('Theme: light');
  const zip = [...zipSync({ 'worker.js': strToU8(MINE['worker.js']) })];
  await page.evaluate((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(bytes)], 'mine.zip'));
    const tree = document.querySelector('[role=treegrid]') ?? document.body;
    tree.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  }, zip);
  await expect.poll(() => new Workbench(page).filePaths()).toEqual(['worker.js']);
  expect(await playground.fetch('/')).toMatchObject({ text: 'mine' });
});

/** Runs a command that asks for a file or a folder, and answers it. */
async function choose(page: Page, command: string, path: string): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await new Workbench(page).command(command);
  await (await choosing).setFiles(path);
}

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'isolab-in-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

function written(name: string, content: Uint8Array): string {
  return join(folderOf({ [name]: content }), name);
}

/** Playwright saves downloads under names of its own. */
function zipNamed(name: string): (path: string) => string {
  return (path) => written(name, readFileSync(path));
}
