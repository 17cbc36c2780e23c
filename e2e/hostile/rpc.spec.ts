import { expect, type Playground, test } from '../fixtures';

/** A worker whose handler does `source` with `Other`, a stub of an entrypoint of its own. */
const worker = (source: string) => `
import { WorkerEntrypoint } from 'cloudflare:workers';
export class Other extends WorkerEntrypoint {
  take(value) { return typeof value; }
}
export default {
  async fetch(request, env, { exports: { Other } }) {
    if (new URL(request.url).pathname === '/after') return new Response(await Other.take(1));
    ${source}
  },
};`;

/** That the page and its runtime go on. */
async function expectAlive(playground: Playground): Promise<void> {
  expect(await playground.fetch('/after')).toMatchObject({ how: 'resolved', text: 'number' });
}

const TOO_MUCH: readonly (readonly [what: string, value: string, message: RegExp])[] = [
  ['bytes', 'new Uint8Array(40 * 2 ** 20)', /limited to 32MiB, but .* was: \d+ bytes/],
  ['values', 'new Array(1_100_000).fill(0)', /limited to 1000000 values/],
  ['length without values', 'new Array(4e9)', /limited to 1000000 values/],
  ['stubs', 'Array.from({ length: 300_000 }, () => () => {})', /limited to 1000000 values/],
];

/** To make and to count so much takes a while, on a slow machine longer than a worker may take. */
const PATIENT = '{ "limits": { "cpu_ms": 20000 } }';

for (const [what, value, message] of TOO_MUCH) {
  test(`a call with too many ${what} is the caller's error`, async ({ playground }) => {
    await playground.open({
      'wrangler.jsonc': PATIENT,
      'worker.js': worker(
        `return new Response(await Other.take(${value}).catch((error) => error.message));`,
      ),
    });
    expect(await playground.fetch('/')).toMatchObject({ text: expect.stringMatching(message) });
    await expectAlive(playground);
  });
}

test('too many values that the isolate does not count end the request', async ({ playground }) => {
  // Its own runtime miscounts, so that only the supervisor is left to look.
  const source = `
    Object.values = () => [];
    const many = new Array(3_000_000).fill(0);
    await Other.take(Object.assign(new Error('why'), { stack: 'x'.repeat(2 ** 20), cause: many }));
    return new Response('sent');`;
  await playground.open({ 'wrangler.jsonc': PATIENT, 'worker.js': worker(source) });
  expect(await playground.fetch('/')).toMatchObject({
    how: 'rejected',
    message: expect.stringContaining('a message that the runtime cannot accept'),
  });
  await playground.openWorker(worker(''));
  await expectAlive(playground);
});

test('what is thrown is told without what is too much of it', async ({ playground }) => {
  await playground.open({
    'wrangler.jsonc': PATIENT,
    'worker.js': `export default {
      fetch() {
        let deep = null;
        for (let depth = 0; depth < 3000; depth += 1) deep = { deep };
        throw Object.assign(new RangeError('why'), { deep, many: new Array(1_100_000).fill(0), few: 1 });
      },
    };`,
  });
  expect(await playground.fetch('/')).toMatchObject({ how: 'rejected', message: 'why' });
});
