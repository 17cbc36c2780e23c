import type { RuntimeEvent } from '../../runtime-worker/index';
import { expect, type Life, test } from './life';

const ROUNDS = 200;
const WITHOUT_LIMITER = { isolab: { limiter: false } };

const COUNTER = `
import { abortIsolate, env } from 'cloudflare:workers';
let count = 0;
export default {
  fetch(request) {
    if (new URL(request.url).pathname === '/abort') abortIsolate('poisoned');
    return new Response(env.NAME + ' ' + ++count);
  },
};`;

test('5 the fresh isolate exists at once, and evaluates nothing before its first event', async ({
  life,
}) => {
  await life.openWorker(COUNTER);
  await life.fetch('/abort');
  const events = await life.events();
  expect(events.slice(-2)).toMatchObject([
    { type: 'isolate.ended', generation: 1 },
    { type: 'isolate.created', generation: 2, cause: 'abort' },
  ]);
  await life.fetch('/');
  expect((await life.events()).slice(events.length)).toMatchObject([
    { type: 'request.began', generation: 2 },
    { type: 'startup.began', generation: 2 },
    { type: 'startup.ended', generation: 2, outcome: 'ok' },
    { type: 'request.handled', generation: 2 },
    { type: 'request.responded', generation: 2 },
    { type: 'request.bodyEnded', generation: 2 },
    { type: 'request.ended', generation: 2 },
  ]);
});

test('5 where the setting says so, the fresh isolate evaluates its modules at once', async ({
  life,
}) => {
  await life.openWorker(COUNTER, { isolab: { startup: 'atOnce' } });
  await life.fetch('/abort');
  await life.until({ type: 'startup.ended', generation: 2 });
  expect(await life.eventsOf('request.began')).toHaveLength(1);
});

test('5 a fresh isolate says how long its spare booted, and stood ready', async ({ life }) => {
  await life.openWorker(COUNTER);
  await life.fetch('/');
  // The next spare boots a little later.
  await expect(async () => {
    await life.fetch('/abort');
    const { spare } = (await life.eventsOf('isolate.created')).at(-1) ?? {};
    expect(spare).toEqual({ booting: expect.any(Number), ready: expect.any(Number) });
  }).toPass();
});

test('5 bindings are the same, module state is not', async ({ life }) => {
  await life.openWorker(COUNTER, { vars: { NAME: 'bound' } });
  expect(await life.fetch('/')).toMatchObject({ text: 'bound 1' });
  expect(await life.fetch('/')).toMatchObject({ text: 'bound 2' });
  await life.fetch('/abort');
  expect(await life.fetch('/')).toMatchObject({ text: 'bound 1' });
});

test('5 thirty services that start at once all start', async ({ life }) => {
  const names = Array.from({ length: 30 }, (_, index) => `${life.service}-${index}`);
  const others = names.flatMap((name) => [
    [`workers/${name}/wrangler.jsonc`, JSON.stringify({ name, main: 'worker.js' })],
    [`workers/${name}/worker.js`, `export default { fetch: () => new Response('${name}') };`],
  ]);
  await life.open(
    {
      ...Object.fromEntries(others),
      'worker.js': `export default {
        async fetch(request, env) {
          const asked = Object.values(env).map(async (other) => (await other.fetch(request.url)).text());
          return Response.json(await Promise.all(asked));
        },
      };`,
    },
    {
      main: 'worker.js',
      services: names.map((service, index) => ({ binding: `S${index}`, service })),
    },
  );
  expect(await life.fetch('/')).toMatchObject({ text: JSON.stringify(names) });
});

test('5 a service that is of no open project any more keeps no isolate', async ({ life }) => {
  await life.openWorker(COUNTER);
  await life.fetch('/abort');
  await life.beside().openWorker(COUNTER);
  expect((await life.events()).slice(-2)).toMatchObject([
    { type: 'isolate.condemned', generation: 2, cause: 'edit' },
    { type: 'isolate.ended', generation: 2 },
  ]);
});

/** `/abort/N/HOW` aborts with the reason N; anything else takes a moment and answers with its path. */
const RACER = `
import { abortIsolate } from 'cloudflare:workers';
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    const [, what, reason, how] = pathname.split('/');
    if (what === 'abort') {
      if (how === 'microtask') await null;
      if (how === 'timer') await pause(2);
      abortIsolate(reason);
    }
    await pause(4);
    return new Response(pathname);
  },
};`;

interface Race {
  /** What each round's requests came to, as text. */
  readonly outcomes: readonly (readonly string[])[];
}

/** Fires, in each round, an abort and three requests at varying moments after it. */
function race(life: Life): Promise<Race> {
  return life.page.evaluate(async (rounds) => {
    const { isolab } = window;
    const settle = (path: string) =>
      isolab
        .fetch(path)
        .then((response) => response.text())
        .catch((error: Error) => error.message);
    const moments = [
      () => undefined,
      () => Promise.resolve(),
      () =>
        new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            port1.close();
            resolve();
          };
          port2.postMessage(null);
        }),
      () => new Promise((resolve) => setTimeout(resolve)),
      () => new Promise((resolve) => setTimeout(resolve, 2)),
      () => new Promise((resolve) => setTimeout(resolve, 5)),
    ];
    const hows = ['sync', 'microtask', 'timer'];
    const outcomes: string[][] = [];
    for (let round = 0; round < rounds; round += 1) {
      const fired = [settle(`/abort/${round}/${hows[round % hows.length]}`)];
      for (let more = 0; more < 3; more += 1) {
        await moments[(round + more) % moments.length]?.();
        fired.push(settle(`/${round}/${more}`));
      }
      outcomes.push(await Promise.all(fired));
    }
    return { outcomes };
  }, ROUNDS);
}

test(`5 requests between the call and the fresh isolate are never lost, nor rejected with the old reason, ${ROUNDS} times`, async ({
  life,
}) => {
  test.slow();
  await life.openWorker(RACER, WITHOUT_LIMITER);
  const { outcomes } = await race(life);
  const events = await life.events();
  const wrong = outcomes.filter(([aborter, ...others], round) => {
    const reason = `The isolate was aborted: ${round}`;
    const right = (outcome: string, more: number) =>
      outcome === reason || outcome === `/${round}/${more}`;
    return aborter !== reason || !others.every(right);
  });
  expect(wrong).toEqual([]);
  const answered = outcomes.flat().filter((outcome) => outcome.startsWith('/'));
  expect(answered.length).toBeGreaterThan(0);
  expect(events.some(({ type }) => type === 'request.moved')).toBe(true);
  expectEachEndedOnce(events);
  expectOnlyHandledRejected(events);
  expectMovedInOrder(events);
});

/** Two that abort at once, in each of the ways in which they can meet. */
const AT_ONCE = [
  ['both in the same breath', '/abort/a/sync', '/abort/b/sync'],
  ['both after a microtask', '/abort/a/microtask', '/abort/b/microtask'],
  ['both by a timer', '/abort/a/timer', '/abort/b/timer'],
  ['one waiting while the other calls it', '/abort/a/timer', '/abort/b/sync'],
] as const;

for (const [how, first, second] of AT_ONCE) {
  test(`5 two aborts at once, ${how}, end each isolate once, ${ROUNDS / AT_ONCE.length} times`, async ({
    life,
  }) => {
    test.slow();
    await life.openWorker(RACER, WITHOUT_LIMITER);
    const outcomes = await life.page.evaluate(
      async ({ rounds, first, second }) => {
        const { isolab } = window;
        const settle = (path: string) =>
          isolab
            .fetch(path)
            .then((response) => response.text())
            .catch((error: Error) => error.message);
        const outcomes: string[][] = [];
        for (let round = 0; round < rounds; round += 1) {
          outcomes.push(await Promise.all([settle(first), settle(second), settle('/after')]));
          outcomes.push([await settle('/next')]);
        }
        return outcomes;
      },
      { rounds: ROUNDS / AT_ONCE.length, first, second },
    );
    const wrong = outcomes.filter((round) => {
      const right = round.length === 1 ? /^\/next$/ : /^(The isolate .* [ab]|\/after)$/;
      return !round.every((outcome) => right.test(outcome));
    });
    expect(wrong).toEqual([]);
    const events = await life.events();
    expectEachEndedOnce(events);
    expectOnlyHandledRejected(events);
    expectIsolatesEndedOnce(events);
  });
}

test(`5 an abort from outside and one from inside at once end each isolate once, ${ROUNDS} times`, async ({
  life,
}) => {
  test.slow();
  await life.openWorker(RACER, WITHOUT_LIMITER);
  const next = await life.page.evaluate(async (rounds) => {
    const { isolab } = window;
    const answers: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const inside = isolab.fetch('/abort/a/sync').catch(() => {});
      if (round % 2 === 0) await new Promise((resolve) => setTimeout(resolve, round % 10));
      await isolab.abortIsolate('b');
      await inside;
      answers.push(await (await isolab.fetch('/next')).text());
    }
    return answers;
  }, ROUNDS);
  expect(next).toEqual(Array(ROUNDS).fill('/next'));
  const events = await life.events();
  expectEachEndedOnce(events);
  expectIsolatesEndedOnce(events);
});

type EventOf<T extends RuntimeEvent['type']> = Extract<RuntimeEvent, { type: T }>;

function eventsOf<T extends RuntimeEvent['type']>(
  events: readonly RuntimeEvent[],
  type: T,
): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type);
}

function expectEachEndedOnce(events: readonly RuntimeEvent[]): void {
  const ids = (type: 'request.began' | 'request.ended') =>
    eventsOf(events, type)
      .map(({ request }) => request)
      .sort();
  expect(ids('request.ended')).toEqual(ids('request.began'));
}

/** Whoever was rejected had been begun by the isolate that was aborted, before, and got its reason. */
function expectOnlyHandledRejected(events: readonly RuntimeEvent[]): void {
  const handledBy = new Map<string, string>();
  const reasons = new Map<string, string | null>();
  const wrong: RuntimeEvent[] = [];
  for (const event of events) {
    if (event.type === 'request.handled') {
      if (reasons.has(event.isolate)) wrong.push(event);
      handledBy.set(event.request, event.isolate);
    }
    if (event.type === 'isolate.aborted') reasons.set(event.isolate, event.reason);
    if (event.type === 'request.ended' && event.outcome !== 'ok') {
      const { outcome, isolate, reason } = event;
      const right =
        outcome === 'aborted' &&
        handledBy.get(event.request) === isolate &&
        reasons.get(isolate) === reason;
      if (!right) wrong.push(event);
    }
  }
  expect(wrong).toEqual([]);
}

/** What moved to an isolate together is handled in the order in which it began. */
function expectMovedInOrder(events: readonly RuntimeEvent[]): void {
  const began = eventsOf(events, 'request.began').map(({ request }) => request);
  const moved = new Set(eventsOf(events, 'request.moved').map(({ request }) => request));
  const handled = eventsOf(events, 'request.handled')
    .filter(({ request }) => moved.has(request))
    .map(({ request }) => request);
  expect(handled).toEqual(began.filter((request) => moved.has(request)));
}

function expectIsolatesEndedOnce(events: readonly RuntimeEvent[]): void {
  const aborted = eventsOf(events, 'isolate.aborted').map(({ generation }) => generation);
  const ended = eventsOf(events, 'isolate.ended').map(({ generation }) => generation);
  const created = eventsOf(events, 'isolate.created').map(({ generation }) => generation);
  expect(ended).toEqual(aborted);
  expect(created).toEqual(Array.from({ length: aborted.length + 1 }, (_, index) => index + 1));
}
