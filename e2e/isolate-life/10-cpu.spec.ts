import { expect, test } from './life';

/** `/busy/MS` computes for so long; `/wait` waits for longer than any limit here. */
const WORKER = `
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export default {
  async fetch(request) {
    const [, what, ms] = new URL(request.url).pathname.split('/');
    if (what === 'loop') for (;;) {}
    if (what === 'later') { await pause(1); for (;;) {} }
    if (what === 'busy') for (const end = Date.now() + Number(ms); Date.now() < end; ) {}
    if (what === 'wait') await pause(Number(ms));
    return new Response('done');
  },
};`;

const MESSAGE = 'Worker exceeded CPU time limit.';

for (const path of ['/loop', '/later']) {
  test(`10 a thread that does not come back is destroyed, and the next request is answered: ${path}`, async ({
    life,
  }) => {
    await life.openWorker(WORKER);
    const [waiting, looping] = await life.fetchAll(['/wait/30000', path]);
    expect(waiting).toMatchObject({ how: 'rejected', message: MESSAGE });
    expect(looping).toMatchObject({ how: 'rejected', message: MESSAGE });
    for (const ended of await life.eventsOf('request.ended')) {
      expect(ended).toMatchObject({ outcome: 'exceededCpu', error: { message: MESSAGE } });
    }
    expect(await life.eventsOf('isolate.aborted')).toMatchObject([{ cause: 'exceededCpu' }]);
    expect(await life.fetch('/')).toMatchObject({ how: 'resolved', text: 'done' });
    expect(await life.eventsOf('isolate.created')).toMatchObject([
      { cause: 'first' },
      { generation: 2, cause: 'limit' },
    ]);
  });
}

test('10 what arrives while the thread does not come back ends with it or is answered by the next', async ({
  life,
}) => {
  await life.openWorker(WORKER);
  await life.fetch('/');
  const [looping, later] = await life.fetchAll(['/loop', '/']);
  expect(looping).toMatchObject({ message: MESSAGE });
  expect(later).toMatchObject({ how: 'rejected', message: MESSAGE });
});

test('10 limits.cpu_ms in wrangler.jsonc gives a worker more', async ({ life }) => {
  await life.openWorker(WORKER, { limits: { cpu_ms: 20_000 } });
  expect(await life.fetch('/busy/3000')).toMatchObject({ how: 'resolved', text: 'done' });
});

test('10 limits.cpu_ms in wrangler.jsonc gives a worker less', async ({ life }) => {
  await life.openWorker(WORKER, { limits: { cpu_ms: 40 } });
  expect(await life.fetch('/busy/900')).toMatchObject({ how: 'rejected', message: MESSAGE });
});

test('10 waiting costs no CPU', async ({ life }) => {
  await life.openWorker(WORKER, { limits: { cpu_ms: 1000 } });
  expect(await life.fetch('/wait/4000')).toMatchObject({ how: 'resolved', text: 'done' });
});

test('10 a top level that loops is not taken for one that awaits for ever, whatever CPU time it may have', async ({
  life,
}) => {
  await life.openWorker('for (;;) {}', { limits: { cpu_ms: 8000 } });
  expect(await life.fetch('/')).toMatchObject({
    how: 'rejected',
    message: 'Script startup exceeded CPU time limit.',
  });
});
