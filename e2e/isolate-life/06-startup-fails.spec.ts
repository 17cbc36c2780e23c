import { expect, type Life, test } from './life';

const GOOD = `
import { abortIsolate } from 'cloudflare:workers';
export default {
  fetch(request) {
    if (new URL(request.url).pathname === '/abort') abortIsolate('poisoned');
    return new Response('well');
  },
};`;
const BAD = `throw new RangeError('no start');\nexport default {};`;

/** The isolate is aborted, and what the fresh one evaluates at its first event throws. */
async function abortIntoAFailingStartup(life: Life): Promise<void> {
  await life.openWorker(GOOD);
  await life.fetch('/abort');
  await life.openWorker(BAD);
}

test('6 each request that waits for a startup that fails gets its error', async ({ life }) => {
  await abortIntoAFailingStartup(life);
  const settled = await life.fetchAll(['/', '/', '/']);
  for (const each of settled) {
    expect(each).toMatchObject({ how: 'rejected', name: 'RangeError', message: 'no start' });
  }
  expect(await life.eventsOf('startup.ended')).toMatchObject([
    { generation: 1, outcome: 'ok' },
    { generation: 2, outcome: 'startupFailed' },
  ]);
});

test('6 after a startup that failed the next request tries again', async ({ life }) => {
  await abortIntoAFailingStartup(life);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    expect(await life.fetch('/')).toMatchObject({ how: 'rejected', message: 'no start' });
  }
  const began = await life.eventsOf('startup.began');
  expect(began.map(({ generation }) => generation)).toEqual([1, 2, 3, 4]);
});

test('6 after a startup that failed an edit recovers', async ({ life }) => {
  await abortIntoAFailingStartup(life);
  await life.fetch('/');
  await life.openWorker(GOOD);
  expect(await life.fetch('/')).toMatchObject({ how: 'resolved', text: 'well' });
});

test('6 a service that aborts at each startup recovers with an edit', async ({ life }) => {
  await life.openWorker(GOOD);
  await life.fetch('/abort');
  await life.openWorker(
    `import { abortIsolate } from 'cloudflare:workers';\nabortIsolate('again');\nexport default {};`,
  );
  for (let attempt = 0; attempt < 3; attempt += 1) {
    expect(await life.fetch('/')).toMatchObject({ message: 'The isolate was aborted: again' });
  }
  await life.openWorker(GOOD);
  expect(await life.fetch('/')).toMatchObject({ how: 'resolved', text: 'well' });
});
