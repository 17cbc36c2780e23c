/** What a link does to the page that it is opened in. */
import { playgroundLink } from '../../app/share/fixtures/craft-cloudflare';
import { expect, test } from '../fixtures';

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
    await expect(playground.page.getByText('from a link')).toBeVisible();
    expect(await playground.fetch('/')).toMatchObject({ text: 'Hello from /<p>Hi</p>' });
  });
});
