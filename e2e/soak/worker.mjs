/**
 * The worker that is soaked, in one of its versions.
 *
 * @param {number} version
 * @returns {Record<string, string>} its files
 */
export const filesOf = (version) => ({
  'wrangler.jsonc': '{ "name": "soaked", "main": "worker.js", "limits": { "cpu_ms": 500 } }',
  'worker.js': `
import { abortIsolate } from 'cloudflare:workers';
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
let count = 0;
export default {
  async fetch(request, env, ctx) {
    count += 1;
    const { pathname } = new URL(request.url);
    if (pathname === '/slow') await pause(300);
    if (pathname === '/abort') abortIsolate('soaked');
    if (pathname === '/throw') throw new Error('thrown');
    if (pathname === '/loop') for (;;) {}
    if (pathname === '/log') for (let line = 0; line < 100; line += 1) console.log('line', line, { count });
    if (pathname === '/later') ctx.waitUntil(pause(200));
    if (pathname === '/cancel') ctx.abort?.('canceled');
    if (pathname === '/memory') globalThis.kept = [...(globalThis.kept ?? []), new Uint8Array(32 << 20)];
    if (pathname === '/stream') {
      return new Response(new ReadableStream({
        async pull(controller) {
          await pause(20);
          controller.enqueue(new Uint8Array(10_000));
          if (Math.random() < 0.1) controller.close();
        },
      }));
    }
    return new Response('version ${version}, request ' + count);
  },
};
`,
});

/**
 * What is asked, and how often of a hundred.
 *
 * @type {readonly (readonly [path: string, often: number])[]}
 */
export const PATHS = [
  ['/', 35],
  ['/slow', 25],
  ['/stream', 10],
  ['/log', 8],
  ['/later', 8],
  ['/throw', 5],
  ['/cancel', 3],
  ['/memory', 3],
  ['/abort', 2],
  ['/loop', 1],
];
