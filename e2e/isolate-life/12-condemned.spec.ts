import { expect, type Life, test } from './life';

/** `/hold` answers when the client ends its body; `/task` answers at once, and its task goes on until then. */
const workerOf = (version: string) => `
import { abortIsolate } from 'cloudflare:workers';
export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname === '/hold') {
      if (await request.text() === 'abort') abortIsolate('poisoned');
    }
    if (pathname === '/task') ctx.waitUntil(request.text());
    return new Response('${version}');
  },
};`;

/** Sends a request whose body stays open; resolves when its handler runs, with how to end it. */
async function hold(life: Life, path: string) {
  const handle = await life.page.evaluateHandle(async (path) => {
    const { isolab } = window;
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const handled = new Promise<void>((seen) => {
      const stop = isolab.subscribe(({ type }) => {
        if (type !== 'request.handled') return;
        stop();
        seen();
      });
    });
    const init = { method: 'POST', body: readable, duplex: 'half' };
    const answer = isolab.fetch(path, init).then(
      (response) => response.text(),
      (error: Error) => error.message,
    );
    await handled;
    return { answer, writer: writable.getWriter() };
  }, path);
  return {
    answer: () => handle.evaluate(({ answer }) => answer),
    end: (text = '') =>
      handle.evaluate(async ({ writer }, text) => {
        if (text !== '') await writer.write(new TextEncoder().encode(text));
        await writer.close();
      }, text),
  };
}

test('12 a condemned isolate finishes what it has, and then ends', async ({ life }) => {
  await life.openWorker(workerOf('old'));
  const first = await hold(life, '/hold');
  const second = await hold(life, '/hold');
  await life.openWorker(workerOf('new'));
  await first.end();
  expect(await first.answer()).toBe('old');
  expect(await life.eventsOf('isolate.ended')).toEqual([]);
  await second.end();
  expect(await second.answer()).toBe('old');
  await life.until({ type: 'isolate.ended', generation: 1 });
  const events = (await life.events()).filter(({ generation }) => generation === 1);
  expect(events.slice(-2)).toMatchObject([
    { type: 'request.ended', outcome: 'ok' },
    { type: 'isolate.ended' },
  ]);
});

test('12 a condemned isolate finishes its waitUntil tasks', async ({ life }) => {
  await life.openWorker(workerOf('old'));
  const held = await hold(life, '/task');
  expect(await held.answer()).toBe('old');
  await life.openWorker(workerOf('new'));
  expect(await life.eventsOf('isolate.ended')).toEqual([]);
  await held.end();
  await life.until({ type: 'isolate.ended', generation: 1 });
  expect(await life.eventsOf('waitUntil.ended')).toMatchObject([{ outcome: 'ok' }]);
});

test('12 a condemned isolate with nothing in flight ends at once', async ({ life }) => {
  await life.openWorker(workerOf('old'));
  await life.fetch('/');
  await life.openWorker(workerOf('new'));
  expect((await life.events()).slice(-2)).toMatchObject([
    { type: 'isolate.condemned', generation: 1, cause: 'edit' },
    { type: 'isolate.ended', generation: 1 },
  ]);
});

test('12 a condemned isolate that calls abortIsolate takes nothing of the fresh one with it', async ({
  life,
}) => {
  await life.openWorker(workerOf('old'));
  const old = await hold(life, '/hold');
  await life.openWorker(workerOf('new'));
  const fresh = await hold(life, '/hold');
  await old.end('abort');
  expect(await old.answer()).toBe('The isolate was aborted: poisoned');
  await fresh.end();
  expect(await fresh.answer()).toBe('new');
  expect(await life.eventsOf('isolate.aborted')).toMatchObject([{ generation: 1 }]);
  const created = await life.eventsOf('isolate.created');
  expect(created.map(({ generation }) => generation)).toEqual([1, 2]);
});

test('12 what a condemned isolate never saw when it calls abortIsolate is answered by the fresh one', async ({
  life,
}) => {
  const aborting = (version: string) => `
    import { abortIsolate } from 'cloudflare:workers';
    export default {
      fetch(request) {
        if (request.url.endsWith('/abort')) abortIsolate('poisoned');
        return new Response('${version}');
      },
    };`;
  await life.openWorker(aborting('old'));
  await life.fetch('/');
  // In one task of the page: the edit comes before the isolate looked at any of them.
  const outcomes = await life.page.evaluate(
    async (files) => {
      const { isolab } = window;
      const told = ['/abort', '/', '/'].map((path) =>
        isolab.fetch(path).then(
          (response) => response.text(),
          ({ message }: Error) => message,
        ),
      );
      await isolab.open({ files });
      return Promise.all(told);
    },
    { 'wrangler.jsonc': JSON.stringify({ name: life.service }), 'worker.js': aborting('new') },
  );
  expect(outcomes).toEqual(['The isolate was aborted: poisoned', 'new', 'new']);
  expect(await life.eventsOf('isolate.aborted')).toMatchObject([{ generation: 1 }]);
});

test('13 requests in flight finish on the old code, what comes runs the new', async ({ life }) => {
  await life.openWorker(workerOf('old'));
  const held = await hold(life, '/hold');
  await life.openWorker(workerOf('new'));
  expect(await life.fetch('/')).toMatchObject({ text: 'new' });
  await held.end();
  expect(await held.answer()).toBe('old');
  expect(await life.eventsOf('isolate.condemned')).toMatchObject([
    { generation: 1, cause: 'edit' },
  ]);
  expect(await life.eventsOf('isolate.created')).toMatchObject([
    { generation: 1, cause: 'first' },
    { generation: 2, cause: 'edit' },
  ]);
});

test('13 each edit condemns the isolate before it, and each finishes on its own code', async ({
  life,
}) => {
  const versions = ['one', 'two', 'three'];
  const held: Awaited<ReturnType<typeof hold>>[] = [];
  for (const version of versions) {
    await life.openWorker(workerOf(version));
    held.push(await hold(life, '/hold'));
  }
  for (const [index, each] of held.entries()) {
    await each.end();
    expect(await each.answer()).toBe(versions[index]);
  }
  await life.until({ type: 'isolate.ended', generation: 2 });
  const ended = await life.eventsOf('isolate.ended');
  expect(ended.map(({ generation }) => generation)).toEqual([1, 2]);
});
