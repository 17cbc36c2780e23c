import { expect, test } from '../fixtures';
import { forge } from './attacks/forging.mjs';

test('untrusted code runs in an opaque origin', async ({ playground }) => {
  await playground.openWorker(`export default { fetch: () => new Response(self.origin) };`);
  expect(await playground.fetch('/')).toMatchObject({ text: 'null' });
});

test('a forged message of the protocol on the port that can be had changes nothing', async ({
  playground,
}) => {
  await playground.openWorker(
    forge(`[{ type: 'abort', reason: 'forged', received: 0, id: 'forged' }]`),
  );
  const settled = await playground.fetch('/');
  if (settled.how === 'rejected') throw new Error(settled.message);
  expect(settled.text).toBe('ports 1, answers 0');
  expect(await playground.eventsOf('isolate.aborted')).toEqual([]);
});

test('sandbox.html that is framed without the sandbox attribute does nothing', async ({
  playground,
}) => {
  const { page } = playground;
  const said = await page.evaluate(async () => {
    const messages: unknown[] = [];
    addEventListener('message', (event) => messages.push(event.data));
    const frame = document.createElement('iframe');
    frame.src = new URL('sandbox.html', document.baseURI).href;
    const loaded = new Promise((resolve) => {
      frame.onload = resolve;
    });
    document.body.append(frame);
    await loaded;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => messages.push(event.data);
    frame.contentWindow?.postMessage(
      { type: 'isolab.sandbox', frame: 'parent.postMessage("ran in " + origin, "*")', isolate: '' },
      '*',
      [port2],
    );
    await new Promise((resolve) => setTimeout(resolve, 500));
    return messages.map((message) => JSON.stringify(message));
  });
  // With the production headers the document itself is sandboxed: it may say that it is ready and run
  // what it is sent, but only in an opaque origin, never in the page's.
  expect(said).not.toContainEqual(expect.stringContaining('ran in http'));
});

test('sandbox.html that is opened as a page of its own does nothing', async ({
  page,
  playground,
}) => {
  const { origin } = new URL(playground.page.url());
  await page.goto(`${origin}/sandbox.html`);
  expect(await page.evaluate(() => self.origin)).toBe('null');
  expect(await page.evaluate(() => 'startFrame' in self)).toBe(false);
});
