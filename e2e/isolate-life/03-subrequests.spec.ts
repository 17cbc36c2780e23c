import { expect, type Life, test } from './life';

const CALLER = `
const told = (error) => Response.json([error.name, error.message]);
export default {
  async fetch(request, { CALLEE }) {
    const { pathname } = new URL(request.url);
    try {
      if (pathname === '/rpc') return new Response(await CALLEE.forever());
      if (pathname === '/throws') return new Response(await CALLEE.throws());
      const response = await CALLEE.fetch(request.url);
      return new Response('read: ' + (await response.text()));
    } catch (error) {
      return told(error);
    }
  },
};`;

const CALLEE = `
import { WorkerEntrypoint } from 'cloudflare:workers';
export default class extends WorkerEntrypoint {
  async fetch(request) {
    console.log('called');
    if (new URL(request.url).pathname === '/headers') await new Promise(() => {});
    const part = new TextEncoder().encode('part');
    return new Response(new ReadableStream({ start: (controller) => controller.enqueue(part) }));
  }
  async forever() {
    console.log('called');
    await new Promise(() => {});
  }
  throws() {
    throw new RangeError('why');
  }
}`;

const nameOfCallee = (life: Life) => `${life.service}-callee`;

const open = (life: Life) =>
  life.open(
    {
      'worker.js': CALLER,
      'workers/callee/wrangler.jsonc': JSON.stringify({
        name: nameOfCallee(life),
        main: 'worker.js',
      }),
      'workers/callee/worker.js': CALLEE,
    },
    { main: 'worker.js', services: [{ binding: 'CALLEE', service: nameOfCallee(life) }] },
  );

/** Fires at the caller, aborts one of the two once the callee logged, and tells what came of all. */
function abortDuring(life: Life, path: string, aborted: string) {
  return life.page.evaluate(
    async ({ path, aborted, callee }) => {
      const { isolab } = window;
      const since = isolab.events().length;
      const answer = isolab.fetch(path).then(
        (response) => response.text(),
        (error: Error) => `${error.name}: ${error.message}`,
      );
      const events = () => isolab.events().slice(since);
      const until = async (happened: () => boolean) => {
        while (!happened()) await new Promise((resolve) => setTimeout(resolve, 5));
      };
      const has = (type: string) =>
        events().some((event) => event.type === type && event.service === callee);
      await until(() => has(path === '/body' ? 'request.responded' : 'log'));
      await isolab.abortIsolate('poisoned', aborted);
      const text = await answer;
      const ended = () => events().filter(({ type }) => type === 'request.ended');
      await until(() => ended().length === 2);
      const outcomes = ended().flatMap((event) =>
        event.type === 'request.ended'
          ? [[event.service === callee ? 'callee' : 'caller', event.outcome]]
          : [],
      );
      return { text, outcomes: Object.fromEntries(outcomes) };
    },
    { path, aborted, callee: nameOfCallee(life) },
  );
}

for (const [what, path, left] of [
  ['waits for the headers', '/headers', 'canceled'],
  ['reads the body', '/body', 'canceled'],
  // An RPC session that is over is no error of its target's.
  ['waits for an RPC call', '/rpc', 'ok'],
] as const) {
  test(`3 a callee that is aborted while its caller ${what} fails the call with the reason, and the caller goes on`, async ({
    life,
  }) => {
    await open(life);
    const { text, outcomes } = await abortDuring(life, path, nameOfCallee(life));
    expect(text).toContain('poisoned');
    expect(JSON.parse(text)).toHaveLength(2);
    expect(outcomes).toEqual({ callee: 'aborted', caller: 'ok' });
  });

  test(`3 a caller that is aborted while it ${what} takes its subrequest with it`, async ({
    life,
  }) => {
    await open(life);
    const { text, outcomes } = await abortDuring(life, path, life.service);
    expect(text).toBe('IsolateAbortedError: The isolate was aborted: poisoned');
    expect(outcomes).toEqual({ callee: left, caller: 'aborted' });
  });
}

test('3 an RPC call that threw is over: its subrequest ends, with its exception', async ({
  life,
}) => {
  await open(life);
  expect(await life.fetch('/throws')).toMatchObject({ text: '["RangeError","why"]' });
  const ended = async () =>
    (await life.page.evaluate(() => window.isolab.events())).flatMap((event) =>
      event.type === 'request.ended' && event.service === nameOfCallee(life) ? [event.outcome] : [],
    );
  await expect.poll(ended).toEqual(['exception']);
});
