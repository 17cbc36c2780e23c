import type { RuntimeEvent } from '../../runtime-worker/index';
import { Workbench } from '../workbench';
import { expect, type Life, test } from './life';

/** 200 each, in parts, so that a busy machine is not at its limit of time. */
const ROUNDS = 50;
const PARTS = [1, 2, 3, 4];

/** `/flood` says all that an isolate can say, without a pause, until its isolate is aborted. */
const FLOODER = `
import { abortIsolate } from 'cloudflare:workers';
const pause = () => new Promise((resolve) => setTimeout(resolve));
export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname === '/abort') abortIsolate('poisoned');
    if (pathname !== '/flood') return new Response('fresh');
    ctx.waitUntil((async () => {
      for (;;) {
        for (let line = 0; line < 5; line += 1) console.log('line');
        ctx.waitUntil(null);
        await pause();
      }
    })());
    return new Response(new ReadableStream({
      pull(controller) { controller.enqueue(new Uint8Array(8192)); },
    }));
  },
};`;

/** How many messages of dead isolates were ignored, as the page says. */
async function ignored({ page }: Life): Promise<number> {
  const menu = await new Workbench(page).openIsolateMenu();
  const count = await menu
    .locator('dt', { hasText: 'Messages of dead isolates' })
    .locator('+ dd')
    .textContent();
  await page.keyboard.press('Escape');
  return Number(count);
}

const EACH = (['inside', 'outside'] as const).flatMap((from) =>
  PARTS.map((part) => [from, part] as const),
);

for (const [from, part] of EACH) {
  test(`7 messages of an isolate that was aborted from ${from} are ignored, ${ROUNDS} times, part ${part} of ${PARTS.length}`, async ({
    life,
  }) => {
    test.slow();
    await life.openWorker(FLOODER, { isolab: { limiter: false } });
    const ignoredBefore = await ignored(life);
    const answers = await life.page.evaluate(
      async ({ rounds, from }) => {
        const { isolab } = window;
        const answers: string[] = [];
        for (let round = 0; round < rounds; round += 1) {
          const { body } = await isolab.fetch('/flood');
          const read = body?.pipeTo(new WritableStream()).catch(() => {});
          if (from === 'inside') await isolab.fetch('/abort').catch(() => {});
          else await isolab.abortIsolate('poisoned');
          await read;
          answers.push(await (await isolab.fetch('/')).text());
        }
        return answers;
      },
      { rounds: ROUNDS, from },
    );
    expect(answers).toEqual(Array(ROUNDS).fill('fresh'));

    // What it says after it called abortIsolate itself would be too late: its thread is blocked.
    const ignoredSince = (await ignored(life)) - ignoredBefore;
    if (from === 'outside') expect(ignoredSince).toBeGreaterThan(0);

    const events = await life.events();
    const ended = new Set<string>();
    const late: RuntimeEvent[] = [];
    for (const event of events) {
      if (ended.has(event.isolate)) late.push(event);
      if (event.type === 'isolate.ended') ended.add(event.isolate);
    }
    expect(late).toEqual([]);
    expect(ended.size).toBe(ROUNDS);
    const began = events.filter(({ type }) => type === 'request.began');
    const requestsEnded = events.filter(({ type }) => type === 'request.ended');
    expect(requestsEnded).toHaveLength(began.length);
    expect(events.some(({ type }) => type === 'log')).toBe(true);
  });
}
