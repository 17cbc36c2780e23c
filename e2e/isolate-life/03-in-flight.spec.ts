import type { DispatchInit } from '../../runtime-worker/index';
import { expect, type Life, test } from './life';

const REASON = 'The isolate was aborted: poisoned';

const WORKER = `
import { abortIsolate, waitUntil } from 'cloudflare:workers';
const forever = () => new Promise(() => {});
export default {
  async fetch(request, env, ctx) {
    switch (new URL(request.url).pathname) {
      case '/wait': return forever();
      case '/task':
        ctx.waitUntil(forever());
        waitUntil(forever());
        ctx.waitUntil(Promise.resolve());
        return new Response('answered');
      case '/stream':
        return new Response(new ReadableStream({
          start(controller) { controller.enqueue(new TextEncoder().encode('first')); },
        }));
      case '/full':
        return new Response(new ReadableStream({
          pull(controller) { controller.enqueue(new Uint8Array(65536)); },
        }));
      case '/upload': {
        const reader = request.body.getReader();
        for (;;) if ((await reader.read()).done) return new Response('uploaded');
      }
      case '/unread': return forever();
      case '/abort': abortIsolate('poisoned');
    }
    return new Response('fresh');
  },
  scheduled: (controller) => controller.cron === 'abort' ? abortIsolate('poisoned') : forever(),
  queue: (batch) => batch.queue === 'abort' ? abortIsolate('poisoned') : forever(),
  test: forever,
};
export const aborting = { test: () => abortIsolate('poisoned') };`;

test('3 events before headers end with the reason', async ({ life }) => {
  await life.openWorker(WORKER);
  const settled = await life.fetchAll(['/wait', '/wait', '/wait', '/abort']);
  for (const each of settled) {
    expect(each).toMatchObject({ how: 'rejected', name: 'IsolateAbortedError', message: REASON });
  }
  for (const each of await life.eventsOf('request.ended')) {
    expect(each).toMatchObject({ outcome: 'aborted', reason: 'poisoned' });
    expect(each.error?.message).toBe(REASON);
  }
});

test('3 a read of a response body mid-stream ends with the reason, and so does each later one', async ({
  life,
}) => {
  await life.openWorker(WORKER);
  const read = await life.page.evaluate(async () => {
    const { isolab } = window;
    const message = (error: unknown) => String(error);
    const reader = (await isolab.fetch('/stream')).body?.getReader();
    if (!reader) throw new Error('no body');
    await reader.read();
    const pending = reader.read().then(() => 'resolved', message);
    await isolab.fetch('/abort').catch(() => {});
    return [
      await pending,
      await reader.read().then(() => 'resolved', message),
      await reader.closed.then(() => 'resolved', message),
    ];
  });
  expect(read).toEqual(Array(3).fill(`IsolateAbortedError: ${REASON}`));
});

test('3 a response body that nobody reads yet ends with the reason', async ({ life }) => {
  await life.openWorker(WORKER);
  const read = await life.page.evaluate(async () => {
    const { isolab } = window;
    const response = await isolab.fetch('/full');
    await isolab.fetch('/abort').catch(() => {});
    return response.text().then(() => 'resolved', String);
  });
  expect(read).toBe(`IsolateAbortedError: ${REASON}`);
});

/** How the client's stream was canceled when `/abort` came while it was being sent to `path`. */
function canceledUpload(life: Life, path: string, pieces: 'many' | 'one'): Promise<string> {
  return life.page.evaluate(
    async ({ path, pieces }) => {
      const { isolab } = window;
      const canceled = Promise.withResolvers<string>();
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new Uint8Array(1024));
        },
        async pull(controller) {
          if (pieces === 'many') controller.enqueue(new Uint8Array(1024));
          else await new Promise(() => {});
          // Lets other tasks of the page in.
          await new Promise((resolve) => setTimeout(resolve));
        },
        cancel: (reason) => canceled.resolve(String(reason)),
      });
      const handled = new Promise<void>((seen) => {
        const stop = isolab.subscribe(({ type }) => {
          if (type !== 'request.handled') return;
          stop();
          seen();
        });
      });
      const init = { method: 'POST', body, duplex: 'half' };
      const sent = isolab.fetch(path, init).then(
        () => 'resolved',
        (error: Error) => error.message,
      );
      await handled;
      await isolab.fetch('/abort').catch(() => {});
      return `${await sent} / ${await canceled.promise}`;
    },
    { path, pieces },
  );
}

test('3 a request body that is being sent is canceled with the reason', async ({ life }) => {
  await life.openWorker(WORKER);
  const told = await canceledUpload(life, '/upload', 'many');
  expect(told).toBe(`${REASON} / IsolateAbortedError: ${REASON}`);
});

test('3 a request body whose client has nothing to send just then is canceled with the reason', async ({
  life,
}) => {
  await life.openWorker(WORKER);
  const told = await canceledUpload(life, '/upload', 'one');
  expect(told).toBe(`${REASON} / IsolateAbortedError: ${REASON}`);
});

test('3 a request body that the worker does not read is canceled with the reason', async ({
  life,
}) => {
  await life.openWorker(WORKER);
  const told = await canceledUpload(life, '/unread', 'many');
  expect(told).toBe(`${REASON} / IsolateAbortedError: ${REASON}`);
});

test('3 a request body whose sending had not begun is canceled with the reason', async ({
  life,
}) => {
  await life.openWorker(`
    import { abortIsolate } from 'cloudflare:workers';
    abortIsolate('poisoned');
    export default {};`);
  const canceled = await life.page.evaluate(async () => {
    const canceled = Promise.withResolvers<string>();
    const body = new ReadableStream({ cancel: (reason) => canceled.resolve(String(reason)) });
    await window.isolab.fetch('/', { method: 'POST', body }).catch(() => {});
    return canceled.promise;
  });
  expect(canceled).toBe(`IsolateAbortedError: ${REASON}`);
});

test('3 waitUntil tasks end as aborted', async ({ life }) => {
  await life.openWorker(WORKER);
  expect(await life.fetch('/task')).toMatchObject({ how: 'resolved', text: 'answered' });
  await life.until({ type: 'waitUntil.ended' });
  await life.fetch('/abort');
  const tasks = await life.eventsOf('waitUntil.ended');
  expect(tasks.map(({ task, outcome }) => ({ task, outcome }))).toEqual([
    { task: 3, outcome: 'ok' },
    { task: 1, outcome: 'aborted' },
    { task: 2, outcome: 'aborted' },
  ]);
  const [request] = await life.eventsOf('request.began');
  const ended = await life.eventsOf('request.ended');
  expect(ended.find((each) => each.request === request?.request)).toMatchObject({
    outcome: 'aborted',
    reason: 'poisoned',
  });
});

const EVENTS: readonly {
  readonly waits: DispatchInit;
  readonly aborts: DispatchInit;
}[] = [
  { waits: { type: 'scheduled' }, aborts: { type: 'scheduled', cron: 'abort' } },
  {
    waits: { type: 'queue', messages: [{ body: 1 }] },
    aborts: { type: 'queue', queue: 'abort', messages: [] },
  },
  { waits: { type: 'test' }, aborts: { type: 'test', entrypoint: 'aborting' } },
];

for (const { waits, aborts } of EVENTS) {
  test(`3 a ${waits.type} event in flight ends with the reason`, async ({ life }) => {
    await life.openWorker(WORKER);
    const waiting = life.dispatch(waits);
    await life.until({ type: 'request.handled' });
    await life.fetch('/abort');
    expect(await waiting).toEqual({ outcome: 'aborted', error: REASON });
  });

  test(`3 the ${aborts.type} event that called it is marked as the cause`, async ({ life }) => {
    await life.openWorker(WORKER);
    const waiting = life.fetch('/wait');
    await life.until({ type: 'request.handled' });
    expect(await life.dispatch(aborts)).toEqual({ outcome: 'aborted', error: REASON });
    expect(await waiting).toMatchObject({ how: 'rejected', message: REASON });
    const [, caller] = await life.eventsOf('request.began');
    expect(await life.eventsOf('isolate.aborted')).toMatchObject([{ request: caller?.request }]);
  });
}

test('3 the request that called it is marked as the cause, with the place of the call', async ({
  life,
}) => {
  await life.openWorker(WORKER);
  await life.fetchAll(['/wait', '/wait', '/abort']);
  const began = await life.eventsOf('request.began');
  const line = WORKER.split('\n').findIndex((text) => text.includes(`case '/abort'`)) + 1;
  expect(await life.eventsOf('isolate.aborted')).toMatchObject([
    { request: began[2]?.request, position: { file: 'worker.js', line } },
  ]);
});

test('3 an abort from outside ends everything in flight, and no request is the cause', async ({
  life,
}) => {
  await life.openWorker(WORKER);
  const waiting = life.fetch('/wait');
  await life.until({ type: 'request.handled' });
  await life.abortIsolate('from outside');
  expect(await waiting).toMatchObject({ message: 'The isolate was aborted: from outside' });
  const [aborted] = await life.eventsOf('isolate.aborted');
  expect(aborted).toMatchObject({ cause: 'user', reason: 'from outside' });
  expect(aborted).not.toHaveProperty('request');
});

test('3 each request that began ended once, before its isolate', async ({ life }) => {
  await life.openWorker(WORKER);
  await life.page.evaluate(async () => {
    const { isolab } = window;
    await Promise.all([isolab.fetch('/stream'), isolab.fetch('/full'), isolab.fetch('/task')]);
    isolab.fetch('/wait').catch(() => {});
    await isolab.fetch('/abort').catch(() => {});
  });
  const events = await life.events();
  const began = await life.eventsOf('request.began');
  const ended = await life.eventsOf('request.ended');
  expect(ended.map(({ request }) => request).sort()).toEqual(
    began.map(({ request }) => request).sort(),
  );
  const isolateEnded = events.findIndex(({ type }) => type === 'isolate.ended');
  expect(events.findLastIndex(({ type }) => type === 'request.ended')).toBeLessThan(isolateEnded);
});
