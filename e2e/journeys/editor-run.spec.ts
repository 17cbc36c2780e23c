/** What the editor does with the text, and what it shows of a run. */
import { expect, test } from '../fixtures';
import { Workbench } from '../workbench';

test.use({ editor: true });

const TALKS = `import { abortIsolate } from 'cloudflare:workers';
export default {
  async fetch(request) {
    console.log('here');
    if (request.url.endsWith('/abort')) abortIsolate('done');
    if (request.url.endsWith('/throw')) throw new Error('boo');
    return new Response('well');
  },
};
`;

test('what the last run did stands at its lines, and an edited line loses it', async ({
  playground,
}) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await playground.open({ 'src/index.js': TALKS });
  await workbench.send('/', { atOnce: 3 });
  await expect(workbench.codeLine('console.log')).toContainText('3 requests logged here');
  await workbench.send('/throw');
  await expect(workbench.codeLine('throw new')).toContainText('Error: boo · 1 request');
  await workbench.send('/abort');
  const aborted = workbench.codeLine("abortIsolate('done')");
  await expect(aborted).toContainText('abortIsolate("done") · ended 1 request');
  await aborted.locator('.run-mark-aborted').hover();
  await expect(page.locator('.monaco-hover:visible')).toContainText('GET /abort');
  await page.keyboard.press('Escape');
  await workbench.codeLine('console.log').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' //');
  await expect(workbench.codeLine('console.log')).not.toContainText('logged');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(aborted).toContainText('ended 1 request');
});

test('an error in a file that is not open is marked there', async ({ playground }) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await playground.open({
    'src/index.js': `import { fail } from './fail.js';\nexport default { fetch: () => fail() };\n`,
    'src/fail.js': `export function fail() {\n  throw new Error('boo');\n}\n`,
  });
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  await workbench.send('/');
  await expect(page.getByRole('row', { name: /fail\.js.*1 problem/ })).toBeVisible();
  await workbench.openFile('src/fail.js');
  await expect(page.locator('.monaco-editor .squiggly-error')).toHaveCount(1);
});

const CROOKED = `export default {fetch: () => new   Response('a')}\n`;
const STRAIGHT = `export default { fetch: () => new Response('a') };\n`;

test('Shift+Alt+F formats with Prettier, and one undo takes it back', async ({ playground }) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await playground.open({ 'src/index.js': CROOKED });
  await workbench.codeLine('export default').click();
  await page.keyboard.press('Shift+Alt+F');
  await expect.poll(() => workbench.file('src/index.js')).toBe(STRAIGHT);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => workbench.file('src/index.js')).toBe(CROOKED);
});

test('the menu of the editor formats as the project wishes', async ({ playground }) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await playground.open({ 'src/index.js': CROOKED, '.prettierrc': '{ "semi": false }' });
  await workbench.codeLine('export default').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Format Document/ }).click();
  await expect
    .poll(() => workbench.file('src/index.js'))
    .toBe(`export default { fetch: () => new Response("a") }\n`);
});

test('what cannot be formatted is left as it is, and the place is said', async ({ playground }) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  const broken = 'export default {\n  fetch( {\n};\n';
  await playground.open({ 'src/index.ts': broken });
  await workbench.codeLine('export default').click();
  await page.keyboard.press('Shift+Alt+F');
  await expect(page.getByText(/Not formatted: src\/index\.ts:3:\d+: /)).toBeVisible();
  expect(await workbench.file('src/index.ts')).toBe(broken);
});

test('Tab indents in the editor, and leaves it after Escape', async ({ playground }) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await playground.open({ 'src/index.js': STRAIGHT });
  await workbench.codeLine('export default').click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Tab');
  await expect.poll(() => workbench.file('src/index.js')).toBe(`  ${STRAIGHT}`);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Tab leaves the editor.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Code of src/index.js' })).not.toBeFocused();
  expect(await workbench.file('src/index.js')).toBe(`  ${STRAIGHT}`);
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByText('Escape, then Tab, leaves the editor')).toBeVisible();
});

test("the editor follows the page's theme", async ({ playground }) => {
  const { page } = playground;
  const editor = page.locator('.monaco-editor').first();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(editor).toHaveClass(/vs-dark/);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(editor).toHaveClass(/\bvs\b/);
});
