/** How isolates are run, as chosen on the page. */
import { expect, type Playground, test } from '../fixtures';
import { Workbench } from '../workbench';

const WORKER = `import { abortIsolate } from 'cloudflare:workers';
export default { async fetch(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/wait') await new Promise(() => {});
  if (pathname === '/abort') abortIsolate('poisoned');
  return new Response('ok');
} };`;

test.describe('the Isolate menu', () => {
  test('a policy that is chosen there holds for the next request', async ({ playground }) => {
    const workbench = new Workbench(playground.page);
    await playground.openWorker(WORKER);
    await workbench.send('/');
    await expect(workbench.requests()).toHaveText([/ok/]);
    const menu = await workbench.openIsolateMenu();
    await menu.getByRole('radio', { name: /^process/ }).check();
    await playground.page.keyboard.press('Escape');
    await workbench.send('/abort');
    await expect(workbench.requests().first()).toContainText('Network connection lost.');
    await expect(workbench.requests().first()).not.toContainText('poisoned');
  });

  test('what the project configures goes before it, and the menu says so', async ({
    playground,
  }) => {
    await playground.open({
      'worker.js': WORKER,
      'wrangler.jsonc': '{ "isolab": { "policy": "condemn" }, "limits": { "cpu_ms": 250 } }',
    });
    const menu = await new Workbench(playground.page).openIsolateMenu();
    await expect(menu.getByRole('radio', { name: /^condemn/ })).toBeChecked();
    await expect(menu.getByRole('radio', { name: /^abort/ })).toBeDisabled();
    await expect(menu).toContainText('isolab.policy');
    await expect(menu.getByLabel('CPU limit in ms')).toHaveValue('250');
    await expect(menu.getByLabel('CPU limit in ms')).toBeDisabled();
    await expect(menu).toContainText('limits.cpu_ms');
  });

  test('a provocation without an isolate says that there is none', async ({ playground }) => {
    await playground.openWorker(WORKER);
    const menu = await new Workbench(playground.page).openIsolateMenu();
    await menu.getByRole('button', { name: 'Exceed memory' }).click();
    await expect(menu.getByRole('alert')).toContainText('no isolate yet');
  });

  for (const [button, outcome] of [
    ['Exceed CPU', 'exceededCpu'],
    ['Exceed memory', 'exceededMemory'],
  ] as const) {
    test(`${button} ends what is in flight as ${outcome}`, async ({ playground }) => {
      const workbench = new Workbench(playground.page);
      await playground.openWorker(WORKER);
      await workbench.send('/wait');
      await expect(workbench.requests()).toHaveText([/in flight/]);
      const menu = await workbench.openIsolateMenu();
      await menu.getByRole('button', { name: button }).click();
      await expect(menu).toBeHidden();
      await expect(workbench.requests()).toHaveText([new RegExp(outcome)]);
    });
  }

  test('Condemn lets an isolate finish, and the header counts it while it lives', async ({
    playground,
  }) => {
    const workbench = new Workbench(playground.page);
    await playground.openWorker(WORKER);
    await workbench.send('/wait');
    await expect(workbench.requests()).toHaveText([/in flight/]);
    const menu = await workbench.openIsolateMenu();
    await menu.getByRole('button', { name: 'Condemn' }).click();
    await expect(playground.page.getByRole('banner')).toContainText('1 condemned isolate');
    await workbench.send('/');
    await expect(workbench.requests()).toHaveText([/ok.*gen 2/, /in flight.*gen 1/]);
    await expect(workbench.lane(1)).toContainText('condemned: by hand');
  });

  test('Escape closes it and gives the focus back', async ({ playground }) => {
    const { page } = playground;
    const button = page.getByRole('button', { name: 'Isolate', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('dialog', { name: 'Isolate' });
    await menu.getByText('Provoke').waitFor();
    await page.keyboard.press('Tab');
    await expect(menu.getByRole('radio', { name: /^abort/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(button).toBeFocused();
  });

  test.describe('at 390 px', () => {
    test.use({ viewport: { width: 390, height: 844 } });

    test('it is whole on the screen', async ({ playground }) => {
      const menu = await new Workbench(playground.page).openIsolateMenu();
      const box = await menu.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    });
  });
});

test('a request that waits because its service aborts again and again says so', async ({
  playground,
}) => {
  const workbench = new Workbench(playground.page);
  await playground.openWorker(WORKER);
  await playground.fetch('/');
  const menu = await workbench.openIsolateMenu();
  // In one go: a service that takes its time between two aborts is forgiven the first.
  await menu.getByRole('button', { name: 'Exceed CPU' }).evaluate(async (button: HTMLElement) => {
    for (let times = 0; times < 12; times += 1) button.click();
    await window.isolab.fetch('/');
  });
  await workbench.requests().first().click();
  await expect(workbench.detail()).toContainText('the service aborts again and again');
  await expect(workbench.lane(13)).toContainText('slowed for');
});

test('one click shows the same burst under each policy, side by side', async ({ playground }) => {
  const { page } = playground;
  const workbench = new Workbench(page);
  await page.getByRole('button', { name: 'Compare policies' }).click();
  await expect.poll(async () => (await playground.eventsOf('request.ended')).length).toBe(3 * 5);

  const ends = await endsByService(playground);
  expect([...ends.keys()].sort()).toEqual(['story · abort', 'story · condemn', 'story · process']);

  const aborted = {
    outcome: 'aborted',
    reason: 'poisoned',
    message: expect.stringContaining('poisoned'),
  };
  expect(ends.get('story · abort')).toMatchObject({
    '/slow': [aborted, aborted, aborted],
    '/abort': [aborted],
    '/': [{ outcome: 'ok' }],
  });
  const ok = { outcome: 'ok' };
  expect(ends.get('story · condemn')).toMatchObject({
    '/slow': [ok, ok, ok],
    '/abort': [aborted],
    '/': [ok],
  });
  const cut = { outcome: 'aborted', reason: undefined, message: 'Network connection lost.' };
  expect(ends.get('story · process')).toMatchObject({
    '/slow': [cut, cut, cut],
    '/abort': [cut],
  });

  for (const service of ends.keys()) {
    await expect(page.locator(`tbody[data-service="${service}"] tr[data-request]`)).toHaveCount(5);
    await expect(workbench.requests().filter({ hasText: service })).toHaveCount(5);
  }
});

interface End {
  readonly outcome: string;
  readonly reason: string | undefined;
  readonly message: string | undefined;
}

/** How requests ended: by service, then by path. */
async function endsByService(playground: Pick<Playground, 'events'>) {
  const events = await playground.events();
  const paths = new Map(
    events.flatMap((event) =>
      event.type === 'request.began' && event.event.type === 'fetch'
        ? [[event.request, new URL(event.event.url).pathname] as const]
        : [],
    ),
  );
  const services = new Map<string, Record<string, End[]>>();
  for (const event of events) {
    if (event.type !== 'request.ended') continue;
    const ends = services.get(event.service) ?? {};
    services.set(event.service, ends);
    const path = paths.get(event.request) ?? '';
    const { outcome, reason, error } = event;
    ends[path] = [...(ends[path] ?? []), { outcome, reason, message: error?.message }];
  }
  return services;
}
