import { handler } from './attack.mjs';

const CPU = /^Error: Worker exceeded CPU time limit\.$/;
/** Of a busy machine the one limit is met before the other. */
const MEMORY = /^Error: Worker exceeded (memory|CPU time) limit\.$/;

/**
 * What an isolate can use up.
 *
 * @type {readonly import('./attack.mjs').Attack[]}
 */
export const EXHAUSTING = [
  { tries: 'an endless loop', source: handler('for (;;) {}'), comes: CPU },
  {
    tries: 'endless microtasks',
    source: handler(
      'const again = () => queueMicrotask(again); again(); await new Promise(() => {});',
    ),
    comes: CPU,
  },
  {
    tries: 'an endless chain of promises',
    source: handler('for (;;) await null;'),
    comes: CPU,
  },
  {
    tries: 'an endless top level',
    source: 'for (;;) {}',
    comes: /^Error: Script startup exceeded CPU time limit\.$/,
  },
  {
    tries: 'a top level that waits for ever',
    source: `await new Promise(() => {}); export default { fetch: () => new Response('x') };`,
    comes: /^Error: Top-level await in module is unsettled\.$/,
  },
  {
    tries: 'a regular expression without end',
    source: handler(`return /^(a+)+$/.test('a'.repeat(60) + 'b');`),
    comes: CPU,
  },
  {
    tries: 'recursion without end',
    source: handler('const again = () => again() + 1; return again();'),
    comes: /^200 refused: RangeError/,
  },
  {
    tries: 'timers by the million',
    source: handler(
      'for (let index = 0; index < 1e6; index += 1) setTimeout(() => {}, 1e6); return 1;',
    ),
    comes: /^200 refused: QuotaExceededError: You have exceeded the number of active timeouts/,
  },
  {
    tries: 'intervals of no length',
    source: handler(`
      for (let index = 0; index < 5000; index += 1) setInterval(() => {}, 0);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return 'stands';`),
    comes: /^(200 got stands|Error: Worker exceeded CPU time limit\.)$/,
  },
  {
    tries: 'log lines without end',
    source: handler(`for (;;) console.log('x');`),
    comes: CPU,
  },
  {
    tries: 'log lines of 60 KB without end',
    source: handler(`const line = 'x'.repeat(60_000); for (;;) console.log(line);`),
    comes: CPU,
  },
  {
    tries: 'log lines that come back to the event loop',
    source: handler(`
      for (let round = 0; round < 20; round += 1) {
        for (let index = 0; index < 10_000; index += 1) console.log(index);
        await new Promise((resolve) => setTimeout(resolve));
      }
      return 'stands';`),
    comes: /^(200 got stands|Error: Worker exceeded CPU time limit\.)$/,
  },
  {
    tries: 'waitUntil by the million',
    source: handler('for (let index = 0; index < 1e6; index += 1) ctx.waitUntil(null); return 1;'),
    comes: /^(Error: Worker exceeded CPU time limit\.|IsolateCrashedError: .*messages at once)/,
  },
  {
    tries: 'errors that nobody catches, by the million',
    source: handler(`
      for (let index = 0; index < 1e6; index += 1) Promise.reject(new Error('hostile'));
      await new Promise((resolve) => setTimeout(resolve, 5000));
      return 1;`),
    comes:
      /^(200 got 1|Error: Worker exceeded CPU time limit\.|IsolateCrashedError: .*messages at once)/,
  },
  {
    tries: 'messages of node:diagnostics_channel by the million',
    source: `
      import { channel } from 'node:diagnostics_channel';
      export default { async fetch() {
        for (let index = 0; index < 1e6; index += 1) channel('x').publish({ index });
        return new Response('published');
      } };`,
    configuration: { compatibility_flags: ['nodejs_compat'] },
    comes:
      /^(200 published|Error: Worker exceeded CPU time limit\.|IsolateCrashedError: .*messages at once)/,
  },
  {
    tries: 'subrequests by the hundred thousand',
    source: handler(`
      const asked = Array.from({ length: 1e5 }, () => env.SELF.fetch('https://x.example/').then(() => 1, (error) => String(error)));
      return (await Promise.all(asked)).find((each) => each !== 1) ?? 'all';`),
    configuration: { services: [{ binding: 'SELF', service: 'hostile' }], name: 'hostile' },
    comes: /^(200 (got|refused)|Error: )/,
  },
  {
    tries: 'subrequests that go round in a circle',
    source: handler(`return (await env.SELF.fetch(request)).text();`),
    configuration: { services: [{ binding: 'SELF', service: 'hostile' }], name: 'hostile' },
    comes: /Subrequest depth limit exceeded/,
  },
  {
    tries: 'a fork bomb: a hundred services, each of which starts all others',
    source: handler(`
      const asked = Object.values(env).map((service) => service.fetch('https://x.example/').then((r) => r.text(), String));
      return (await Promise.all(asked)).filter((text) => text.includes('isolates run already')).length > 0 ? 'bounded' : 'all run';`),
    configuration: {
      services: Array.from({ length: 100 }, (_, index) => ({
        binding: `S${index}`,
        service: `s${index}`,
      })),
    },
    files: Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        [
          `workers/s${index}/wrangler.jsonc`,
          JSON.stringify({ name: `s${index}`, main: 'index.js' }),
        ],
        [
          `workers/s${index}/index.js`,
          `export default { async fetch() { await new Promise((resolve) => setTimeout(resolve, 3000)); return new Response('ran'); } };`,
        ],
      ]).flat(),
    ),
    comes: /^200 got bounded$/,
  },
  {
    tries: 'sockets by the ten thousand',
    source: handler(`
      const pairs = [];
      for (let index = 0; index < 1e4; index += 1) {
        const pair = new WebSocketPair();
        pair[0].accept();
        pair[1].accept();
        pair[0].send('x'.repeat(1000));
        pairs.push(pair);
      }
      return pairs.length;`),
    comes: /^(200 got 10000|200 refused|Error: )/,
  },
  {
    tries: 'a socket that floods whoever listens',
    source: `export default { fetch(request) {
      const [client, server] = Object.values(new WebSocketPair());
      server.accept();
      const text = 'x'.repeat(1e6);
      setInterval(() => { for (let index = 0; index < 100; index += 1) server.send(text); }, 1);
      return new Response(null, { status: 101, webSocket: client });
    } };`,
    upgrade: true,
    comes: /^101 heard true$/,
  },
  {
    tries: 'a body without end',
    source: `export default { fetch: () => new Response(new ReadableStream({
      pull(controller) { controller.enqueue(new Uint8Array(1 << 20)); },
    })) };`,
    comes: /^200 cut after/,
  },
  {
    tries: 'a cached response with a header of a megabyte',
    source: handler(`
      const headers = { 'cache-control': 'max-age=60', 'x-long': 'y'.repeat(1e6) };
      return caches.default.put('https://x.example/', new Response('x', { headers }));`),
    comes: /^200 refused: TypeError: The header "x-long" of a response can have 65,536 characters/,
  },
  {
    tries: 'a gigabyte of buffers',
    source: handler(`
      const kept = [];
      for (let index = 0; index < 64; index += 1) kept.push(new Uint8Array(16 << 20).fill(1));
      return kept.length;`),
    comes: MEMORY,
  },
  {
    tries: 'a Wasm memory of four gigabytes',
    source: handler(`
      const memory = new WebAssembly.Memory({ initial: 1 });
      for (;;) memory.grow(1024);`),
    comes: /^(Error: Worker exceeded memory limit\.|200 refused: RangeError)/,
  },
  {
    tries: 'a string that doubles for ever',
    source: handler(`let text = 'x'; for (;;) text += text;`),
    comes: /^(200 refused: RangeError|Error: Worker exceeded)/,
  },
  {
    tries: 'an array of 4e9 elements, filled',
    source: handler('return new Array(4e9).fill(0).length;'),
    comes: /^(200 refused|Error: Worker exceeded|IsolateCrashedError: )/,
  },
  {
    tries: 'a cache filled with megabytes',
    source: handler(`
      for (let index = 0; index < 40; index += 1) {
        await caches.default.put('https://x.example/' + index, new Response(new Uint8Array(4 << 20)));
      }
      return 'put';`),
    comes: /^(200 |Error: Worker exceeded)/,
  },
  {
    tries: 'an abort at every request, eight at once',
    source: `import { abortIsolate } from 'cloudflare:workers';
      export default { fetch() { abortIsolate('again'); } };`,
    requests: 8,
    comes: /^IsolateAbortedError: .*again/,
  },
  {
    tries: 'to stall the supervisor with a reason that is asked for again and again',
    source: handler(`
      for (let round = 0; round < 1000; round += 1) {
        caches.default.match('https://x.example/' + round);
      }
      return 'asked';`),
    comes: /^200 /,
  },
];
