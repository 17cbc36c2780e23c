import { test as alone } from '../fixtures';
import { expect, test } from './life';

const WORKER = `
import { abortIsolate } from 'cloudflare:workers';
export default {
  fetch(request) {
    if (new URL(request.url).pathname === '/abort') abortIsolate('again');
    return new Response('well');
  },
};`;

test('8 a service that aborts again and again is slowed, ever more, and less when it behaves', async ({
  life,
}) => {
  await life.openWorker(WORKER);
  const delays = async () => (await life.eventsOf('isolate.delayed')).map(({ delay }) => delay);
  await expect(async () => {
    await life.fetch('/abort');
    expect((await delays()).length).toBeGreaterThanOrEqual(3);
  }).toPass({ intervals: [0] });
  const grown = await delays();
  expect(grown).toEqual(grown.toSorted((a, b) => a - b));
  const longest = grown.at(-1) ?? 0;
  expect(longest).toBeGreaterThan(grown[0] ?? 0);

  // It behaves: it answers, and is forgiven with time.
  await expect(async () => {
    expect(await life.fetch('/')).toMatchObject({ text: 'well' });
    await life.page.waitForTimeout(2000);
    await life.fetch('/abort');
    const delayed = (await life.eventsOf('isolate.delayed')).at(-1);
    const created = (await life.eventsOf('isolate.created')).at(-1);
    const delay = delayed?.generation === created?.generation ? (delayed?.delay ?? 0) : 0;
    expect(delay).toBeLessThan(longest);
  }).toPass({ intervals: [0] });
});

test('8 a request that waits for a slowed isolate is answered by it', async ({ life }) => {
  await life.openWorker(WORKER);
  await expect(async () => {
    await life.fetch('/abort');
    expect(await life.eventsOf('isolate.delayed')).not.toEqual([]);
  }).toPass({ intervals: [0] });
  expect(await life.fetch('/')).toMatchObject({ how: 'resolved', text: 'well' });
  const delayed = (await life.eventsOf('isolate.delayed')).at(-1);
  const last = (await life.eventsOf('request.ended')).at(-1);
  expect(last).toMatchObject({ outcome: 'ok', generation: delayed?.generation });
});

test('8 a few aborts are not slowed', async ({ life }) => {
  await life.openWorker(WORKER);
  for (let aborts = 0; aborts < 5; aborts += 1) await life.fetch('/abort');
  const slowed = await life.eventsOf('isolate.delayed');
  // Threads of other tests may still linger; that alone is another reason to wait.
  expect(slowed.filter(({ lingering }) => lingering < 32)).toEqual([]);
});

// In a page of its own: threads of other tests linger, too.
alone(
  '8 no more threads linger than the browser bears, also where the limiter is off',
  async ({ playground }) => {
    await playground.open({
      'worker.js': WORKER,
      'wrangler.jsonc': JSON.stringify({ isolab: { limiter: false } }),
    });
    // In one breath, so that every thread still lingers, however slow the machine is.
    await playground.page.evaluate(async () => {
      const fired = Array.from({ length: 45 }, () => {
        const request = window.isolab.fetch('/');
        return [request, window.isolab.abortIsolate('again')];
      });
      await Promise.allSettled(fired.flat());
    });
    const delayed = await playground.eventsOf('isolate.delayed');
    expect(delayed.length).toBeGreaterThan(0);
    expect(Math.max(...delayed.map(({ lingering }) => lingering))).toBe(32);
    expect(await playground.fetch('/')).toMatchObject({ how: 'resolved', text: 'well' });
  },
);
