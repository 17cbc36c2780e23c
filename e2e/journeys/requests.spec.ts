import AxeBuilder from '@axe-core/playwright';
import { expect, type Playground, test } from '../fixtures';
import { Workbench } from '../workbench';

/** Answers with what it got. */
const ECHO = `export default {
  async fetch(request) {
    const { method, url, headers } = request;
    const type = (headers.get('content-type') ?? 'none').split(';')[0];
    const body = type === 'multipart/form-data'
      ? [...await request.formData()].map(([name, value]) => name + '=' + (value.name ?? value)).join()
      : await request.text();
    return new Response([method, new URL(url).search, type, headers.get('x-own'), body].join(' | '));
  },
  scheduled({ cron }) {
    console.log('cron', cron);
  },
  queue({ queue, messages }) {
    console.log(queue, JSON.stringify(messages.map(({ body }) => body)));
  },
};`;

test.describe('the composer', () => {
  test('keeps the query and its table the same, both ways', async ({ playground }) => {
    const { bar } = await opened(playground);
    const url = bar.getByLabel('Path or URL');
    await url.fill('/p?a=1&b=x%20y');
    await bar.getByRole('tab', { name: /^Query/ }).click();
    await expect(bar.getByLabel('Value of parameter 2')).toHaveValue('x y');
    await bar.getByLabel('Value of parameter 1').fill('2');
    await bar.getByLabel('New parameter', { exact: true }).fill('c');
    await bar.getByRole('button', { name: 'Remove parameter 2' }).click();
    await expect(url).toHaveValue('/p?a=2&c=');
  });

  test('sends a body of each type with its content-type, which one typed by hand replaces', async ({
    playground,
  }) => {
    const { bar, workbench } = await opened(playground);
    await bar.getByLabel('Method').selectOption('POST');
    await bar.getByRole('tab', { name: /^Body/ }).click();

    const types = bar.getByRole('radiogroup', { name: 'Type of the body' });
    await types.getByText('JSON', { exact: true }).click();
    await bar.getByLabel('Body', { exact: true }).fill('{\n  "a": 1\n  "b": 2\n}');
    await expect(bar.getByText('a comma is missing')).toContainText('Line 3, column 3');
    await bar.getByLabel('Body', { exact: true }).fill('{"a":1}');
    await bar.getByLabel('Body', { exact: true }).press('ControlOrMeta+Enter');
    await expect(workbench.detail()).toContainText('POST |  | application/json |  | {"a":1}');

    await types.getByText('Form', { exact: true }).click();
    await bar.getByLabel('New field', { exact: true }).fill('b c');
    await bar.getByLabel('Value of field 1').fill('&');
    await bar.getByLabel('Value of field 1').press('Enter');
    await expect(workbench.detail()).toContainText('x-www-form-urlencoded |  | b+c=%26');

    await types.getByText('Multipart', { exact: true }).click();
    await bar.getByLabel('New part', { exact: true }).fill('photo');
    await bar.getByLabel('Kind of part 1').selectOption('file');
    const file = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from([1, 2, 3]) };
    await bar.getByLabel('Value of part 1').setInputFiles(file);
    await expect(bar.getByText('image/png, 3 bytes')).toBeVisible();
    await bar.getByRole('button', { name: 'Send' }).click();
    await expect(workbench.detail()).toContainText('multipart/form-data |  | photo=a.png');

    await types.getByText('Text', { exact: true }).click();
    await bar.getByRole('tab', { name: /^Headers/ }).click();
    await bar.getByLabel('New header', { exact: true }).fill('content-type');
    await bar.getByLabel('Value of header 1').fill('text/x-mine');
    await bar.getByRole('button', { name: 'Send' }).click();
    await expect(workbench.detail()).toContainText('text/x-mine');
  });

  test('keeps the draft over a reload', async ({ playground }) => {
    const { bar } = await opened(playground);
    await bar.getByLabel('New header', { exact: true }).fill('X-Own');
    await bar.getByLabel('Value of header 1').fill('kept');
    await bar.getByLabel('Path or URL').fill('/kept');
    await playground.goto();
    await expect(bar.getByLabel('Path or URL')).toHaveValue('/kept');
    await expect(bar.getByLabel('Value of header 1')).toHaveValue('kept');
  });

  test('sends a method that was typed', async ({ playground }) => {
    const { bar, workbench } = await opened(playground);
    await bar.getByLabel('Method').selectOption('Other…');
    await playground.page.keyboard.type('PURGE');
    await playground.page.keyboard.press('Enter');
    await expect(workbench.requests()).toHaveText([/PURGE.*200/]);
  });

  test('fires a cron line, in words, and a queue of messages', async ({ playground }) => {
    const { bar, workbench } = await opened(playground);
    await bar.getByLabel('Method').selectOption('scheduled');
    await bar.getByLabel('Cron').fill('0 3 * *');
    await expect(bar.getByText('this one has 4')).toBeVisible();
    await bar.getByRole('button', { name: '0 3 * * *' }).click();
    await expect(bar.getByText('At 03:00').first()).toBeVisible();
    await bar.getByRole('button', { name: 'Send' }).click();
    await expect(workbench.requests()).toHaveText([/ok.*scheduled 0 3 \* \* \*/]);

    await bar.getByLabel('Method').selectOption('queue');
    await bar.getByLabel('Queue').fill('orders');
    await bar.getByRole('button', { name: 'Add a message' }).click();
    await bar.getByLabel('Body of message 1').fill('{"id": 1}');
    await bar.getByRole('button', { name: 'Add a message' }).click();
    await playground.page.keyboard.type('hello');
    await playground.page.keyboard.press('ControlOrMeta+Enter');
    await expect(workbench.requests().first()).toContainText(/ok.*queue orders, 2 messages/);
    const logs = await playground.eventsOf('log');
    expect(logs.map(({ text }) => text)).toEqual(['cron 0 3 * * *', 'orders [{"id":1},"hello"]']);
  });
});

test('a curl command that is pasted fills the draft, and comes back as one', async ({
  playground,
}) => {
  const { bar, workbench } = await opened(playground);
  const { page } = playground;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const command = `curl -X PUT 'https://playground.example/x?a=1' -H 'X-Own: it'\\''s' --json '{"a":1}' -sL`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), command);
  await bar.getByLabel('Path or URL').fill('');
  await bar.getByLabel('Path or URL').press('ControlOrMeta+V');
  await expect(bar.getByText(/Left out.*-s, -L/)).toBeVisible();
  await bar.getByRole('button', { name: 'Send' }).click();
  await expect(workbench.detail()).toContainText(`PUT | ?a=1 | application/json | it's | {"a":1}`);
  await workbench.detail().getByRole('button', { name: 'Copy as curl' }).click();
  await expect(bar.getByText('Copied as a curl command.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`-H 'X-Own: it'\\''s'`);
  expect(copied).toContain(`--data-raw '{"a":1}'`);
});

test('the history fires again by the keyboard, and loads what was sent, and what that replaced is put back', async ({
  playground,
}) => {
  const { bar, workbench } = await opened(playground);
  await workbench.send('/one');
  await workbench.send('/two');
  await expect(workbench.requests()).toHaveCount(2);
  const { page } = playground;
  const history = page.getByRole('list', { name: 'History, newest first' });
  await bar.getByRole('button', { name: 'History' }).press('Enter');
  await history.getByRole('button', { name: 'Fire again: GET /two' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(workbench.requests().first()).toContainText(/3.*\/one/);
  await expect(history).toBeHidden();
  const url = bar.getByLabel('Path or URL');
  await url.fill('/typed');
  await bar.getByRole('button', { name: 'History' }).click();
  await history.getByRole('button', { name: 'Edit: GET /one' }).first().click();
  await expect(url).toHaveValue('/one');
  await bar.getByRole('button', { name: 'Put back what was there' }).click();
  await expect(url).toHaveValue('/typed');
  await bar.getByRole('button', { name: 'History' }).click();
  await page.getByRole('button', { name: 'Empty the history' }).click();
  await expect(page.getByText('What you send is kept here')).toBeVisible();
});

test('a WebSocket is talked over, closed, and told of an abort', async ({ playground }) => {
  const { bar, workbench } = await opened(playground, SOCKET);
  await bar.getByLabel('Method').selectOption('webSocket');
  await bar.getByRole('button', { name: 'Connect' }).click();
  const socket = playground.page.getByRole('region', { name: 'WebSocket' });
  const frames = socket.getByRole('list', { name: 'Frames' }).getByRole('listitem');
  await socket.getByRole('textbox', { name: 'Message' }).fill('hello');
  await socket.getByRole('textbox', { name: 'Message' }).press('Enter');
  await expect(frames).toContainText([/sent: .*hello/, /received: .*you said hello/]);
  await socket.getByLabel('Code of the close').fill('3001');
  await socket.getByLabel('Reason of the close').fill('enough');
  await socket.getByRole('button', { name: 'Close it' }).click();
  await expect(frames.last()).toContainText('closed cleanly, code 3001: enough');

  await bar.getByRole('button', { name: 'Connect' }).click();
  await expect(workbench.requests()).toHaveCount(2);
  await expect(socket.getByRole('textbox', { name: 'Message' })).toBeVisible();
  await workbench.abort('by hand');
  await expect(frames.last()).toContainText('closed not cleanly, code 1006');
  await expect(frames.nth(-2)).toContainText(/error: .*by hand/);
});

test('of 10,000 requests only those in sight are rows, and the last is reached by a key', async ({
  playground,
}) => {
  const { workbench } = await opened(playground, 'export default { fetch: () => new Response() };');
  await playground.page.evaluate(async () => {
    for (let sent = 0; sent < 10_000; sent += 500) {
      await Promise.all(Array.from({ length: 500 }, () => window.isolab.fetch('/')));
    }
  });
  const list = playground.page.getByRole('listbox', { name: /Requests/ });
  await expect(workbench.requests().first()).toHaveAttribute('aria-setsize', '10000');
  expect(await workbench.requests().count()).toBeLessThan(200);
  await list.focus();
  await playground.page.keyboard.press('End');
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute(
    'aria-posinset',
    '10000',
  );
  await expect(list.getByRole('option', { selected: true })).toBeInViewport();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the open composer and the scenario have no axe violations, ${colorScheme}`, async ({
    playground,
  }) => {
    const { page } = playground;
    await page.emulateMedia({ colorScheme });
    const bar = page.getByRole('form', { name: 'Request' });
    await bar.getByLabel('Path or URL').fill(`curl /x?a=1 -H 'x-own: 1' --json '{,}'`);
    for (const tab of [/^Query/, /^Headers/, /^Body/, /^Send to/]) {
      await bar.getByRole('tab', { name: tab }).click();
      expect((await new AxeBuilder({ page }).include('.request-bar').analyze()).violations).toEqual(
        [],
      );
    }
    await page.getByRole('tab', { name: 'Scenario', exact: true }).click();
    await page.getByRole('button', { name: 'Headers, body and more of event 1' }).click();
    expect((await new AxeBuilder({ page }).include('.scenario').analyze()).violations).toEqual([]);
  });
}

const SOCKET = `export default {
  fetch() {
    const [client, server] = Object.values(new WebSocketPair());
    server.accept();
    server.addEventListener('message', ({ data }) => server.send('you said ' + data));
    return new Response(null, { status: 101, webSocket: client });
  },
};`;

/** Opens a worker, and the composer. */
async function opened(playground: Playground, source = ECHO) {
  await playground.openWorker(source);
  const workbench = new Workbench(playground.page);
  const bar = playground.page.getByRole('form', { name: 'Request' });
  await bar.getByRole('button', { name: 'Headers, body' }).click();
  return { bar, workbench };
}
