/**
 * Hostile workers in the built app: one page lives through all of them. After each the page is as it was,
 * nobody outside was reached, and the next project runs.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { test as base, expect, Playground } from '../fixtures';
import { Workbench } from '../workbench';
import { ATTACKS } from './attacks/all.mjs';
import type { Attack } from './attacks/attack.mjs';
import { filesOf, playAttack } from './attacks/play.mjs';

/** The page that is attacked, and who hears whether anybody got out. */
interface Target {
  readonly page: Page;
  readonly catcher: string;
  /** Who came to the catcher, what the page asked other hosts for, and which dialogs it opened. */
  readonly escaped: string[];
}

const test = base.extend<object, { target: Target }>({
  target: [
    async ({ browser }, use) => {
      const escaped: string[] = [];
      const server = createServer(({ url }, response) => {
        escaped.push(`reached ${url}`);
        response.setHeader('access-control-allow-origin', '*');
        response.end();
      });
      server.on('upgrade', ({ url }, socket) => {
        escaped.push(`reached ${url}`);
        socket.destroy();
      });
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      // A TCP server that listens has an address of this kind.
      const { port } = server.address() as AddressInfo;

      const baseURL = process.env.ISOLAB_URL;
      if (!baseURL) throw new Error('The app is not served.');
      const context = await browser.newContext({ baseURL, serviceWorkers: 'block' });
      const page = await context.newPage();
      page.on('dialog', (dialog) => {
        escaped.push(`dialog ${dialog.message()}`);
        void dialog.dismiss();
      });
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        const isOurs = origin === new URL(baseURL).origin;
        if (/^(https?|wss?):$/.test(protocol) && !isOurs) escaped.push(`asked ${request.url()}`);
      });
      page.on('popup', (popup) => escaped.push(`popup ${popup.url()}`));
      await page.route('**/assets/MonacoEditor-*.js', (route) => route.abort());
      await new Playground(page).goto();
      await page.evaluate(() => {
        localStorage.setItem('secret', 'kept');
        // biome-ignore lint/suspicious/noDocumentCookie: the attacks look for one.
        document.cookie = 'secret=kept';
      });
      await use({ page, catcher: `http://127.0.0.1:${port}`, escaped });
      await context.close();
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
});

let last = 0;

function play({ page, catcher }: Target, attack: Attack): Promise<string> {
  last += 1;
  return page.evaluate(playAttack, {
    files: filesOf(attack, catcher, `hostile-${last}`),
    requests: attack.requests ?? 1,
    upgrade: attack.upgrade ?? false,
  });
}

/** What must be so, whatever a worker tried. */
async function expectUnharmed({ page, escaped }: Target): Promise<void> {
  const now = await page.evaluate(async () => {
    await window.isolab.open({
      files: {
        'wrangler.jsonc': `{ "name": "after-${crypto.randomUUID()}" }`,
        'worker.js': 'export default { fetch: () => new Response("stands") };',
      },
    });
    return {
      next: await (await window.isolab.fetch('/')).text(),
      title: document.title,
      polluted: 'hostile' in {} || 'hostile' in Function.prototype || 'hostile' in window,
      secret: localStorage.getItem('secret'),
      cookie: document.cookie,
      address: location.pathname + location.hash,
      foreign: [...document.querySelectorAll('script, img, iframe, link')]
        .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
        .filter((url) => /hostile|^x$/.test(url)),
    };
  });
  expect(now).toEqual({
    next: 'stands',
    title: 'Isolab: see what abortIsolate() does',
    polluted: false,
    secret: 'kept',
    cookie: 'secret=kept',
    address: '/',
    foreign: [],
  });
  expect(escaped).toEqual([]);
}

/** A person looks at everything that came of it. */
async function lookAtAll({ page }: Target): Promise<void> {
  const workbench = new Workbench(page);
  await page.getByRole('tab', { name: /^Requests/ }).click();
  await workbench.requests().first().click();
  await expect(workbench.detail()).toBeVisible();
  await workbench.openConsole();
  await expect(page.getByRole('tab', { name: /^Console/, selected: true })).toBeVisible();
}

for (const [about, attacks] of Object.entries(ATTACKS)) {
  test.describe(about, () => {
    for (const attack of attacks) {
      test(attack.tries, async ({ target }) => {
        expect(await play(target, attack)).toMatch(attack.comes);
        if (about === 'showing') await lookAtAll(target);
        await expectUnharmed(target);
      });
    }
  });
}

test('there are at least 80 attacks, and no two that try the same', () => {
  const tried = Object.values(ATTACKS).flatMap((attacks) => attacks.map(({ tries }) => tries));
  expect(tried.length).toBeGreaterThanOrEqual(80);
  expect(new Set(tried).size).toBe(tried.length);
});
