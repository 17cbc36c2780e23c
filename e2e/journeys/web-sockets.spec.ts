import type { Page } from '@playwright/test';
import { expect, type Playground, test } from '../fixtures';

/** Echoes; and does what some messages ask for. */
const WORKER = `
import { abortIsolate } from 'cloudflare:workers';
export default {
  async fetch(request, env, ctx) {
    const { 0: client, 1: server } = new WebSocketPair();
    server.binaryType = 'arraybuffer';
    server.accept();
    server.addEventListener('message', ({ data }) => {
      if (data === 'close') return server.close(3001, 'enough');
      if (data === 'abort') abortIsolate('poisoned');
      if (data === 'end') ctx.abort(new Error('ended'));
      if (data === 'throw') throw new RangeError('thrown');
      server.send(data);
    });
    for (const type of ['close', 'error']) {
      server.addEventListener(type, ({ code, reason, wasClean, message }) => {
        console.log(JSON.stringify([type, code ?? message, reason, wasClean, server.readyState]));
      });
    }
    server.send('hello');
    return new Response(null, { status: 101, webSocket: client });
  },
};`;

/** What a client's end told, in order. */
type Told =
  | readonly ['message', data: string | readonly number[]]
  | readonly ['error', message: string]
  | readonly ['close', code: number, reason: string, wasClean: boolean];

/**
 * Opens a WebSocket, sends each of `sends` after the answer to the one before, and then `closes`.
 * Resolves with all that came until the connection was closed.
 */
function talk(
  page: Page,
  {
    sends = [],
    closes,
  }: { sends?: (string | number[])[]; closes?: [code?: number, reason?: string] },
): Promise<Told[]> {
  return page.evaluate(
    async ({ sends, closes }) => {
      const response = await window.isolab.fetch('/', { headers: { Upgrade: 'websocket' } });
      const socket = response.webSocket;
      if (response.status !== 101 || !socket) throw new Error(`status ${response.status}`);
      const told: Told[] = [];
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      const next = () => {
        const data = sends.shift();
        if (data !== undefined)
          socket.send(typeof data === 'string' ? data : Uint8Array.from(data));
        else if (closes) socket.close(...closes);
      };
      socket.addEventListener('message', (event) => {
        const { data } = event as MessageEvent;
        told.push(['message', typeof data === 'string' ? data : [...new Uint8Array(data)]]);
        next();
      });
      socket.addEventListener('error', (event) => {
        told.push(['error', (event as ErrorEvent).message]);
      });
      socket.addEventListener('close', (event) => {
        const { code, reason, wasClean } = event as CloseEvent;
        told.push(['close', code, reason, wasClean]);
        resolve();
      });
      socket.accept();
      await closed;
      if (socket.readyState !== 3) throw new Error(`readyState ${socket.readyState}`);
      return told;
    },
    { sends, closes },
  );
}

async function lastOutcome(playground: Playground): Promise<string | undefined> {
  await expect.poll(async () => (await playground.eventsOf('request.ended')).length).toBe(1);
  return (await playground.eventsOf('request.ended'))[0]?.outcome;
}

const logged = async (playground: Playground) =>
  (await playground.eventsOf('log')).map(({ text }): unknown => JSON.parse(text));

test('text and bytes come back from a worker that echoes', async ({ playground }) => {
  await playground.openWorker(WORKER);
  const told = await talk(playground.page, { sends: ['häh', '', [0, 1, 255]], closes: [1000] });
  expect(told.slice(0, -1)).toEqual([
    ['message', 'hello'],
    ['message', 'häh'],
    ['message', ''],
    ['message', [0, 1, 255]],
  ]);
});

test('a close from the client is answered, and the request ends well', async ({ playground }) => {
  await playground.openWorker(WORKER);
  const told = await talk(playground.page, { closes: [3000, 'done'] });
  expect(told.at(-1)).toEqual(['close', 3000, 'done', true]);
  expect(await lastOutcome(playground)).toBe('ok');
  expect(await logged(playground)).toEqual([['close', 3000, 'done', true, 3]]);
  expect(await playground.eventsOf('request.responded')).toMatchObject([{ status: 101 }]);
});

test('a close from the worker is answered, and the request ends well', async ({ playground }) => {
  await playground.openWorker(WORKER);
  const told = await talk(playground.page, { sends: ['close'] });
  expect(told.at(-1)).toEqual(['close', 3001, 'enough', true]);
  expect(await lastOutcome(playground)).toBe('ok');
  expect(await logged(playground)).toEqual([['close', 3001, 'enough', true, 3]]);
});

test('a close without a code reads 1005', async ({ playground }) => {
  await playground.openWorker(WORKER);
  expect((await talk(playground.page, { closes: [] })).at(-1)).toEqual(['close', 1005, '', true]);
});

test('the request lasts as long as its WebSocket', async ({ playground }) => {
  await playground.openWorker(WORKER);
  await playground.page.evaluate(async () => {
    const { webSocket } = await window.isolab.fetch('/', { headers: { upgrade: 'WebSocket' } });
    webSocket?.accept();
    const heard = new Promise((resolve) => webSocket?.addEventListener('message', resolve));
    await heard;
  });
  expect(await playground.eventsOf('request.ended')).toEqual([]);
});

test('what comes before accept() waits for it', async ({ playground }) => {
  await playground.openWorker(WORKER);
  const heard = await playground.page.evaluate(async () => {
    const upgrade = { headers: { Upgrade: 'websocket' } };
    const { webSocket } = await window.isolab.fetch('/', upgrade);
    const texts: string[] = [];
    webSocket?.addEventListener('message', (event) => texts.push((event as MessageEvent).data));
    // Another connection's first message is here, so this one's is too.
    const { webSocket: other } = await window.isolab.fetch('/', upgrade);
    const otherHeard = new Promise((resolve) => other?.addEventListener('message', resolve));
    other?.accept();
    await otherHeard;
    const before = [...texts];
    const first = new Promise((resolve) => webSocket?.addEventListener('message', resolve));
    webSocket?.accept();
    await first;
    return { before, after: texts };
  });
  expect(heard).toEqual({ before: [], after: ['hello'] });
});

test('more than is let through at once arrives whole and in order', async ({ playground }) => {
  await playground.openWorker(`
    export default {
      async fetch() {
        const [client, server] = Object.values(new WebSocketPair());
        server.accept();
        for (let n = 0; n < 64; n += 1) server.send(String(n).padEnd(200_000));
        server.close(1000, 'all');
        return new Response(null, { status: 101, webSocket: client });
      },
    };`);
  const told = await talk(playground.page, {});
  const numbers = told.slice(0, -1).map(([, data]) => Number(data));
  expect(numbers).toEqual(Array.from({ length: 64 }, (_, n) => n));
  expect(told.at(-1)).toEqual(['close', 1000, 'all', true]);
});

test('abortIsolate: error with the reason, then close 1006 that is not clean', async ({
  playground,
}) => {
  await playground.openWorker(WORKER);
  const [, error, close, ...more] = await talk(playground.page, { sends: ['abort'] });
  expect(error).toEqual(['error', expect.stringContaining('poisoned')]);
  expect(close).toEqual(['close', 1006, expect.stringContaining('poisoned'), false]);
  expect(more).toEqual([]);
  const ended = await playground.eventsOf('request.ended');
  expect(ended).toMatchObject([{ outcome: 'aborted', reason: 'poisoned' }]);
});

test('an abort from outside ends the WebSocket with its reason', async ({ playground }) => {
  await playground.openWorker(WORKER);
  const talking = talk(playground.page, {});
  await expect.poll(async () => (await playground.eventsOf('request.responded')).length).toBe(1);
  await playground.page.evaluate(() => window.isolab.abortIsolate('from outside'));
  expect((await talking).filter(([type]) => type !== 'message')).toEqual([
    ['error', expect.stringContaining('from outside')],
    ['close', 1006, expect.stringContaining('from outside'), false],
  ]);
});

test('ctx.abort() in a listener ends this connection alone', async ({ playground }) => {
  await playground.openWorker(WORKER);
  const told = await talk(playground.page, { sends: ['end'] });
  expect(told.slice(1)).toEqual([
    ['error', 'ended'],
    ['close', 1006, 'ended', false],
  ]);
  expect(await playground.eventsOf('isolate.aborted')).toEqual([]);
});

test('a listener that throws ends the connection with its error', async ({ playground }) => {
  await playground.openWorker(WORKER);
  const told = await talk(playground.page, { sends: ['throw'] });
  expect(told.slice(1)).toEqual([
    ['error', 'thrown'],
    ['close', 1006, 'thrown', false],
  ]);
  expect(await lastOutcome(playground)).toBe('exception');
  expect(await logged(playground)).toEqual([
    ['error', 'Uncaught RangeError: thrown', null, null, 3],
  ]);
});

test('a worker that answers with a WebSocket nobody asked for fails as in workerd', async ({
  playground,
}) => {
  await playground.openWorker(WORKER);
  expect(await playground.fetch('/')).toMatchObject({
    how: 'rejected',
    name: 'TypeError',
    message:
      'Worker tried to return a WebSocket in a response to a request which did not contain the header "Upgrade: websocket".',
  });
});

test('an upgrade that the worker does not take is an ordinary response', async ({ playground }) => {
  await playground.openWorker(`
    export default { fetch: (request) => new Response(request.headers.get('upgrade'), { status: 426 }) };`);
  const answer = await playground.page.evaluate(async () => {
    const response = await window.isolab.fetch('/', { headers: { Upgrade: 'websocket' } });
    return [response.status, response.webSocket, await response.text()];
  });
  expect(answer).toEqual([426, null, 'websocket']);
});

test('log lines of a listener belong to the request of its WebSocket', async ({ playground }) => {
  await playground.openWorker(WORKER);
  await talk(playground.page, { closes: [1000] });
  const [began] = await playground.eventsOf('request.began');
  expect(await playground.eventsOf('log')).toMatchObject([{ request: began?.request }]);
});
