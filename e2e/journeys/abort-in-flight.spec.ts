import { expect, test } from '../fixtures';

/** /wait stays in flight until /abort opens the gate for all of them, and aborts in the same breath. */
const WORKER = `
import { abortIsolate } from 'cloudflare:workers';
let counter = 0;
const gate = Promise.withResolvers();
export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/wait') {
      setTimeout(() => console.log('a timer ran'), 0);
      await gate.promise;
      console.log('a continuation ran');
      return new Response('waited');
    }
    if (pathname === '/abort') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      gate.resolve();
      setTimeout(() => console.log('a later timer ran'), 0);
      try {
        abortIsolate('poisoned');
      } catch {
        console.log('catch ran');
      } finally {
        console.log('finally ran');
      }
    }
    return new Response(String(++counter));
  },
};`;

const logged = (texts: readonly string[], text: string) =>
  texts.filter((each) => each === text).length;

test('50 requests in flight and the one that aborts reject with the reason', async ({
  playground,
}) => {
  await playground.openWorker(WORKER);
  const settled = await playground.page.evaluate(async () => {
    const { isolab } = window;
    await isolab.fetch('/');
    const inFlight = Array.from({ length: 50 }, () => isolab.fetch('/wait'));
    const results = await Promise.allSettled([...inFlight, isolab.fetch('/abort')]);
    return results.map((result) =>
      result.status === 'rejected'
        ? { name: result.reason.name, message: result.reason.message }
        : { name: 'resolved', message: String(result.value.status) },
    );
  });
  expect(settled).toHaveLength(51);
  for (const { name, message } of settled) {
    expect(name).toBe('IsolateAbortedError');
    expect(message).toContain('poisoned');
  }
});

test('neither catch nor finally nor another continuation runs after the abort', async ({
  playground,
}) => {
  await playground.openWorker(WORKER);
  await playground.page.evaluate(async () => {
    const { isolab } = window;
    const inFlight = Array.from({ length: 50 }, () => isolab.fetch('/wait'));
    await Promise.allSettled([...inFlight, isolab.fetch('/abort')]);
    // The fresh isolate answers: whatever the old one had still sent would be here by now.
    await isolab.fetch('/');
  });
  const texts = (await playground.eventsOf('log')).map(({ text }) => text);
  expect(logged(texts, 'a timer ran')).toBe(50);
  expect(texts.filter((text) => text !== 'a timer ran')).toEqual([]);
});

test('the next request is answered by generation 2 with its counter at 1', async ({
  playground,
}) => {
  await playground.openWorker(WORKER);
  await playground.fetch('/');
  await playground.fetch('/abort');
  expect(await playground.fetch('/')).toMatchObject({ how: 'resolved', text: '1' });
  const last = (await playground.eventsOf('request.ended')).at(-1);
  expect(last).toMatchObject({ generation: 2, outcome: 'ok' });
});

test('a body that is being read rejects with the reason', async ({ playground }) => {
  await playground.openWorker(`
    import { abortIsolate } from 'cloudflare:workers';
    export default {
      async fetch(request) {
        if (new URL(request.url).pathname === '/abort') abortIsolate('poisoned');
        const stream = new ReadableStream({
          start(controller) { controller.enqueue(new TextEncoder().encode('first')); },
        });
        return new Response(stream);
      },
    };`);
  const read = await playground.page.evaluate(async () => {
    const { isolab } = window;
    const response = await isolab.fetch('/');
    const reader = response.body?.getReader();
    if (!reader) throw new Error('no body');
    const first = new TextDecoder().decode((await reader.read()).value);
    const second = reader.read();
    isolab.fetch('/abort').catch(() => {});
    return second.then(
      () => ({ first, error: 'none' }),
      (error: Error) => ({ first, error: `${error.name}: ${error.message}` }),
    );
  });
  expect(read.first).toBe('first');
  expect(read.error).toContain('IsolateAbortedError');
  expect(read.error).toContain('poisoned');
});

test('events tell who aborted what and why, exactly once for each request', async ({
  playground,
}) => {
  await playground.openWorker(WORKER);
  await playground.page.evaluate(async () => {
    const { isolab } = window;
    const inFlight = Array.from({ length: 3 }, () => isolab.fetch('/wait'));
    await Promise.allSettled([...inFlight, isolab.fetch('/abort')]);
  });
  const began = await playground.eventsOf('request.began');
  const ended = await playground.eventsOf('request.ended');
  const [aborted] = await playground.eventsOf('isolate.aborted');
  expect(ended.map(({ request }) => request).sort()).toEqual(
    began.map(({ request }) => request).sort(),
  );
  expect(ended.map(({ outcome, reason }) => ({ outcome, reason }))).toEqual(
    began.map(() => ({ outcome: 'aborted', reason: 'poisoned' })),
  );
  expect(aborted).toMatchObject({ cause: 'abortIsolate', reason: 'poisoned', generation: 1 });
  expect(aborted?.request).toBe(began.at(-1)?.request);
});
