import { expect, test } from '../fixtures';

/** Runs `source` as the body of a handler and gives what it returned, as text. */
const attack = (source: string) => `export default {
  async fetch() {
    const outcome = await (async () => { ${source} })().catch((error) => 'refused: ' + error);
    return new Response(String(outcome));
  },
};`;

const UNREACHABLE = [
  ['the network by fetch', `return (await self.fetch('/')).status;`],
  [
    'the network by an import',
    `return Object.keys(await import(/* @vite-ignore */ new URL('/index.html', 'http://127.0.0.1').href));`,
  ],
  [
    'IndexedDB',
    `return await new Promise((done, fail) => {
       const open = globalThis.indexedDB.open('isolab');
       open.onsuccess = () => done('opened');
       open.onerror = () => fail(open.error);
     });`,
  ],
  [
    "the browser's Cache Storage",
    `const { get } = Object.getOwnPropertyDescriptor(WorkerGlobalScope.prototype, 'caches');
     await get.call(self).open('x');
     return 'opened';`,
  ],
  ['cookies', `return document.cookie;`],
  ['cookies by cookieStore', `return await cookieStore.getAll();`],
  ['parent', `return parent.location.href;`],
  ['storage', `return localStorage.length;`],
  ['the frame by postMessage', `postMessage({ type: 'terminate', thread: 1 }); return 'sent';`],
  ['a worker of its own', `return typeof new Worker('data:text/javascript,');`],
] as const;

for (const [what, source] of UNREACHABLE) {
  test(`untrusted code cannot reach ${what}`, async ({ playground }) => {
    await playground.openWorker(attack(source));
    expect(await playground.fetch('/')).toMatchObject({
      how: 'resolved',
      text: expect.stringMatching(/^refused: /),
    });
  });
}

test('untrusted code runs in an opaque origin', async ({ playground }) => {
  await playground.openWorker(attack(`return self.origin;`));
  expect(await playground.fetch('/')).toMatchObject({ text: 'null' });
});

/**
 * Takes the port that the supervisor's calls come on, by patching what reads every message, and posts
 * `message` on it. The other one nobody reads from, and what writes to it was bound before: it cannot
 * be had.
 */
const forge = (message: string) => `
  const ports = new Set();
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', {
    get() {
      ports.add(this.currentTarget);
      return data.get.call(this);
    },
  });
  const { postMessage, addEventListener } = MessagePort.prototype;
  export default {
    async fetch() {
      const answers = [];
      // The supervisor asks a busy isolate again and again whether it is alive.
      while (ports.size === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      for (const port of ports) {
        addEventListener.call(port, 'message', ({ data }) => answers.push(data));
        postMessage.call(port, ${message});
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
      return new Response(JSON.stringify({ ports: ports.size, answers: answers.filter((a) => a?.id === 'forged') }));
    },
  };`;

const FORGED_CALLS = [
  [
    'constructor.constructor',
    `{ id: 'forged', type: 'APPLY', path: ['constructor', 'constructor'], argumentList: [{ type: 'RAW', value: 'window.pwned = true' }] }`,
  ],
  ['__proto__', `{ id: 'forged', type: 'GET', path: ['__proto__'] }`],
  [
    'setting __proto__',
    `{ id: 'forged', type: 'SET', path: ['__proto__', 'pwned'], value: { type: 'RAW', value: true } }`,
  ],
] as const;

for (const [what, message] of FORGED_CALLS) {
  test(`a forged Comlink message with ${what} gets no answer and changes nothing`, async ({
    playground,
  }) => {
    await playground.openWorker(forge(message));
    const settled = await playground.fetch('/');
    if (settled.how === 'rejected') throw new Error(settled.message);
    expect(JSON.parse(settled.text)).toEqual({ ports: 1, answers: [] });
    expect(
      await playground.page.evaluate(() => ({
        window: 'pwned' in window,
        prototype: 'pwned' in {},
      })),
    ).toEqual({ window: false, prototype: false });
  });
}

test('a forged message of the protocol on the port that can be had changes nothing', async ({
  playground,
}) => {
  await playground.openWorker(
    forge(`{ type: 'abort', reason: 'forged', received: 0, id: 'forged' }`),
  );
  const settled = await playground.fetch('/');
  if (settled.how === 'rejected') throw new Error(settled.message);
  expect(JSON.parse(settled.text)).toEqual({ ports: 1, answers: [] });
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
