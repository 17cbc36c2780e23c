/** What travels in pieces, and is cut by an abort. */
import { expect, test } from './test';

const WORKER = `
import { abortIsolate } from 'cloudflare:workers';
export default {
  async fetch(request) {
    switch (new URL(request.url).pathname) {
      case '/stream':
        return new Response(new ReadableStream({
          start(controller) { controller.enqueue(new TextEncoder().encode('first')); },
        }));
      case '/upload': {
        const reader = request.body.getReader();
        for (;;) if ((await reader.read()).done) return new Response('uploaded');
      }
      case '/socket': {
        const [client, server] = Object.values(new WebSocketPair());
        server.accept();
        server.addEventListener('message', ({ data }) => {
          if (data === 'abort') abortIsolate('poisoned');
          server.send('echo ' + data);
        });
        return new Response(null, { status: 101, webSocket: client });
      }
      case '/iterate': {
        let text = '';
        for await (const chunk of request.body.pipeThrough(new TextDecoderStream())) text += chunk;
        return new Response(text);
      }
      case '/bytes': {
        const stream = new ReadableStream({
          type: 'bytes',
          pull(controller) { controller.enqueue(Uint8Array.of(1, 2, 3)); controller.close(); },
        });
        return new Response(stream);
      }
      case '/fill': {
        const stream = new ReadableStream({
          type: 'bytes',
          pull(controller) { controller.enqueue(Uint8Array.of(1, 2, 3)); },
        });
        const { value } = await stream.getReader({ mode: 'byob' }).read(new Uint8Array(3));
        return new Response(value.join(' '));
      }
      case '/abort': abortIsolate('poisoned');
    }
    return new Response('fresh');
  },
};`;

const ABORTED = 'IsolateAbortedError: The isolate was aborted: poisoned';

test('a body that is cut rejects its reader with the reason', async ({ life }) => {
  await life.openWorker(WORKER);
  const read = await life.visit.evaluate(async () => {
    const { isolab } = window;
    const reader = (await isolab.fetch('/stream')).body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    const pending = reader?.read().then(() => 'read', String);
    await isolab.fetch('/abort').catch(() => {});
    return [first, await pending, await reader?.closed.then(() => 'closed', String)];
  });
  expect(read).toEqual(['first', ABORTED, ABORTED]);
});

test('a request body that is being sent is canceled with the reason', async ({ life }) => {
  await life.openWorker(WORKER);
  const told = await life.visit.evaluate(async () => {
    const { isolab } = window;
    const canceled = Promise.withResolvers<string>();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        controller.enqueue(new Uint8Array(1024));
        await new Promise((resolve) => setTimeout(resolve));
      },
      cancel: (reason) => canceled.resolve(String(reason)),
    });
    const handled = new Promise<void>((seen) => {
      isolab.subscribe(({ type }) => type === 'request.handled' && seen());
    });
    // TypeScript does not know \`duplex\`.
    const init: RequestInit = { method: 'POST', body, ...{ duplex: 'half' } };
    const sent = isolab.fetch('/upload', init).then(() => 'answered', String);
    await handled;
    await isolab.fetch('/abort').catch(() => {});
    return [await sent, await canceled.promise];
  });
  expect(told).toEqual([ABORTED, ABORTED]);
});

test('a WebSocket is dropped with the reason', async ({ life }) => {
  await life.openWorker(WORKER);
  const told = await life.visit.evaluate(async () => {
    const { webSocket: socket } = await window.isolab.fetch('/socket', {
      headers: { Upgrade: 'websocket' },
    });
    const told: string[] = [];
    const { promise: closed, resolve: close } = Promise.withResolvers<void>();
    socket?.addEventListener('message', (event) => {
      // Events of these names are of these classes.
      told.push((event as MessageEvent).data);
      socket.send('abort');
    });
    socket?.addEventListener('error', (event) => told.push((event as ErrorEvent).message));
    socket?.addEventListener('close', (event) => {
      const { code, wasClean } = event as CloseEvent;
      told.push(`${code} ${wasClean}`);
      close();
    });
    socket?.accept();
    socket?.send('hello');
    await closed;
    return told;
  });
  expect(told).toEqual(['echo hello', 'The isolate was aborted: poisoned', '1006 false']);
});

test('a body is iterated, and piped through another stream', async ({ life }) => {
  await life.openWorker(WORKER);
  const answer = await life.visit.evaluate(async () => {
    const response = await window.isolab.fetch('/iterate', { method: 'POST', body: 'häh?' });
    return response.text();
  });
  expect(answer).toBe('häh?');
});

test('a stream of bytes is a body', async ({ life }) => {
  await life.openWorker(WORKER);
  expect(await life.fetch('/bytes')).toMatchObject({ text: '\u0001\u0002\u0003' });
});

test('a reader fills a buffer of the worker', async ({ life, differs }) => {
  await life.openWorker(WORKER);
  const settled = await life.fetch('/fill');
  if (differs('byte streams')) {
    expect(settled).toMatchObject({
      how: 'rejected',
      message: expect.stringMatching(/^This browser's engine has no byte streams/),
    });
  } else expect(settled).toMatchObject({ how: 'resolved', text: '1 2 3' });
});
