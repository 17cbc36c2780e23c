import { handler } from './attack.mjs';

/**
 * Takes the port that the supervisor's calls come on, by patching what reads every message, and posts
 * on it. The other one, on which an isolate tells, cannot be had: what writes to it was bound before.
 *
 * @param {string} messages source of the list of them
 */
export const forge = (messages) => `
  const ports = new Set();
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
  Object.defineProperty(MessageEvent.prototype, 'data', {
    get() { ports.add(this.currentTarget); return data.get.call(this); },
  });
  const { postMessage, addEventListener } = MessagePort.prototype;
  export default {
    async fetch() {
      const answers = [];
      while (ports.size === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      for (const port of ports) {
        addEventListener.call(port, 'message', ({ data }) => { if (data?.id === 'forged') answers.push(data); });
        for (const message of ${messages}) {
          try { postMessage.call(port, message); } catch {}
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      return new Response('ports ' + ports.size + ', answers ' + answers.length);
    },
  };`;

const IGNORED = /^200 ports 1, answers 0$/;

/**
 * Messages that nobody should believe.
 *
 * @type {readonly import('./attack.mjs').Attack[]}
 */
export const FORGING = [
  {
    tries: 'a Comlink call of constructor.constructor',
    source: forge(
      `[{ id: 'forged', type: 'APPLY', path: ['constructor', 'constructor'], argumentList: [{ type: 'RAW', value: 'window.hostile = true' }] }]`,
    ),
    comes: IGNORED,
  },
  {
    tries: 'a Comlink read of __proto__',
    source: forge(`[{ id: 'forged', type: 'GET', path: ['__proto__'] }]`),
    comes: IGNORED,
  },
  {
    tries: 'a Comlink write of __proto__',
    source: forge(
      `[{ id: 'forged', type: 'SET', path: ['__proto__', 'hostile'], value: { type: 'RAW', value: true } }]`,
    ),
    comes: IGNORED,
  },
  {
    tries: 'a Comlink release of the endpoint',
    source: forge(`[{ id: 'forged', type: 'RELEASE' }]`),
    comes: IGNORED,
  },
  {
    tries: "an answer to the supervisor's next calls, with every id there may be",
    source: forge(
      `Array.from({ length: 1000 }, (_, id) => ({ id: String(id), type: 'RAW', value: 'forged' }))`,
    ),
    comes: IGNORED,
  },
  {
    tries: 'a handler that throws, as Comlink would bring it',
    source: forge(`[{ id: 'forged', type: 'HANDLER', name: 'throw', value: { isError: true } }]`),
    comes: IGNORED,
  },
  {
    tries: 'a message of the protocol: an abort',
    source: forge(`[{ type: 'abort', reason: 'forged', received: 0, id: 'forged' }]`),
    comes: IGNORED,
  },
  {
    tries: "a message of the protocol: another request's response",
    source: forge(
      `Array.from({ length: 100 }, (_, id) => ({ type: 'responded', request: 'r' + id, status: 200, statusText: 'forged', headers: [], body: false }))`,
    ),
    comes: IGNORED,
  },
  {
    tries: 'a message whose fields are accessors',
    source: forge(
      `[{ id: 'forged', get type() { throw new Error('hostile'); } }, Object.defineProperty({}, 'id', { get: () => 'forged', enumerable: true })]`,
    ),
    comes: IGNORED,
  },
  {
    tries: 'a message that is a cycle',
    source: forge(
      `[(() => { const cycle = { id: 'forged', type: 'GET' }; cycle.path = [cycle]; return cycle; })()]`,
    ),
    comes: IGNORED,
  },
  {
    tries: 'a message with a million keys',
    source: forge(
      `[Object.fromEntries(Array.from({ length: 1e6 }, (_, index) => ['k' + index, index]))]`,
    ),
    comes: /^(200 ports 1, answers 0|Error: )/,
  },
  {
    tries: 'a message that is an array of 4e9 holes',
    source: forge(`[Object.assign(new Array(4e9), { id: 'forged' })]`),
    comes: IGNORED,
  },
  {
    tries: 'a message that is ten thousand deep',
    source: forge(
      `[(() => { let deep = { id: 'forged' }; for (let i = 0; i < 1e4; i++) deep = { path: [deep], id: 'forged' }; return deep; })()]`,
    ),
    comes: /^(200 ports 1, answers 0|Error: )/,
  },
  {
    tries: 'a message that is a detached buffer',
    source: forge(
      `[(() => { const bytes = new Uint8Array(8); structuredClone(bytes, { transfer: [bytes.buffer] }); return { id: 'forged', bytes }; })()]`,
    ),
    comes: IGNORED,
  },
  {
    tries: 'a message with a shared buffer',
    source: forge(
      `[{ id: 'forged', bytes: new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer }]`,
    ),
    comes: IGNORED,
  },
  {
    tries: 'ten thousand messages that are none',
    source: forge(`Array.from({ length: 10_000 }, () => ({ id: 'forged', type: 'NONE' }))`),
    comes: IGNORED,
  },
  {
    tries: 'to answer twice, by respondWith of an event and a return',
    source: `
      addEventListener('fetch', (event) => {
        event.respondWith(new Response('first'));
        try { event.respondWith(new Response('second')); } catch {}
      });`,
    comes: /^200 first$/,
  },
  {
    tries: 'to end while its body is under way, and go on with it',
    source: `export default {
      fetch(request, env, ctx) {
        let controller;
        const body = new ReadableStream({ start(given) { controller = given; } });
        setTimeout(() => {
          controller.enqueue(new TextEncoder().encode('whole'));
          controller.close();
          try { controller.enqueue(new Uint8Array(1)); } catch {}
        });
        return new Response(body);
      },
    };`,
    comes: /^200 whole$/,
  },
  {
    tries: 'a response whose fields change each time that they are read',
    source: `
      class Changing extends Response {
        #reads = 0;
        get status() { this.#reads += 1; return this.#reads === 1 ? 200 : 'hostile'; }
        get headers() { return { [Symbol.iterator]: () => { throw new Error('hostile'); } }; }
      }
      export default { fetch: () => new Changing('changing') };`,
    comes: /^Error: hostile$/,
  },
  {
    tries: 'something that only looks like a response',
    source: `export default { fetch: () => ({ status: 200, headers: [], body: 'forged', __proto__: Response.prototype }) };`,
    comes: /^\w*Error: /,
  },
  {
    tries: "to patch what the runtime's own code uses",
    source: handler(
      `return 'patched';`,
      `
      for (const name of ['push', 'map', 'slice', 'then', 'call', 'apply', 'get', 'set', 'has']) {
        for (const { prototype } of [Array, Map, Set, WeakMap]) {
          if (Object.hasOwn(prototype, name)) prototype[name] = () => { throw new Error('hostile'); };
        }
      }`,
    ),
    comes: /^Error: hostile$/,
  },
  {
    tries: 'to hold its own thread after an abort',
    source: `
      import { abortIsolate } from 'cloudflare:workers';
      export default {
        fetch() {
          try { abortIsolate('held'); } catch {} finally { for (;;) {} }
        },
      };`,
    comes: /^IsolateAbortedError: .*held/,
  },
  {
    tries: 'to go on after an abort, from a timer, a microtask and another request',
    source: `
      import { abortIsolate } from 'cloudflare:workers';
      export default {
        fetch() {
          setInterval(() => { console.log('goes on'); }, 1);
          Promise.resolve().then(() => { console.log('goes on'); });
          abortIsolate('gone');
        },
      };`,
    requests: 3,
    comes: /^IsolateAbortedError: .*gone/,
  },
  {
    tries: 'an abort whose reason is 10 million characters',
    source: `
      import { abortIsolate } from 'cloudflare:workers';
      export default { fetch() { abortIsolate('x'.repeat(1e7)); } };`,
    comes: /^IsolateAbortedError: .*x{100}/,
  },
  {
    tries: 'an abort whose reason is an object that throws when it is read',
    source: `
      import { abortIsolate } from 'cloudflare:workers';
      export default { fetch() { abortIsolate({ toString() { throw new Error('hostile'); } }); } };`,
    comes: /^\w*Error: /,
  },
];
