/** Workers that nobody here wrote run and agree with the real `workerd`. */
import { expect, test } from '../fixtures';
import { observePlayground } from './observe-playground';
import { observeWorkerd } from './observe-workerd';
import { answerFromMirror, serveInstalledPackages } from './package-mirror';
import { realWorkers } from './real-workers';

test('templates of create-cloudflare and packages for Workers do what they do on workerd', async ({
  playground,
}) => {
  test.setTimeout(240_000);
  const { page } = playground;
  await using mirror = await serveInstalledPackages();
  await answerFromMirror(page, mirror.url);
  const workers = realWorkers();
  expect(workers.length).toBeGreaterThanOrEqual(10);
  for (const worker of workers) {
    await test.step(worker.name, async () => {
      const real = await observeWorkerd(worker);
      expect(real.startup).toBe('ok');
      expect(await observePlayground(page, worker)).toEqual(real);
    });
  }
});

test('the versions of packages that were looked up are named in package.json', async ({
  playground,
}) => {
  const { page } = playground;
  await using mirror = await serveInstalledPackages();
  await answerFromMirror(page, mirror.url);
  await playground.open({
    'worker.js':
      "import { AutoRouter } from 'itty-router';\nimport { Hono } from 'hono';\nexport default { fetch: () => new Response(typeof AutoRouter + typeof Hono) };",
    'package.json': '{\n  "devDependencies": { "hono": "^4.0.0" }\n}\n',
  });
  const answer = () => playground.fetch('/');
  expect(await answer()).toMatchObject({ text: 'functionfunction' });
  const packageJson = () =>
    page.evaluate(() => String(window.isolab.project().files['package.json']));
  await expect.poll(packageJson).toMatch(/"itty-router": "\d+\.\d+\.\d+"/);
  expect(await packageJson()).toMatch(/"devDependencies": \{\s+"hono": "4\.\d+\.\d+"\s+\}/);
  // The code is the same: its isolate lives on.
  expect(await answer()).toMatchObject({ text: 'functionfunction' });
  expect((await playground.eventsOf('isolate.condemned')).map(({ cause }) => cause)).toEqual([]);
});

test('without a network the error says which package, from where and why, at its import', async ({
  playground,
}) => {
  await playground.page.route('https://esm.sh/**', (route) => route.abort('internetdisconnected'));
  await playground.openWorker("// one\nimport { Hono } from 'hono';\nexport default new Hono();");
  const settled = await playground.fetch('/');
  expect(settled).toMatchObject({ how: 'rejected' });
  expect('message' in settled && settled.message).toMatch(
    /^worker\.js:2:22: Could not load the npm package "hono" from https:\/\/esm\.sh\/hono\?\S+: Failed to fetch\./,
  );
});
