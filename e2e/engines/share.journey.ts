/** A project in a link: made here, opened by somebody who was never here. */
import { playgroundLink } from '../../app/share/fixtures/craft-cloudflare';
import { expect, test } from './test';

const PROJECT = {
  'wrangler.jsonc': '{ "name": "hello", "main": "worker.js" }\n',
  'worker.js': "export default { fetch: () => new Response('hello, häh?') };\n",
  'notes.txt': 'Notes.\n',
};

test('a link opens the same project: the same hash, nothing has run, and it answers', async ({
  visit,
  visitAnew,
}) => {
  await visit.open(PROJECT);
  await visit.click({ role: 'button', name: 'Share' });
  const dialog = { role: 'dialog', name: /^Share / } as const;
  await visit.see({ role: 'textbox', name: 'Link', within: dialog });
  // It says so, or that this browser lets the page copy nothing.
  await expect
    .poll(() => visit.text('.share-said'))
    .toMatch(/^The link is copied\.|lets the page copy nothing: copy the link from its field/);
  const hash = await visit.text('.share-facts code');
  expect(hash).toMatch(/^[0-9a-f]{4}-[0-9a-f]{4}$/);
  const link = await visit.evaluate(() => {
    const field = document.querySelector('input.share-link');
    return field instanceof HTMLInputElement ? field.value : '';
  });

  const other = await visitAnew(link);
  await other.reads(`from a link ${hash}`);
  await other.reads('Nothing of it has run');
  expect(await other.evaluate(() => window.isolab.project().files)).toEqual(PROJECT);
  const types = (await other.events()).map(({ type }) => type);
  expect(types).not.toContain('startup.began');
  await other.send('/');
  await expect.poll(() => other.requests()).toEqual([expect.stringMatching(/ok.*200/)]);
  expect(await other.fetch('/')).toMatchObject({ text: 'hello, häh?' });
});

test("a link of Cloudflare's Playground opens and answers", async ({ site, visitAnew }) => {
  const link = await playgroundLink(
    {
      'index.js': `import { greeting } from './src/greeting.js';
import page from './welcome.html';
export default { fetch: (request) => new Response(greeting + new URL(request.url).pathname + page) };
`,
      'src/greeting.js': "export const greeting = 'Hello from ';\n",
      'welcome.html': '<p>Hi</p>',
    },
    { main_module: 'index.js', compatibility_date: '2026-11-17' },
  );
  const visit = await visitAnew(`${site.url}${link.slice(link.indexOf('#'))}`);
  await visit.reads('from a link');
  expect(await visit.fetch('/there')).toMatchObject({ text: 'Hello from /there<p>Hi</p>' });
});
