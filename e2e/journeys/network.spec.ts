import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../fixtures';

const WORKER = `export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    const init = searchParams.has('post') ? { method: 'POST', body: 'sent', headers: { 'x-test': 'a' } } : {};
    if (searchParams.has('manual')) init.redirect = 'manual';
    const response = await fetch('https://' + pathname.slice(1) + '.example/data', init);
    return Response.json([response.status, response.url, await response.text()]);
  },
};`;

/** What the network has: `open.example` allows every origin, `closed.example` none. */
async function serve(context: BrowserContext): Promise<string[]> {
  const asked: string[] = [];
  await context.route('https://*.example/**', async (route) => {
    const request = route.request();
    const { host, pathname } = new URL(request.url());
    asked.push(`${request.method()} ${host}${pathname} ${request.postData() ?? ''}`.trim());
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    if (host === 'closed.example') {
      const only = { 'access-control-allow-origin': 'https://elsewhere.example' };
      return route.fulfill({ body: 'closed', headers: only });
    }
    if (host === 'moved.example') {
      return route.fulfill({
        status: 302,
        headers: { ...headers, location: 'https://open.example/' },
      });
    }
    return route.fulfill({ body: 'from the network', headers });
  });
  return asked;
}

async function switchNetworkOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Isolate', exact: true }).click();
  await page.getByRole('checkbox', { name: /Real network/ }).check();
  await page.keyboard.press('Escape');
}

test('by default there is no network, and the error says how to get one', async ({
  playground,
  context,
}) => {
  const asked = await serve(context);
  await playground.openWorker(WORKER);
  expect(await playground.fetch('/open')).toMatchObject({
    how: 'rejected',
    name: 'TypeError',
    message: expect.stringMatching(/no network.*outbound.*Isolate menu/s),
  });
  expect(asked).toEqual([]);
});

test('that there is no network is a TypeError that code can catch', async ({ playground }) => {
  await playground.openWorker(`export default {
    async fetch() {
      const error = await fetch('https://open.example/').catch((thrown) => thrown);
      return new Response(String(error instanceof TypeError));
    },
  };`);
  expect(await playground.fetch('/')).toMatchObject({ text: 'true' });
});

test('switched on by hand, fetch reaches the network, and the subrequest is an event', async ({
  playground,
  context,
}) => {
  const asked = await serve(context);
  await playground.openWorker(WORKER);
  await switchNetworkOn(playground.page);
  expect(await playground.fetch('/open?post')).toMatchObject({
    text: JSON.stringify([200, 'https://open.example/data', 'from the network']),
  });
  expect(asked).toContain('POST open.example/data sent');
  const [request, subrequest] = await playground.eventsOf('request.began');
  expect(subrequest).toMatchObject({
    parent: request?.request,
    network: true,
    isolate: request?.isolate,
    event: { type: 'fetch', url: 'https://open.example/data' },
  });
  const ends = await playground.eventsOf('request.ended');
  expect(ends.map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
});

test('where CORS bites the error says so, and what to do', async ({ playground, context }) => {
  await serve(context);
  await playground.openWorker(WORKER);
  await switchNetworkOn(playground.page);
  expect(await playground.fetch('/closed')).toMatchObject({
    how: 'rejected',
    name: 'TypeError',
    message: expect.stringMatching(/closed\.example.*CORS.*outbound.*wrangler dev/s),
  });
});

test('a redirect that is not to be followed is hidden by the browser, and the error says so', async ({
  playground,
  context,
}) => {
  await serve(context);
  await playground.openWorker(WORKER);
  await switchNetworkOn(playground.page);
  expect(await playground.fetch('/moved?manual')).toMatchObject({
    how: 'rejected',
    message: expect.stringContaining('moved.example redirects'),
  });
});

test('another project that is opened finds the network off', async ({ playground, context }) => {
  await serve(context);
  await playground.openWorker(WORKER);
  await switchNetworkOn(playground.page);
  await playground.openWorker(`${WORKER} // another`);
  expect(await playground.fetch('/open')).toMatchObject({
    how: 'rejected',
    message: expect.stringContaining('no network'),
  });
  expect(await playground.page.locator('iframe[title="Isolab network"]').count()).toBe(0);
});

test('the network is off after a reload', async ({ playground, context }) => {
  await serve(context);
  await playground.openWorker(WORKER);
  await switchNetworkOn(playground.page);
  await playground.page.reload();
  await playground.page.evaluate(() => window.isolab.ready);
  await playground.openWorker(WORKER);
  expect(await playground.fetch('/open')).toMatchObject({ how: 'rejected' });
});

test('without what reaches the network, fetch says so', async ({ playground, context }) => {
  const { page } = playground;
  await serve(context);
  await page.route('**/assets/open-network-*.js', (route) => route.abort());
  await playground.openWorker(WORKER);
  await switchNetworkOn(page);
  expect(await playground.fetch('/open')).toMatchObject({
    how: 'rejected',
    name: 'TypeError',
    message: expect.stringContaining('could not be loaded'),
  });
});
