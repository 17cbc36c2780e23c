import { expect, test } from './life';

const TOP_LEVELS: Readonly<Record<string, Record<string, string>>> = {
  'at top level': {
    'worker.js': `
      import { abortIsolate } from 'cloudflare:workers';
      abortIsolate('poisoned');
      export default { fetch: () => new Response('started') };`,
  },
  'in an endless try and catch': {
    'worker.js': `
      import { abortIsolate } from 'cloudflare:workers';
      for (;;) { try { abortIsolate('poisoned'); } catch {} finally { continue; } }
      export default { fetch: () => new Response('started') };`,
  },
  'in an imported module': {
    'worker.js': `
      import './early.js';
      export default { fetch: () => new Response('started') };`,
    'early.js': `
      import { abortIsolate } from 'cloudflare:workers';
      abortIsolate('poisoned');`,
  },
  'after a top-level await': {
    'worker.js': `
      import { abortIsolate } from 'cloudflare:workers';
      await new Promise((resolve) => queueMicrotask(resolve));
      abortIsolate('poisoned');
      export default { fetch: () => new Response('started') };`,
  },
  'in a microtask that runs during the startup': {
    'worker.js': `
      import { abortIsolate } from 'cloudflare:workers';
      queueMicrotask(() => abortIsolate('poisoned'));
      await new Promise(() => {});
      export default { fetch: () => new Response('started') };`,
  },
};

for (const [where, files] of Object.entries(TOP_LEVELS)) {
  test(`4 a call ${where} fails the startup with the reason`, async ({ life }) => {
    await life.open(files);
    const settled = await life.fetchAll(['/', '/', '/']);
    for (const each of settled) {
      expect(each).toMatchObject({
        how: 'rejected',
        message: 'The isolate was aborted: poisoned',
      });
    }
    expect(await life.eventsOf('startup.ended')).toMatchObject([
      {
        generation: 1,
        outcome: 'aborted',
        error: { message: 'The isolate was aborted: poisoned' },
      },
    ]);
    for (const each of await life.eventsOf('request.ended')) {
      expect(each).toMatchObject({ outcome: 'startupFailed', reason: 'poisoned' });
    }
  });
}

test('4 no handler runs after a startup that aborted, and the next event tries again', async ({
  life,
}) => {
  await life.open(TOP_LEVELS['at top level'] ?? {});
  await life.fetch('/');
  expect(await life.fetch('/')).toMatchObject({ how: 'rejected' });
  expect(await life.eventsOf('startup.began')).toMatchObject([
    { generation: 1 },
    { generation: 2 },
  ]);
  expect(await life.eventsOf('request.handled')).toEqual([]);
});
