import { mkdir, writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, type Playground, test } from '../fixtures';
import { Workbench } from '../workbench';

const PROJECT = {
  'src/index.ts': `import { greet } from './lib/greet';\nexport default { fetch: () => new Response(greet()) };\n`,
  'src/lib/greet.ts': `export const greet = () => 'hello';\n`,
  'README.md': '# Greetings\n',
  'wrangler.jsonc': `{\n  // Where it begins.\n  "name": "greetings",\n  "main": "src/index.ts"\n}\n`,
};
const PATHS = Object.keys(PROJECT).toSorted();

/** A PNG of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function opened(playground: Playground, files: Record<string, string> = PROJECT) {
  const workbench = new Workbench(playground.page);
  await playground.open(files);
  await expect(workbench.fileTree()).toBeVisible();
  return workbench;
}

function nameField(page: Page) {
  return page.getByRole('treegrid').getByRole('textbox');
}

async function typeName(page: Page, name: string): Promise<void> {
  await nameField(page).fill(name);
  await nameField(page).press('Enter');
}

/** Drops files and folders of this machine on a place of the page, as the system does. */
async function dropFromDesktop(page: Page, selector: string, files: string[]): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`Nothing to drop on: ${selector}`);
  const devtools = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await devtools.detach();
}

test('a new file is named in the tree, opened to be typed in, and undone', async ({
  playground,
}) => {
  const workbench = await opened(playground);
  const { page } = playground;
  await page.getByRole('button', { name: 'New file' }).click();
  await typeName(page, 'deep/er/new.ts');
  await expect(workbench.fileTab('src/deep/er/new.ts')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('textbox', { name: 'Code of src/deep/er/new.ts' })).toBeFocused();
  await expect(workbench.fileRow('src/deep/er/new.ts')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(workbench.fileTab('src/deep/er/new.ts')).toHaveCount(0);
  expect(await workbench.filePaths()).toEqual(PATHS);
});

test('a new folder is there before a file is put into it', async ({ playground }) => {
  const workbench = await opened(playground);
  const { page } = playground;
  await workbench.chooseForFile('src', 'New folder');
  await typeName(page, 'empty');
  await expect(workbench.fileRow('src/empty')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'New file' }).press('Enter');
  await typeName(page, 'first.ts');
  await expect(workbench.fileTab('src/empty/first.ts')).toBeVisible();
});

test('renaming the main module by F2 takes the tab and the configuration along', async ({
  playground,
}) => {
  const workbench = await opened(playground);
  const { page } = playground;
  await workbench.fileRow('src/index.ts').click();
  await page.keyboard.press('F2');
  await typeName(page, 'main.ts');
  await expect(workbench.fileRow('src/main.ts')).toBeFocused();
  await expect(workbench.fileRow('src/main.ts')).toContainText('main');
  await expect(workbench.fileTab('src/main.ts')).toHaveAttribute('aria-selected', 'true');
  const { files } = await page.evaluate(() => window.isolab.project());
  expect(files['wrangler.jsonc']).toBe(
    PROJECT['wrangler.jsonc'].replace('src/index.ts', 'src/main.ts'),
  );
  expect(await playground.fetch('/')).toMatchObject({ text: 'hello' });
});

test('a path that is refused says why, and what was typed stays', async ({ playground }) => {
  const workbench = await opened(playground);
  const { page } = playground;
  await workbench.chooseForFile('README.md', 'Move');
  await expect(nameField(page)).toHaveValue('README.md');
  for (const [path, reason] of [
    ['', /name is needed/],
    ['../README.md', /folder \.\./],
    ['/README.md', /absolute/],
    ['a/__proto__/b', /__proto__/],
    ['src/index.ts', /there already/],
    ['src/index.ts/x', /is a file/],
    ['x'.repeat(300), /longer than 256/],
  ] as const) {
    await typeName(page, path);
    await expect(page.getByRole('alert')).toHaveText(reason);
    await expect(nameField(page)).toHaveValue(path);
  }
  await typeName(page, 'docs/README.md');
  await expect(workbench.fileRow('docs/README.md')).toBeFocused();
});

test('a file is dragged into a folder, and a folder out of its own', async ({ playground }) => {
  const workbench = await opened(playground);
  await workbench.fileRow('README.md').dragTo(workbench.fileRow('src/lib'));
  await expect(workbench.fileRow('src/lib/README.md')).toBeVisible();
  await workbench.fileRow('src/lib').dragTo(workbench.fileRow('wrangler.jsonc'));
  await expect(workbench.fileRow('lib/greet.ts')).toBeVisible();
  expect(await workbench.filePaths()).toEqual([
    'lib/README.md',
    'lib/greet.ts',
    'src/index.ts',
    'wrangler.jsonc',
  ]);
});

test('deleted files come back step by step, with what was typed in the others', async ({
  playground,
}) => {
  const workbench = await opened(playground);
  const { page } = playground;
  await workbench.fileRow('README.md').click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('Deleted README.md')).toBeVisible();
  await workbench.fileRow('src/lib').click();
  await page.keyboard.press('Delete');
  await expect(workbench.fileRow('src/lib/greet.ts')).toHaveCount(0);
  await workbench.fileRow('src/index.ts').click();
  await page.getByRole('textbox', { name: 'Code of src/index.ts' }).fill('// typed');
  await workbench.fileRow('src').focus();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(workbench.fileRow('src/lib/greet.ts')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(workbench.fileRow('README.md')).toBeVisible();
  expect(await page.evaluate(() => window.isolab.project().files)).toEqual({
    ...PROJECT,
    'src/index.ts': '// typed',
  });
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(workbench.fileRow('README.md')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('the menu of a file opens by mouse, by key and by its button, and is accessible', async ({
      playground,
    }) => {
      const workbench = await opened(playground);
      const { page } = playground;
      const menu = await workbench.fileMenu('README.md');
      await expect(menu.getByRole('menuitem', { name: 'New file' })).toBeFocused();
      const open = await new AxeBuilder({ page }).analyze();
      expect(open.violations).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(menu).toHaveCount(0);

      await workbench.fileRow('README.md').focus();
      await page.keyboard.press('Shift+F10');
      await expect(menu).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(workbench.fileRow('README.md')).toBeFocused();

      await workbench
        .fileRow('README.md')
        .getByRole('button', { name: /^What can/ })
        .click();
      await menu.getByRole('menuitem', { name: 'Delete' }).click();
      await expect(workbench.fileRow('README.md')).toHaveCount(0);
      const closed = await new AxeBuilder({ page }).include('.editor').analyze();
      expect(closed.violations).toEqual([]);
    });
  });
}

test('files and folders are dropped in from the desktop; what is there is replaced or kept', async ({
  playground,
}, testInfo) => {
  const workbench = await opened(playground);
  const { page } = playground;
  const folder = testInfo.outputPath('site');
  await mkdir(`${folder}/node_modules/x`, { recursive: true });
  await writeFile(`${folder}/page.html`, '<p>grüße</p>');
  await writeFile(`${folder}/pixel.png`, PIXEL);
  await writeFile(`${folder}/node_modules/x/index.js`, '');
  const readme = testInfo.outputPath('README.md');
  await writeFile(readme, '# Another\n');

  await dropFromDesktop(page, '[data-key="src/lib"]', [folder]);
  await expect(workbench.fileRow('src/lib/site/pixel.png')).toBeVisible();
  await expect(page.getByText('Left out: node_modules.')).toBeVisible();
  const files = await page.evaluate(() => {
    const { files } = window.isolab.project();
    const bytes = files['src/lib/site/pixel.png'];
    return { text: files['src/lib/site/page.html'], bytes: bytes?.length };
  });
  expect(files).toEqual({ text: '<p>grüße</p>', bytes: PIXEL.length });

  await dropFromDesktop(page, '.code-area', [readme]);
  const question = page.getByRole('alertdialog', { name: 'Replace the file?' });
  await expect(question).toContainText('README.md');
  await question.getByRole('button', { name: 'Keep both' }).click();
  await expect(workbench.fileTab('README copy.md')).toHaveAttribute('aria-selected', 'true');
  await dropFromDesktop(page, '.code-area', [readme]);
  await question.getByRole('button', { name: 'Replace' }).press('Enter');
  await expect(page.getByText('Added README.md')).toBeVisible();
  const now = () => page.evaluate(() => window.isolab.project().files['README.md']);
  expect(await now()).toBe('# Another\n');
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await now()).toBe(PROJECT['README.md']);
});

test('files are picked in a dialog; what is over 5 MB is left out by its name', async ({
  playground,
}) => {
  const workbench = await opened(playground);
  const { page } = playground;
  await page.getByRole('button', { name: 'More of files' }).press('Enter');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Add files' }).press('Enter'),
  ]);
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: '', buffer });
  await chooser.setFiles([
    file('small.txt', Buffer.from('small')),
    file('large.bin', Buffer.alloc(5 * 1024 * 1024 + 1)),
  ]);
  await expect(workbench.fileTab('src/small.txt')).toBeVisible();
  await expect(page.getByText(/More than 5 MB .* Left out: src\/large\.bin/)).toBeVisible();
});

test('an image is shown as an image, and other bytes by type, size and value', async ({
  playground,
}) => {
  const workbench = new Workbench(playground.page);
  const { page } = playground;
  await page.evaluate(
    ([files, png]) => {
      const image = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
      const wasm = new Uint8Array(100_000);
      wasm.set([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
      wasm[99_999] = 0xab;
      return window.isolab.open({ files: { ...files, 'pixel.png': image, 'big.wasm': wasm } });
    },
    [PROJECT, PIXEL.toString('base64')] as const,
  );
  await workbench.fileRow('pixel.png').click();
  await expect(page.getByRole('img', { name: 'pixel.png' })).toBeVisible();
  await expect(page.getByText('1 × 1 pixels')).toBeVisible();
  await page.getByText('Bytes', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Bytes of pixel.png' })).toContainText('PNG');

  await workbench.fileRow('big.wasm').click();
  await expect(page.getByText('WebAssembly module')).toBeVisible();
  await expect(page.getByText('97.7 KB')).toBeVisible();
  const bytes = page.getByRole('region', { name: 'Bytes of big.wasm' });
  await expect(bytes).toContainText('00 61 73 6d');
  await bytes.focus();
  await page.keyboard.press('End');
  await expect(bytes).toContainText(/00018698.*ab/);
});

test('tabs are closed by button, middle click and key, and opened again', async ({
  playground,
}) => {
  const workbench = await opened(playground);
  const { page } = playground;
  await expect(page.getByRole('tab', { name: /main/ })).toHaveCount(1);
  await workbench.fileRow('README.md').dblclick();
  await workbench.fileRow('src/lib/greet.ts').click();
  await expect(page.locator('.file-tab')).toHaveCount(4);
  await page.getByTitle('Close README.md').click();
  await workbench.fileTab('wrangler.jsonc').click({ button: 'middle' });
  await workbench.fileTab('src/lib/greet.ts').press('Delete');
  await expect(workbench.fileTab('src/index.ts')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.getByText('No file is open')).toBeVisible();
  await workbench.fileRow('README.md').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Code of README.md' })).toHaveValue(
    PROJECT['README.md'],
  );
});

test('files are made and tabs are gone through, closed and opened again by commands and keys', async ({
  playground,
}) => {
  const workbench = await opened(playground);
  const { page } = playground;
  const palette = page.getByRole('dialog', { name: 'Commands' });
  // Until the page stands, its keys are not listened to.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(palette).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.type('new file');
  await expect(palette.getByRole('menuitem').first()).toHaveText(/^New file/);
  await page.keyboard.press('Enter');
  await expect(nameField(page)).toBeFocused();
  await typeName(page, 'new.ts');
  await expect(workbench.fileTab('src/new.ts')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+Alt+PageUp');
  await expect(workbench.fileTab('wrangler.jsonc')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+Alt+w');
  await expect(workbench.fileTab('wrangler.jsonc')).toHaveCount(0);
  await page.keyboard.press('Control+Alt+Shift+W');
  await expect(workbench.fileTab('wrangler.jsonc')).toHaveAttribute('aria-selected', 'true');
});

test('a file that is only looked at gives its tab to the next one', async ({ playground }) => {
  const workbench = await opened(playground);
  await workbench.fileRow('README.md').click();
  await workbench.fileRow('src/lib/greet.ts').click();
  await expect(workbench.fileTab('README.md')).toHaveCount(0);
  await playground.page.getByRole('textbox', { name: 'Code of src/lib/greet.ts' }).fill('// mine');
  await workbench.fileRow('README.md').click();
  await expect(workbench.fileTab('src/lib/greet.ts')).toBeVisible();
});

test('what was changed since the last run is marked until the next one', async ({ playground }) => {
  const workbench = await opened(playground);
  const { page } = playground;
  const marked = page.getByRole('row', {
    name: 'index.ts, main module, changed since the last run',
  });
  const code = page.getByRole('textbox', { name: 'Code of src/index.ts' });
  await code.fill(`export default { fetch: () => new Response('mine') };`);
  await expect(marked).toBeVisible();
  await expect(page.getByRole('tab', { name: /index\.ts.*changed/ })).toBeVisible();
  await workbench.send('/');
  await expect(workbench.requests()).toHaveCount(1);
  await expect(marked).toHaveCount(0);
});

test('typing among a hundred files draws nothing of the tree again', async ({ playground }) => {
  const files = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`src/part${index}.ts`, `export {};\n`]),
  );
  const workbench = await opened(playground, { ...PROJECT, ...files });
  const { page } = playground;
  const code = page.getByRole('textbox', { name: 'Code of src/index.ts' });
  await code.press('End');
  await page.keyboard.type('x');
  await expect(page.getByRole('row', { name: /index\.ts.*changed/ })).toBeVisible();
  const changes = await workbench.fileTree().evaluateHandle((tree) => {
    const changes: string[] = [];
    new MutationObserver((records) => changes.push(...records.map(({ type }) => type))).observe(
      tree,
      { subtree: true, childList: true, attributes: true, characterData: true },
    );
    return changes;
  });
  await page.keyboard.type(' // and more');
  await expect(code).toHaveValue(/and more/);
  expect(await changes.evaluate((changes) => changes)).toEqual([]);
});

test('files as they were arranged are there again after a reload, even without a main module', async ({
  playground,
}) => {
  const workbench = await opened(playground);
  const { page } = playground;
  await workbench.chooseForFile('README.md', 'Duplicate');
  await workbench.fileRow('src/index.ts').click();
  await page.keyboard.press('Delete');
  await expect(workbench.fileRow('src/index.ts')).toHaveCount(0);
  await page.reload();
  await page.evaluate(() => window.isolab.ready);
  expect(await workbench.filePaths()).toEqual([
    'README copy.md',
    'README.md',
    'src/lib/greet.ts',
    'wrangler.jsonc',
  ]);
  await expect(workbench.fileRow('README copy.md')).toBeVisible();
});

test.describe('with Monaco', () => {
  test.use({ editor: true });

  test('the caret stays where it is when its file is renamed', async ({ playground }) => {
    const workbench = await opened(playground);
    const { page } = playground;
    await workbench.pasteInEditor('// one\n// two\n// three\n');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await workbench.fileRow('src/index.ts').focus();
    await page.keyboard.press('F2');
    await typeName(page, 'renamed.ts');
    await expect(workbench.fileTab('src/renamed.ts')).toHaveAttribute('aria-selected', 'true');
    await page
      .locator('.monaco-editor textarea, .monaco-editor .native-edit-context')
      .first()
      .focus();
    await page.keyboard.type('!');
    const text = () => page.evaluate(() => window.isolab.project().files['src/renamed.ts']);
    await expect.poll(text).toBe('// one\n// two!\n// three\n');
  });
});

test.describe('at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the tree is shown between tabs and code when it is asked for', async ({ playground }) => {
    const workbench = new Workbench(playground.page);
    const { page } = playground;
    await playground.open(PROJECT);
    const toggle = page.getByRole('button', { name: 'Files', exact: true });
    await expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await toggle.press('Enter');
    await workbench.fileRow('README.md').click();
    await expect(workbench.fileTab('README.md')).toHaveAttribute('aria-selected', 'true');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
  });
});
