import { expect, test } from '../fixtures';

const WORKER = `export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === '/use') return new Response(await env.KV.get('key'));
    return new Response(typeof env.KV);
  },
};`;

const project = (configuration: string) => ({
  'wrangler.jsonc': configuration,
  'worker.js': WORKER,
});

const UNSUPPORTED = `{
  "compatibility_date": "2026-08-01",
  "kv_namespaces": [{ "binding": "KV", "id": "1" }],
  "nmae": "typo"
}`;

test('a binding that is not supported throws where it is used, with its key', async ({
  playground,
}) => {
  await playground.open(project(UNSUPPORTED));
  expect(await playground.fetch('/')).toMatchObject({ text: 'function' });
  expect(await playground.fetch('/use')).toMatchObject({
    how: 'rejected',
    message: expect.stringContaining('env.KV cannot be used'),
  });
});

test('what is not supported is told with the first startup, and not again until it changes', async ({
  playground,
}) => {
  await playground.open(project(UNSUPPORTED));
  await playground.fetch('/');
  await playground.page.evaluate(() => window.isolab.abortIsolate('again'));
  await playground.fetch('/');
  const [first, second] = await playground.eventsOf('startup.began');
  expect(first?.warnings?.map(({ position }) => position?.line)).toEqual([3, 4]);
  expect(second?.warnings).toBeUndefined();
});

test('the console says what is not supported, with its place', async ({ playground }) => {
  await playground.open(project(UNSUPPORTED));
  await playground.fetch('/');
  await playground.page.getByRole('tab', { name: /console/i }).click();
  const console = playground.page.getByRole('log', { name: 'Console' });
  await expect(console).toContainText('"kv_namespaces" is not supported in this playground');
  await expect(console).toContainText('wrangler.jsonc:3');
});

test('a wrangler.toml is not read, and that is said', async ({ playground }) => {
  await playground.open({ 'wrangler.toml': 'name = "a"', 'worker.js': WORKER });
  await playground.fetch('/');
  const [began] = await playground.eventsOf('startup.began');
  expect(began?.warnings).toMatchObject([{ position: { file: 'wrangler.toml' } }]);
});

test('a worker cannot be its own outbound worker', async ({ playground }) => {
  const configuration = '{ "name": "me", "isolab": { "outbound": "me" } }';
  await expect(playground.open(project(configuration))).rejects.toThrow(
    'wrangler.jsonc:1:41: "isolab.outbound": me cannot answer its own fetch().',
  );
});

test('more subrequests than limits.subrequests are refused', async ({ playground }) => {
  await playground.open({
    'wrangler.jsonc': '{ "limits": { "subrequests": 2 }, "isolab": { "outbound": "out" } }',
    'worker.js': `export default { async fetch() {
      const ask = () => fetch('https://api.example/').then(({ status }) => status, String);
      return Response.json([await ask(), await ask(), await ask()]);
    } };`,
    'workers/out/worker.js': 'export default { fetch: () => new Response() };',
  });
  expect(await playground.fetch('/')).toMatchObject({
    text: JSON.stringify([200, 200, 'Error: Too many subrequests.']),
  });
});

test('a loop of subrequests ends', async ({ playground }) => {
  const again = (service: string) =>
    `export default { fetch: (request, env) => env.${service}.fetch(request) };`;
  const bound = (service: string) =>
    JSON.stringify({ services: [{ binding: service.toUpperCase(), service }] });
  await playground.open({
    'wrangler.jsonc': JSON.stringify({
      name: 'first',
      services: [{ binding: 'SECOND', service: 'second' }],
    }),
    'worker.js': again('SECOND'),
    'workers/second/wrangler.jsonc': bound('first'),
    'workers/second/worker.js': again('FIRST'),
  });
  expect(await playground.fetch('/')).toMatchObject({
    how: 'rejected',
    message: expect.stringContaining('Subrequest depth limit exceeded.'),
  });
});
