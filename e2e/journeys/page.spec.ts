import { expect, test } from '../fixtures';
import { Workbench } from '../workbench';

const WORKER = {
  'src/index.ts': `import { abortIsolate } from 'cloudflare:workers';
let counter = 0;
export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/wait') {
      await new Promise(() => {});
    }
    if (pathname === '/abort') {
      try {
        abortIsolate('poisoned');
      } catch {
        console.log('catch ran');
      } finally {
        console.log('finally ran');
      }
    }
    return new Response('counter at ' + ++counter);
  },
};`,
};

test('one click on the story shows the whole point', async ({ playground }) => {
  const workbench = new Workbench(playground.page);
  await workbench.runScenario();
  await expect(workbench.requests()).toHaveText([
    /5.*ok.*GET \/.*200/,
    /4.*aborted.*GET \/abort.*poisoned/,
    /3.*aborted.*GET \/slow.*poisoned/,
    /2.*aborted.*GET \/slow.*poisoned/,
    /1.*aborted.*GET \/slow.*poisoned/,
  ]);
  await expect(workbench.lane(1)).toContainText('abortIsolate("poisoned")');
  await expect(workbench.lane(2)).toContainText('after an abort');
  await workbench.requests().first().click();
  await expect(workbench.detail()).toContainText(/request 1\b/i);
});

test('50 requests in flight and the one that aborts are shown aborted with the reason; the next one is answered', async ({
  playground,
}) => {
  const workbench = new Workbench(playground.page);
  await playground.open(WORKER);
  const { page } = playground;
  await workbench.send('/wait', { atOnce: 50 });
  await expect(page.getByRole('tab', { name: /^Requests 50/ })).toBeVisible();
  await workbench.send('/abort');
  await expect(page.getByRole('tab', { name: /^Requests 51/ })).toBeVisible();
  // Only those in sight and around it are rows.
  await page.getByRole('listbox', { name: /^Requests/ }).focus();
  await page.keyboard.press('Home');
  const selected = workbench.requests().and(page.getByRole('option', { selected: true }));
  for (let number = 51; number >= 1; number -= 1) {
    await expect(selected).toHaveText(new RegExp(`^${number}aborted.*poisoned`));
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Home');
  await workbench.send('/');
  await expect(workbench.requests().first()).toContainText(/ok.*200.*gen 2/);
  await workbench.requests().first().click();
  await expect(workbench.detail()).toContainText('counter at 1');
  expect(await playground.eventsOf('log')).toEqual([]);

  await expect(workbench.barsOf(1)).toHaveCount(51);
  await expect(workbench.lane(1)).toContainText('abortIsolate("poisoned")');
  await expect(workbench.barsOf(2)).toHaveCount(1);
});

test('a request shows its log lines, which lead to the code', async ({ playground }) => {
  const workbench = new Workbench(playground.page);
  await playground.openWorker(
    `export default { fetch({ url }) {\n  console.log('asked', url);\n  return new Response('ok');\n} };`,
  );
  await workbench.send('/one');
  await workbench.send('/two');
  await workbench.requests().first().click();
  await workbench.detail().getByRole('tab', { name: 'Log 1' }).click();
  const lines = workbench.detail().getByRole('region', { name: 'Log lines' }).getByRole('listitem');
  await expect(lines).toHaveText(/asked https:\/\/playground\.example\/two.*worker\.js:2:11/);
  await lines.getByRole('button').click();
  await expect(playground.page.getByRole('textbox', { name: 'Code of worker.js' })).toBeFocused();
});

test('a rejected request says who aborted the isolate', async ({ playground }) => {
  const workbench = new Workbench(playground.page);
  await workbench.runScenario();
  await workbench.requests().last().click();
  await expect(workbench.detail()).toContainText('GET /abort');
  await expect(workbench.detail()).toContainText('poisoned');
});

test('the Abort button destroys the isolate with the reason that was typed', async ({
  playground,
}) => {
  const workbench = new Workbench(playground.page);
  await playground.open(WORKER);
  await workbench.send('/wait', { atOnce: 3 });
  await expect(workbench.requests()).toHaveCount(3);
  await workbench.abort('by hand');
  await expect(workbench.requests()).toHaveText([
    /aborted.*by hand/,
    /aborted.*by hand/,
    /aborted.*by hand/,
  ]);
});

test('a header line that is none is refused with its line, and nothing is sent', async ({
  playground,
}) => {
  const workbench = new Workbench(playground.page);
  await workbench.send('/', { headers: 'accept: text/plain\nno header' });
  await expect(playground.page.getByText(/line 2/i)).toBeVisible();
  expect(await playground.eventsOf('request.began')).toEqual([]);
});

test('a request and its response travel whole: method, headers and body', async ({
  playground,
}) => {
  const workbench = new Workbench(playground.page);
  await playground.openWorker(`export default { async fetch(request) {
    const cookie = request.headers.get('cookie');
    return new Response(request.method + ' ' + cookie + ' ' + await request.text(), { status: 201, headers: { 'x-made-by': 'isolab' } });
  } };`);
  await workbench.send('/', { method: 'POST', headers: 'Cookie: a=b', body: 'the body' });
  await workbench.requests().first().click();
  await expect(workbench.detail()).toContainText('201');
  await expect(workbench.detail()).toContainText('POST a=b the body');
  await workbench.detail().getByRole('tab', { name: 'Headers' }).click();
  await expect(workbench.detail()).toContainText('x-made-by');
});

test('the console shows what the worker logged, with its place', async ({ playground }) => {
  const workbench = new Workbench(playground.page);
  await playground.openWorker(
    `export default { fetch() {\n  console.warn('look', { here: 1 });\n  return new Response('ok');\n} };`,
  );
  await workbench.send('/');
  await workbench.openConsole();
  await expect(workbench.consoleLines()).toContainText(['look { here: 1 }']);
  await expect(workbench.consoleLines()).toContainText(['worker.js:2:11']);
});

test.describe('at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('nothing is wider than the screen', async ({ playground }) => {
    const workbench = new Workbench(playground.page);
    await workbench.runScenario();
    await expect(workbench.requests()).toHaveCount(5);
    const width = await playground.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
});
