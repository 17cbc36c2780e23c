/** What a request is answered, looked at as in the browser's own tools. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, type Playground, test } from '../fixtures';
import { Workbench } from '../workbench';

const WORKER = `import { abortIsolate } from 'cloudflare:workers';
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><script>parent.document.title = "taken"</script></svg>';
const typed = (body, type) => new Response(body, { headers: { 'content-type': type, 'x-made-by': 'isolab' } });
function fail() {
  throw new TypeError('not ready');
}
let next;
const bodies = {
  '/json': () => typed(JSON.stringify({ name: 'Isolab', list: [1, { deep: true }], many: Array(250).fill(7) }), 'application/json'),
  '/endless': () => typed('['.repeat(100_000) + ']'.repeat(100_000), 'application/json'),
  '/no-json': () => typed('{"name": ', 'application/json'),
  '/png': () => typed(Uint8Array.from(atob(PNG), (c) => c.charCodeAt(0)), 'image/png'),
  '/svg': () => typed(SVG, 'image/svg+xml'),
  '/bytes': () => new Response(Uint8Array.of(0, 1, 254, 255)),
  '/large': () => typed('one needle\\n' + 'x'.repeat(100) + '\\n' + 'y'.repeat(5_000_000) + '\\nlast', 'text/plain'),
  '/lines': () => typed(Array.from({ length: 3000 }, (_, i) => 'line ' + (i + 1)).join('\\n'), 'text/plain'),
  '/steps': () => typed(new ReadableStream({ start(controller) {
    const write = (text) => controller.enqueue(new TextEncoder().encode(text));
    write('first\\n');
    next = () => { write('second\\n'); next = () => controller.close(); };
  } }), 'text/plain'),
  '/next': () => { next(); return new Response('went on'); },
  '/fail': () => fail(),
  '/wait': () => new Promise(() => {}),
  '/abort': () => abortIsolate('poisoned'),
};
export default { fetch: ({ url }) => bodies[new URL(url).pathname]() };
`;

class Detail extends Workbench {
  /** Sends a request, and looks at it. */
  async look(path: string, atOnce = 1): Promise<Locator> {
    const before = await this.requests().count();
    await this.send(path, { atOnce });
    await expect(this.requests()).toHaveCount(before + atOnce);
    await this.requests().first().click();
    await expect(this.detail()).toContainText(path);
    return this.detail();
  }

  async tab(name: string | RegExp): Promise<void> {
    await this.detail().getByRole('tab', { name }).click();
  }

  /** The body as a look that is chosen by its name. */
  async as(look: string): Promise<void> {
    await this.detail().getByRole('radio', { name: look, exact: true }).check({ force: true });
  }

  text(): Locator {
    return this.detail().getByRole('region', { name: 'The body as text' });
  }

  row(name: string | RegExp): Locator {
    return this.detail()
      .getByRole('treegrid')
      .getByRole('row', { name, exact: typeof name === 'string' });
  }
}

async function open(playground: Playground, source = WORKER): Promise<Detail> {
  const { page } = playground;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await playground.openWorker(source);
  return new Detail(page);
}

/** A server that hears whoever connects, though nothing be asked of it. */
async function listen() {
  let connections = 0;
  const server = createServer((_, response) => response.end());
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${port}`,
    connections: () => connections,
    close: () => server.close(),
  };
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('status, size, headers and timings of a response are there', async ({ playground }) => {
  const detail = await open(playground);
  await detail.send('/lines', { method: 'POST', body: 'what was asked' });
  await expect(detail.requests().first()).toContainText('ok');
  await detail.requests().first().click();
  const request = detail.detail();
  await expect(request.getByRole('definition').filter({ hasText: '200' })).toBeVisible();
  await expect(request.getByRole('definition').filter({ hasText: '28.2 KB' })).toBeVisible();
  await detail.tab('Headers');
  const headers = request.getByRole('region', { name: 'Response headers' });
  await expect(headers.getByRole('row', { name: 'x-made-by isolab' })).toBeVisible();
  await headers.getByRole('button', { name: 'Copy the response headers' }).click();
  await expect(headers.getByText('Copied')).toBeVisible();
  expect(await clipboard(playground.page)).toContain('x-made-by: isolab');
  await expect(request.getByRole('region', { name: 'Request body' })).toContainText(
    'what was asked',
  );
  await detail.tab('Timing');
  for (const phase of ['Startup', 'In the handler', 'Response body', 'Total']) {
    await expect(request.getByRole('row', { name: new RegExp(`^${phase}.* ms`) })).toBeVisible();
  }
});

test('JSON is a tree that unfolds by mouse and by keyboard', async ({ playground }) => {
  const { page } = playground;
  const detail = await open(playground);
  await detail.look('/json');
  await expect(detail.row('0: 1')).toBeVisible();
  await detail.row(/^list: /).click();
  await expect(detail.row('0: 1')).toHaveCount(0);
  await detail.row(/^list: /).press('ArrowRight');
  await expect(detail.row('0: 1')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(detail.row(/^1: \{/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(detail.row('deep: true')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+c');
  await expect(detail.detail().getByText('Copied')).toBeVisible();
  expect(await clipboard(page)).toBe('{\n  "deep": true\n}');
  // Many entries come in parts.
  await detail.row(/^200 … 249/).click();
  await expect(detail.row('200: 7')).toBeVisible();
});

test('JSON that is nested without end is a tree too, and unfolds', async ({ playground }) => {
  const { page } = playground;
  const detail = await open(playground);
  const request = await detail.look('/endless');
  const root = request.getByRole('treegrid').getByRole('row').first();
  await expect(root).toContainText('1 entry');
  await request.getByRole('button', { name: 'Unfold all' }).click();
  await root.click();
  await expect(root).toContainText(/^\[{2,40}…/);
  await page.keyboard.press('ControlOrMeta+c');
  await expect(request.getByText('Nested too deep: copy the body')).toBeVisible();
});

test('what is no JSON says where, and is text', async ({ playground }) => {
  const detail = await open(playground);
  const request = await detail.look('/no-json');
  await expect(request.getByText(/This is not valid JSON: .*JSON/)).toBeVisible();
  await expect(detail.text()).toContainText('{"name":');
});

test('a large text is drawn where it is looked at, searched by keyboard, and saved as far as it is kept', async ({
  playground,
}) => {
  const { page } = playground;
  const detail = await open(playground);
  await detail.look('/lines');
  await expect(detail.text()).toContainText('line 1');
  expect(await detail.text().locator('.text-row').count()).toBeLessThan(500);
  await detail.text().focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('LINE 29');
  await expect(detail.detail().getByText('1 of 111')).toBeVisible();
  await page.keyboard.press('Shift+Enter');
  await expect(detail.detail().getByText('111 of 111')).toBeVisible();
  await expect(detail.text().getByText('2999', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(detail.detail().getByRole('searchbox')).toHaveCount(0);

  const request = await detail.look('/large');
  await expect(request.getByText('the first 4 MB are kept')).toBeVisible();
  const saving = page.waitForEvent('download');
  await request.getByRole('button', { name: 'Download the first 4 MB' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('large.txt');
  expect((await readFile(await saved.path())).length).toBe(4 * 1024 * 1024);
});

test('a body is seen as it comes', async ({ playground }) => {
  const detail = await open(playground);
  const request = await detail.look('/steps');
  await expect(detail.text()).toContainText('first');
  await expect(request.getByText('reading …')).toBeVisible();
  await playground.fetch('/next');
  await expect(detail.text()).toContainText('second');
  await playground.fetch('/next');
  await expect(request.getByText('reading …')).toBeHidden();
});

test('images are images, an SVG is one in which nothing runs, and all else is bytes', async ({
  playground,
}) => {
  const detail = await open(playground);
  const image = (await detail.look('/png')).getByRole('img', { name: 'The body as an image' });
  await expect(image).toHaveAttribute('src', /^blob:/);
  await expect(detail.detail().getByText('10 × 10 pixels')).toBeVisible();
  await detail.as('Hex');
  await expect(detail.detail().getByLabel('The body as bytes')).toContainText('89 50 4e 47');
  await detail.as('Image');
  await detail.look('/svg');
  await expect(detail.detail().getByText('30 × 20 pixels')).toBeVisible();
  await expect(image).toHaveAttribute('src', /^blob:/);
  await expect(detail.detail().locator('svg script')).toHaveCount(0);
  await expect(playground.page).toHaveTitle(/Isolab/);
  await detail.look('/bytes');
  await expect(detail.detail().getByLabel('The body as bytes')).toContainText('00 01 fe ff');
});

test('a hostile page is seen, and reaches nothing', async ({ playground }) => {
  const { page } = playground;
  const network = await listen();
  const hostile = `<!doctype html>
    <link rel="preconnect" href="${network.url}"><link rel="stylesheet" href="${network.url}/a.css">
    <meta http-equiv="refresh" content="0; url=${network.url}/refreshed">
    <base href="${network.url}/">
    <style>@import "${network.url}/b.css"; body { background: url(${network.url}/c.png) }</style>
    <script>top.document.title = 'taken'; top.location = '${network.url}/top'; fetch('${network.url}/f')</script>
    <img src="${network.url}/i.png" onerror="top.document.title = 'taken'">
    <iframe srcdoc="<script>top.document.title = 'taken'</script>"></iframe>
    <form action="${network.url}/form" target="_top"><button>Send it</button></form>
    <a href="${network.url}/link" target="_top">Follow me</a>
    <p>Seen</p>`;
  const detail = await open(
    playground,
    `export default { fetch: () => new Response(${JSON.stringify(hostile)}, { headers: { 'content-type': 'text/html' } }) };`,
  );
  await detail.look('/');
  const frame = page.frameLocator('iframe[title="The body as a page"]');
  await expect(frame.getByText('Seen')).toBeVisible();
  await frame.getByText('Follow me').click();
  await frame.getByText('Send it').click();
  await expect(frame.getByText('Seen')).toBeVisible();
  await expect(page.locator('iframe[title="The body as a page"]')).toHaveAttribute('sandbox', '');
  expect(network.connections()).toBe(0);
  await expect(page).toHaveTitle(/Isolab/);
  // It can be read as what it is.
  await detail.as('Text');
  await expect(detail.text()).toContainText('<!doctype html>');
  // What listened would have heard it.
  await fetch(network.url);
  expect(network.connections()).toBe(1);
  network.close();
});

test('an error has its stack, each frame of which leads to its line', async ({ playground }) => {
  const { page } = playground;
  const detail = await open(playground);
  const request = await detail.look('/fail');
  await expect(request.getByText('TypeError: not ready')).toBeVisible();
  const code = page.getByRole('textbox', { name: 'Code of worker.js' });
  const lineOf = () =>
    code.evaluate((element) => {
      const { value, selectionStart } = element as HTMLTextAreaElement; // the plain editor is one
      return value.slice(0, selectionStart).split('\n').length;
    });
  const frames = request.locator('.stack').getByRole('button');
  await frames.first().click();
  await expect(code).toBeFocused();
  expect(await lineOf()).toBe(6);
  await frames.nth(1).focus();
  await page.keyboard.press('Enter');
  await expect(code).toBeFocused();
  expect(await lineOf()).not.toBe(6);
});

test('a rejected request says who aborted the isolate, why, and what else went with it', async ({
  playground,
}) => {
  const detail = await open(playground);
  await detail.send('/steps');
  await expect(detail.requests().first()).toContainText('responding');
  await detail.send('/wait', { atOnce: 2 });
  await expect(detail.requests()).toHaveCount(3);
  await detail.send('/abort');
  await expect(detail.requests().first()).toContainText(/aborted.*abort/);
  await detail.requests().nth(1).click();
  const request = detail.detail();
  await expect(request).toContainText(
    /Request #4 GET \/abort called abortIsolate at worker\.js:\d+/,
  );
  await expect(request).toContainText('Reason: poisoned');
  const others = request.getByRole('region', { name: 'What else went with it' });
  await expect(others.getByRole('listitem')).toHaveText([
    /#1 GET \/steps status 200, its body cut/,
    /#2 GET \/wait in its handler/,
    /#4 GET \/abort the one that called/,
  ]);
  // By mouse to another one, by keyboard to the one that did it.
  await others.getByRole('button', { name: '#1 GET /steps' }).click();
  await expect(request).toHaveAccessibleName('Request 1');
  await detail.tab('Response');
  await expect(request.getByText(/The body broke off: .*poisoned/)).toBeVisible();
  await expect(detail.text()).toContainText('first');
  await request.getByRole('button', { name: 'Why' }).press('Enter');
  await request.getByRole('button', { name: '#4 GET /abort' }).first().press('Enter');
  await expect(request).toContainText(/This request called abortIsolate/);
  await expect(request.getByRole('tab', { name: 'Error' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
});

test('a body is copied, and copied in other forms', async ({ playground }) => {
  const { page } = playground;
  const detail = await open(playground);
  const request = await detail.look('/json');
  await request.getByRole('button', { name: 'Copy the body' }).click();
  await expect(request.getByText('Copied')).toBeVisible();
  expect(await clipboard(page)).toMatch(/^\{"name":"Isolab"/);
  await request.getByRole('button', { name: 'Copy as', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Response with its headers' }).press('Enter');
  await expect.poll(() => clipboard(page)).toMatch(/^HTTP\/1\.1 200\n[\s\S]*x-made-by: isolab/);
  await expect(page.getByRole('dialog', { name: 'Copy as' })).toBeHidden();
  // All of a text that is only partly in the page.
  await detail.look('/lines');
  await detail.text().press('Control+a');
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(page)).toMatch(/^line 1\n[\s\S]*\nline 3000$/);
});

test('the keyboard goes from the list through the tabs of a request and back', async ({
  playground,
}) => {
  const { page } = playground;
  const detail = await open(playground);
  await detail.send('/lines');
  await expect(detail.requests().first()).toContainText('ok');
  const list = page.getByRole('listbox', { name: /Requests/ });
  await list.focus();
  await page.keyboard.press('ArrowDown');
  const request = detail.detail();
  await request.getByRole('button', { name: 'Close the request' }).waitFor();
  await page.keyboard.press('Tab');
  await expect(request.getByRole('button', { name: 'Close the request' })).toBeFocused();
  // Fire again, edit, copy as curl.
  for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab');
  await expect(request.getByRole('tab', { name: 'Response' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(request.getByRole('tab', { name: 'Headers' })).toBeFocused();
  await expect(request.getByRole('region', { name: 'Response headers' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(request.getByRole('row', { name: /^In the handler/ })).toBeVisible();
  await request.getByRole('button', { name: 'Close the request' }).press('Enter');
  await expect(list).toBeFocused();
  await expect(request).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('axe finds nothing in any part of a request', async ({ playground }) => {
      // axe reads the page five times over.
      test.slow();
      const detail = await open(playground);
      const violations = async () => {
        const { violations } = await new AxeBuilder({ page: playground.page })
          .include('.request-detail')
          .analyze();
        return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
      };
      await detail.look('/json');
      await expect(detail.row(/^name: /)).toBeVisible();
      expect(await violations()).toEqual([]);
      await detail.as('Text');
      await detail.detail().getByRole('button', { name: 'Find in the body' }).click();
      expect(await violations()).toEqual([]);
      for (const tab of ['Headers', 'Timing']) {
        await detail.tab(tab);
        expect(await violations()).toEqual([]);
      }
      await detail.send('/wait');
      await detail.look('/abort');
      await detail.tab('Error');
      await expect(detail.detail()).toContainText('What else went with it');
      expect(await violations()).toEqual([]);
    });
  });
}
