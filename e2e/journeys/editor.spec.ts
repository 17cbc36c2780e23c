import { expect, test } from '../fixtures';
import { Workbench } from '../workbench';

test.use({ editor: true });

test('code after abortIsolate is shown as unreachable', async ({ playground }) => {
  const workbench = new Workbench(playground.page);
  await playground.open({
    'src/index.ts': `import { abortIsolate } from 'cloudflare:workers';
export default {
  fetch() {
    abortIsolate('x');
    return new Response('never');
  },
} satisfies ExportedHandler;
`,
  });
  await expect(
    playground.page
      .locator('.monaco-editor .squiggly-unnecessary, .monaco-editor .squiggly-inline-unnecessary')
      .first(),
  ).toBeAttached();
  await expect(workbench.page.locator('.monaco-editor .squiggly-error')).toHaveCount(0);
});

test('an error at run time is marked at its line, and the next edit recovers', async ({
  playground,
}) => {
  const workbench = new Workbench(playground.page);
  await playground.open({
    'src/index.js': `export default {\n  fetch() {\n    throw new Error('boo');\n  },\n};\n`,
  });
  await expect(playground.page.locator('.monaco-editor .view-line').first()).toBeVisible();
  await workbench.send('/');
  await expect(workbench.requests().first()).toContainText(/exception.*boo/);
  await expect(playground.page.locator('.monaco-editor .squiggly-error')).toHaveCount(1);
  await workbench.pasteInEditor(`export default { fetch() { return new Response('well'); } };\n`);
  await workbench.send('/');
  await expect(workbench.requests().first()).toContainText(/ok.*200/);
  await expect(playground.page.locator('.monaco-editor .squiggly-error')).toHaveCount(0);
});

test('a syntax error is said at its place while typing, and nothing typed is lost', async ({
  playground,
}) => {
  const workbench = new Workbench(playground.page);
  await playground.open({
    'src/index.js': `export default { fetch: () => new Response('ok') };\n`,
  });
  const broken = 'export default {\n  fetch( {\n};\n';
  await workbench.pasteInEditor(broken);
  await expect(playground.page.getByRole('region', { name: 'Editor' })).toContainText(/3:\d+/);
  await workbench.send('/');
  await expect(workbench.requests().first()).toContainText(/startupFailed.*src\/index\.js:3/);
  const kept = await playground.page.evaluate(() => window.isolab.project().files['src/index.js']);
  expect(kept).toBe(broken);
});

test('a configuration that does not parse fails the next request with its place, and an edit recovers', async ({
  playground,
}) => {
  const workbench = new Workbench(playground.page);
  const good = '{ "main": "src/index.js" }\n';
  await playground.open({
    'src/index.js': `export default { fetch: () => new Response('ok') };\n`,
    'wrangler.jsonc': good,
  });
  await workbench.openFile('wrangler.jsonc');
  await workbench.pasteInEditor('{\n  "main": oops\n}\n');
  expect(await playground.fetch('/')).toMatchObject({
    how: 'rejected',
    message: expect.stringContaining('wrangler.jsonc:2:11'),
  });
  await workbench.pasteInEditor(good);
  expect(await playground.fetch('/')).toMatchObject({ how: 'resolved', text: 'ok' });
});

test('an edit is what the next request runs, while those in flight finish on the old code', async ({
  playground,
}) => {
  const workbench = new Workbench(playground.page);
  const version = (text: string) =>
    `let open; const gate = new Promise((resolve) => { open = resolve; });
export default { async fetch(request) {
  if (request.url.endsWith('/wait')) { setTimeout(open, 3000); await gate; }
  return new Response('${text}');
} };\n`;
  await playground.open({ 'src/index.js': version('old') });
  await expect(playground.page.locator('.monaco-editor .view-line').first()).toBeVisible();
  await playground.fetch('/');
  const waiting = playground.fetch('/wait');
  await expect(workbench.requests()).toHaveCount(2);
  await workbench.pasteInEditor(version('new'));
  expect(await playground.fetch('/')).toMatchObject({ text: 'new' });
  expect(await waiting).toMatchObject({ text: 'old' });
});
