import { expect, type Life, test } from './life';

const WORKER = `
import { abortIsolate } from 'cloudflare:workers';
let count = 0;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/wait') await pause(200);
    if (pathname === '/forever') await new Promise(() => {});
    if (pathname === '/abort') {
      try { abortIsolate('poisoned'); } catch { console.log('catch'); } finally { console.log('finally'); }
    }
    return new Response(String(++count));
  },
};`;

const REASON = 'The isolate was aborted: poisoned';

const openUnder = (life: Life, policy: string) => life.openWorker(WORKER, { isolab: { policy } });

test('15 policy abort: all in flight end with the reason, the next is answered by a fresh isolate', async ({
  life,
}) => {
  await openUnder(life, 'abort');
  const [waiting, caller] = await life.fetchAll(['/wait', '/abort']);
  expect(waiting).toMatchObject({ how: 'rejected', message: REASON });
  expect(caller).toMatchObject({ how: 'rejected', message: REASON });
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
});

test('15 policy condemn: the caller is ended, others finish, new requests go to a fresh isolate', async ({
  life,
}) => {
  await openUnder(life, 'condemn');
  const [waiting, caller] = await life.fetchAll(['/wait', '/abort']);
  expect(caller).toMatchObject({ how: 'rejected', message: REASON });
  expect(waiting).toMatchObject({ how: 'resolved', text: '1' });
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
  expect(await life.eventsOf('isolate.aborted')).toEqual([]);
  expect(await life.eventsOf('isolate.condemned')).toMatchObject([
    { generation: 1, cause: 'policy' },
  ]);
  expect(await life.eventsOf('isolate.created')).toMatchObject([
    { generation: 1 },
    { generation: 2, cause: 'condemned' },
  ]);
});

test('15 policy condemn: nothing of the caller runs on', async ({ life }) => {
  await openUnder(life, 'condemn');
  await life.fetchAll(['/wait', '/abort']);
  expect(await life.eventsOf('log')).toEqual([]);
});

test('15 policy condemn: a busy service piles condemned isolates up', async ({ life }) => {
  await openUnder(life, 'condemn');
  for (let round = 0; round < 4; round += 1) {
    void life.fetch('/forever').catch(() => {});
    await life.fetch('/abort');
  }
  expect(await life.eventsOf('isolate.condemned')).toHaveLength(4);
  expect(await life.eventsOf('isolate.ended')).toEqual([]);
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
});

test('15 policy process: clients see a cut connection without the reason', async ({ life }) => {
  await openUnder(life, 'process');
  const settled = await life.fetchAll(['/wait', '/abort', '/']);
  for (const each of settled) {
    expect(each).toMatchObject({ how: 'rejected', message: 'Network connection lost.' });
  }
  for (const ended of await life.eventsOf('request.ended')) {
    expect(ended.outcome).toBe('aborted');
    expect(ended).not.toHaveProperty('reason');
  }
  expect(await life.fetch('/')).toMatchObject({ how: 'resolved', text: '1' });
});

test('15 policy process: the isolates of every other service die with it', async ({ life }) => {
  await openUnder(life, 'abort');
  const waiting = life.fetch('/forever');
  await life.until({ type: 'request.handled' });
  const other = life.beside();
  await openUnder(other, 'process');
  await other.fetch('/abort');
  expect(await waiting).toMatchObject({ how: 'rejected', message: 'Network connection lost.' });
  expect(await life.eventsOf('isolate.aborted')).toMatchObject([{ cause: 'policy' }]);
  expect(await other.fetch('/')).toMatchObject({ how: 'resolved', text: '1' });
});
