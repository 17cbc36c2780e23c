/** The built folder on a host that knows nothing of it: below a sub-path, with none of our headers. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { expect, test } from '../fixtures';
import { Workbench } from '../workbench';

const DIST = new URL('../../dist/', import.meta.url);
const BELOW = '/docs/isolab/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

interface Host {
  readonly url: string;
  /** Paths that were asked for and are not there. */
  readonly missed: readonly string[];
}

let server: Server;
let host: Host;

test.beforeAll(async () => {
  const missed: string[] = [];
  server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://host');
    try {
      if (!pathname.startsWith(BELOW)) throw new Error('not below the sub-path');
      const path = pathname.slice(BELOW.length) || 'index.html';
      const body = await readFile(new URL(path, DIST));
      const type = TYPES[extname(path)];
      response.writeHead(200, type === undefined ? {} : { 'content-type': type }).end(body);
    } catch {
      missed.push(pathname);
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A TCP server that listens has an address of this kind.
  const { port } = server.address() as AddressInfo;
  host = { url: `http://127.0.0.1:${port}${BELOW}`, missed };
});

test.afterAll(() => server.close());

test.use({ editor: true });

test('the story runs below a sub-path, with none of our headers', async ({ page }) => {
  await page.goto(host.url);
  await page.evaluate(() => window.isolab.ready);
  const workbench = new Workbench(page);
  await workbench.runScenario();
  await expect(workbench.requests().first()).toContainText(/ok.*200/);
  await expect(workbench.requests().filter({ hasText: 'poisoned' })).not.toHaveCount(0);
  await expect(page.locator('.monaco-editor .view-line').first()).toBeVisible();
  // Browsers ask for it by themselves.
  expect(host.missed.filter((path) => path !== '/favicon.ico')).toEqual([]);
});

test('a link opens below a sub-path', async ({ page }) => {
  await page.goto(host.url);
  await page.evaluate(() => window.isolab.ready);
  const link = await page.evaluate(() => window.isolab.share());
  expect(link.startsWith(`${host.url}#`)).toBe(true);
  await page.goto('about:blank');
  await page.goto(link);
  await page.evaluate(() => window.isolab.ready);
  await expect(page.getByRole('banner')).toContainText('from a link');
});
