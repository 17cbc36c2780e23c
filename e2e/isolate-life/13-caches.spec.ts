import { expect, test } from '../fixtures';

test('13 what caches keep survives an abort', async ({ playground }) => {
  await playground.openWorker(`
import { abortIsolate } from 'cloudflare:workers';
const url = 'https://cached.example/';
export default {
  async fetch(request) {
    const cache = await caches.open('mine');
    switch (new URL(request.url).pathname) {
      case '/put':
        await cache.put(url, new Response('kept', { headers: { 'cache-control': 'max-age=60' } }));
        return new Response('put');
      case '/abort':
        abortIsolate('poisoned');
    }
    const found = await cache.match(url);
    return new Response(found ? await found.text() : 'nothing');
  },
};`);
  expect(await playground.fetch('/')).toMatchObject({ text: 'nothing' });
  expect(await playground.fetch('/put')).toMatchObject({ text: 'put' });
  expect(await playground.fetch('/abort')).toMatchObject({ how: 'rejected' });
  expect(await playground.fetch('/')).toMatchObject({ text: 'kept' });
});

test('13 what caches keep is read by one request of an isolate after the other', async ({
  playground,
}) => {
  await playground.openWorker(`
const url = 'https://cached.example/';
export default {
  async fetch(request) {
    const found = await caches.default.match(url);
    if (found) return new Response(await found.text());
    await caches.default.put(url, new Response('kept'));
    return new Response('nothing');
  },
};`);
  expect(await playground.fetch('/')).toMatchObject({ text: 'nothing' });
  expect(await playground.fetch('/')).toMatchObject({ text: 'kept' });
  expect(await playground.fetch('/')).toMatchObject({ text: 'kept' });
});
