/** Each example is opened from the gallery, run with one click, and makes its point. */
import type { Page } from '@playwright/test';
import { readScenario } from '../../app/requests/scenario/read-scenario';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { answerFromMirror, serveInstalledPackages } from '../differential/package-mirror';
import { expect, Playground, test } from '../fixtures';
import { Workbench } from '../workbench';

test('an example opens as a project of its own, with its README beside it', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open({ 'worker.js': '// mine' });
  await new Workbench(page).openExample('counter');
  const readme = page.getByRole('region', { name: 'README', exact: true });
  await expect(readme).toContainText('A variable at the top of a module lives as long');
  await expect(page.locator('.header-project')).toContainText('counter');
  await expect(page.locator('.header-project')).toContainText('example');
  expect(await new Workbench(page).filePaths()).toEqual([
    'README.md',
    'counter.http',
    'src/index.ts',
    'wrangler.jsonc',
  ]);
  await readme.getByRole('button', { name: 'Put the README away' }).click();
  await expect(readme).toBeHidden();
});

test('what lies below a README does not jump when that comes', async ({ page }) => {
  let come = () => {};
  const asked = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route('**/assets/Readme-*.js', async (route) => {
    await asked;
    await route.continue();
  });
  const playground = new Playground(page);
  await playground.goto();
  await playground.open({ 'worker.js': 'export default {};', 'README.md': '# Short\n' });
  const top = async () =>
    (await page.getByRole('region', { name: 'Editor' }).boundingBox())?.y ?? Number.NaN;
  await expect(page.getByRole('region', { name: 'Editor' })).toContainText('worker.js');
  const before = await top();
  come();
  await expect(page.getByRole('heading', { name: 'Short' })).toBeVisible();
  expect(await top()).toBe(before);
});

test('a README is shown as text: no HTML of it, no picture, no link into the page', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.open({
    'worker.js': '',
    'README.md': `# Hostile

<img src="x" onerror="window.hostile = true"><script>window.hostile = true</script>

![tracking](https://tracker.example/pixel) [run](javascript:window.hostile=true) [here](./src/a.ts)
[out](https://example.com)`,
  });
  const readme = page.getByRole('region', { name: 'README', exact: true });
  await expect(readme.getByRole('heading')).toHaveText('Hostile');
  await expect(readme.locator('img, script')).toHaveCount(0);
  await expect(readme.getByRole('link')).toHaveText(['out']);
  await expect(readme.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer');
  expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
});

test('counter: an abort takes the variables of its isolate along', async ({ playground }) => {
  await runExample(playground, 'counter');
  expect(await endsOf(playground)).toMatchObject({ 'GET /abort': [aborted('start again')] });
  expect(await bodyOf(playground, '/')).toMatch(/^Visit \d of this isolate/);
  await expect(new Workbench(playground.page).lane(2)).toContainText('after an abort');
});

test('one-or-all: ctx.abort ends one request, abortIsolate all of them', async ({ playground }) => {
  await runExample(playground, 'one-or-all');
  const all = aborted('this isolate cannot go on');
  expect(await endsOf(playground)).toMatchObject({
    'GET /one': [{ outcome: 'exception', message: 'this request cannot be answered' }],
    'GET /slow': [all, all],
    'GET /all': [all],
  });
});

test('condemn-or-abort: where an isolate is condemned, it finishes what it has', async ({
  playground,
}) => {
  await runExample(playground, 'condemn-or-abort');
  const poisoned = aborted('poisoned');
  expect(await endsOf(playground, 'aborting')).toMatchObject({
    'GET /slow': [poisoned, poisoned, poisoned],
    'GET /abort': [poisoned],
  });
  const ok = { outcome: 'ok', status: 200 };
  expect(await endsOf(playground, 'condemning')).toMatchObject({
    'GET /slow': [ok, ok, ok],
    'GET /abort': [poisoned],
  });
});

test('poisoned-wasm: after a trap every request fails, in the same isolate', async ({
  playground,
}) => {
  await runExample(playground, 'poisoned-wasm');
  const failed = { outcome: 'ok', status: 500 };
  expect(await endsOf(playground)).toMatchObject({
    'GET /?amount=-1': [failed],
    'GET /?amount=2': [{ status: 200 }],
    'GET /?amount=1': [{ status: 200 }, failed, failed, failed, failed],
  });
  expect(await bodyOf(playground, '/?amount=1')).toBe('RuntimeError: unreachable\n');
  expect(await playground.eventsOf('isolate.created')).toHaveLength(1);
});

test('healed-wasm: after a trap a fresh isolate has a fresh instance', async ({ playground }) => {
  await runExample(playground, 'healed-wasm');
  expect(await endsOf(playground)).toMatchObject({
    'GET /?amount=-1': [aborted('Wasm trapped: RuntimeError: unreachable')],
  });
  expect(await bodyOf(playground, '/?amount=1')).toMatch(/^The count is \d/);
  expect((await playground.eventsOf('isolate.created')).length).toBeGreaterThan(1);
});

test('health-check: a cron event finds the isolate broken and aborts it', async ({
  playground,
}) => {
  await runExample(playground, 'health-check');
  const [by] = await playground.eventsOf('isolate.aborted');
  const began = await playground.eventsOf('request.began');
  expect(by).toMatchObject({ reason: 'the health check found no connection' });
  expect(began.find(({ request }) => request === by?.request)?.event.type).toBe('scheduled');
  expect(await bodyOf(playground, '/')).toBe('Answered over the first connection.\n');
});

test('cut-streams: responses that said 200 end in the middle of their bodies', async ({
  playground,
}) => {
  await runExample(playground, 'cut-streams');
  const cut = { ...aborted('row 10 cannot be read'), status: 200 };
  expect(await endsOf(playground)).toMatchObject({
    'GET /': [cut, cut, cut],
    'GET /?bad=10': [cut],
  });
  const workbench = new Workbench(playground.page);
  await workbench.requests().filter({ hasText: 'bad=10' }).click();
  await expect(workbench.detail()).toContainText('row 10 cannot be read');
  await workbench.detail().getByRole('tab', { name: 'Response' }).click();
  await expect(workbench.detail()).toContainText('row 1 of 60');
});

test('dropped-sockets: every WebSocket of the isolate ends with the reason', async ({
  playground,
}) => {
  await runExample(playground, 'dropped-sockets');
  const dropped = { ...aborted('tick 5 went wrong'), status: 101 };
  expect(await endsOf(playground)).toMatchObject({
    'GET /': [dropped, dropped, dropped],
    'GET /?bad=5': [dropped],
  });
  const workbench = new Workbench(playground.page);
  await workbench.requests().filter({ hasText: 'bad=5' }).click();
  await workbench.detail().getByRole('tab', { name: 'Messages' }).click();
  await expect(workbench.detail()).toContainText('tick 1');
  await expect(workbench.detail()).toContainText('1006');
});

test('lost-tasks: requests that were answered lose what waitUntil keeps alive', async ({
  playground,
}) => {
  await runExample(playground, 'lost-tasks');
  const ends = Object.values(await endsOf(playground)).flat();
  const lost = { ...aborted('the mailer is in a bad state'), status: 200 };
  expect(ends).toMatchObject([lost, lost, lost, lost]);
  const tasks = await playground.eventsOf('waitUntil.ended');
  expect(tasks.map(({ outcome }) => outcome)).toEqual(Array(4).fill('aborted'));
  expect(await playground.eventsOf('log')).toEqual([]);
});

test('startup-abort: no isolate comes up, and each request has the reason', async ({
  playground,
}) => {
  await runExample(playground, 'startup-abort');
  const failed = { outcome: 'startupFailed', reason: 'API_KEY is empty: see wrangler.jsonc' };
  expect(await endsOf(playground)).toMatchObject({ 'GET /': [failed, failed, failed] });
});

test('crash-loop: a service that aborts again and again has to wait', async ({ playground }) => {
  await runExample(playground, 'crash-loop');
  expect(await endsOf(playground)).toMatchObject({
    'GET /': Array(12).fill(aborted('the database does not answer')),
  });
  expect((await playground.eventsOf('isolate.delayed')).length).toBeGreaterThan(0);
});

test('memory-limits: over the limit an isolate is condemned, over twice the limit aborted', async ({
  playground,
}) => {
  await runExample(playground, 'memory-limits');
  expect(await endsOf(playground, 'once')).toMatchObject({ 'GET /slow': [{ outcome: 'ok' }] });
  await expect
    .poll(() => playground.eventsOf('isolate.condemned'))
    .toMatchObject([{ service: 'once', cause: 'exceededMemory' }]);
  expect(await endsOf(playground, 'twice')).toMatchObject({
    'GET /slow': [{ outcome: 'exceededMemory' }],
  });
  expect(await playground.eventsOf('isolate.aborted')).toMatchObject([
    { service: 'twice', cause: 'exceededMemory' },
  ]);
});

test('what-survives: the cache does, variables do not', async ({ playground }) => {
  await new Workbench(playground.page).openExample('what-survives');
  // Of the run nobody knows that this was done before the abort.
  await playground.fetch('/write');
  await runOpenExample(playground.page, 'what-survives', 1);
  expect(await endsOf(playground)).toMatchObject({
    'GET /abort': [aborted('to see what is left')],
  });
  expect(JSON.parse(await bodyOf(playground, '/read'))).toEqual({
    variable: 'gone',
    globalThis: 'gone',
    cache: 'remember me',
  });
});

test('hono: what an app does not expect aborts its isolate', async ({ playground }) => {
  await using mirror = await serveInstalledPackages();
  await answerFromMirror(playground.page, mirror.url);
  await runExample(playground, 'hono');
  expect(await endsOf(playground)).toMatchObject({
    'GET /damage': [aborted('unexpected: half of the stock was moved')],
  });
  expect(await bodyOf(playground, '/stock/pears')).toBe('{"thing":"pears","amount":3}');
  expect(await playground.fetch('/stock/plums')).toMatchObject({ status: 404, text: 'no plums' });
});

/** How a request is known to have ended in an abort. */
function aborted(reason: string) {
  return { outcome: 'aborted', reason };
}

/** Opens an example from the gallery, and presses the button beside its README. */
async function runExample({ page }: Playground, name: string): Promise<void> {
  await new Workbench(page).openExample(name);
  await runOpenExample(page, name);
}

async function runOpenExample(page: Page, name: string, endedBefore = 0): Promise<void> {
  await page
    .getByRole('region', { name: 'README', exact: true })
    .getByRole('button', { name: 'Run', exact: true })
    .click();
  const { steps } = readScenario(`${name}.http`, await scenarioOf(page, name));
  const total = steps.reduce((sum, { count }) => sum + count, 0);
  await expect.poll(() => endedIn(page)).toBe(endedBefore + total);
}

function scenarioOf(page: Page, name: string): Promise<string> {
  return page.evaluate((path) => String(window.isolab.project().files[path]), `${name}.http`);
}

/** How many requests of the page ended. */
function endedIn(page: Page): Promise<number> {
  return page.evaluate(
    () => window.isolab.events().filter(({ type }) => type === 'request.ended').length,
  );
}

interface End {
  readonly outcome: string;
  readonly reason: string | undefined;
  readonly message: string | undefined;
  readonly status: number | undefined;
}

/** How the requests ended, in the order in which they began, by what they were. */
async function endsOf(playground: Playground, service?: string): Promise<Record<string, End[]>> {
  const events = await playground.events();
  const of = <T extends RuntimeEvent['type']>(type: T, request: string) =>
    events.find(
      (event): event is Extract<RuntimeEvent, { type: T }> =>
        event.type === type && 'request' in event && event.request === request,
    );
  const ends: Record<string, End[]> = {};
  for (const began of events) {
    if (began.type !== 'request.began') continue;
    if (service !== undefined && began.service !== service) continue;
    const { request, event } = began;
    const what =
      event.type === 'fetch'
        ? `${event.method} ${event.url.replace('https://playground.example', '')}`
        : event.type;
    const ended = of('request.ended', request);
    ends[what] = [
      ...(ends[what] ?? []),
      {
        outcome: ended?.outcome ?? 'in flight',
        reason: ended?.reason,
        message: ended?.error?.message,
        status: of('request.responded', request)?.status,
      },
    ];
  }
  return ends;
}

async function bodyOf(playground: Playground, path: string): Promise<string> {
  const answer = await playground.fetch(path);
  return answer.how === 'resolved' ? answer.text : answer.message;
}
