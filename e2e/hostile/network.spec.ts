import { expect, test } from '../fixtures';

test('window.isolab cannot switch the network on', async ({ playground }) => {
  const names = await playground.page.evaluate(() =>
    Object.keys(window.isolab).filter((name) => /network/i.test(name)),
  );
  expect(names).toEqual([]);
});

test('a configuration cannot switch the network on', async ({ playground }) => {
  await playground.open({
    'wrangler.jsonc': JSON.stringify({
      isolab: { network: true, switchNetwork: true },
      network: true,
    }),
    'worker.js': `export default { fetch: () => fetch('https://api.example/') };`,
  });
  expect(await playground.fetch('/')).toMatchObject({
    how: 'rejected',
    message: expect.stringContaining('no network'),
  });
  expect(await playground.page.locator('iframe[title="Isolab network"]').count()).toBe(0);
});

test('a click that nobody made does not switch the network on', async ({ playground }) => {
  const { page } = playground;
  await playground.openWorker(`export default { fetch: () => fetch('https://api.example/') };`);
  await page.getByRole('button', { name: 'Isolate', exact: true }).click();
  await page.getByRole('checkbox', { name: /Real network/ }).waitFor();
  await page.evaluate(() => {
    const labels = [...document.querySelectorAll('label')];
    const label = labels.find((each) => each.textContent?.includes('Real network'));
    label?.querySelector('input')?.click();
  });
  expect(await playground.fetch('/')).toMatchObject({
    how: 'rejected',
    message: expect.stringContaining('no network'),
  });
});

test('network.html that is framed without the sandbox attribute has no origin', async ({
  playground,
}) => {
  const said = await playground.page.evaluate(async () => {
    const messages: string[] = [];
    addEventListener('message', ({ data }) => messages.push(JSON.stringify(data)));
    const frame = document.createElement('iframe');
    frame.src = new URL('network.html', document.baseURI).href;
    const loaded = new Promise((resolve) => {
      frame.onload = resolve;
    });
    document.body.append(frame);
    await loaded;
    const { port2 } = new MessageChannel();
    const init = {
      type: 'isolab.network',
      frame: 'parent.postMessage("ran in " + origin, "*"); startNetwork = () => {};',
    };
    frame.contentWindow?.postMessage(init, '*', [port2]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return messages;
  });
  expect(said).not.toContainEqual(expect.stringContaining('ran in http'));
});

test('an isolate has no way to a network by itself while it is switched on', async ({
  playground,
}) => {
  const { page } = playground;
  await playground.openWorker(`export default {
    async fetch() {
      const reached = await import(/* @vite-ignore */ new URL('https://api.example/x.js').href).then(
        () => 'reached',
        () => 'refused',
      );
      return new Response(reached);
    },
  };`);
  await page.getByRole('button', { name: 'Isolate', exact: true }).click();
  await page.getByRole('checkbox', { name: /Real network/ }).check();
  expect(await playground.fetch('/')).toMatchObject({ text: 'refused' });
});
