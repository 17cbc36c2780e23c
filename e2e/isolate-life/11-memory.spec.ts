import { expect, test } from '../fixtures';

const MiB = 1024 * 1024;

/** `/keep?mib=N` keeps a typed array, `/drop?mib=N` makes one and lets it go. */
const WORKER = `
const kept = [];
export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    const bytes = Number(searchParams.get('mib')) * 1024 * 1024;
    if (pathname === '/keep') kept.push(new Uint8Array(bytes));
    if (pathname === '/memory') kept.push(new WebAssembly.Memory({ initial: bytes / 65536 }));
    if (pathname === '/grow') kept.at(-1).grow(bytes / 65536);
    if (pathname === '/drop') new Uint8Array(bytes).fill(1);
    if (pathname === '/wait') await new Promise((resolve) => setTimeout(resolve, 5000));
    return new Response(String(kept.length));
  },
};`;

test('11 typed arrays are accounted', async ({ playground }) => {
  await playground.openWorker(WORKER);
  await playground.fetch('/keep?mib=20');
  await expect
    .poll(async () => (await playground.eventsOf('isolate.memory')).at(-1)?.bytes)
    .toBeGreaterThanOrEqual(20 * MiB);
});

test('11 what is collected is released', async ({ playground }) => {
  await playground.openWorker(WORKER);
  for (let round = 0; round < 40; round += 1) await playground.fetch('/drop?mib=16');
  await expect
    .poll(async () => {
      await playground.fetch('/drop?mib=1');
      return (await playground.eventsOf('isolate.memory')).at(-1)?.bytes;
    })
    .toBeLessThan(64 * MiB);
  expect(await playground.eventsOf('isolate.condemned')).toEqual([]);
});

test('11 a Wasm memory that grows is accounted', async ({ playground }) => {
  await playground.openWorker(WORKER);
  await playground.fetch('/memory?mib=4');
  await playground.fetch('/grow?mib=8');
  await expect
    .poll(async () => {
      await playground.fetch('/');
      return (await playground.eventsOf('isolate.memory')).at(-1)?.bytes;
    })
    .toBe(12 * MiB);
});

test('11 over 1x the isolate is condemned: it finishes what it has, what is new gets a fresh one', async ({
  playground,
}) => {
  await playground.openWorker(WORKER);
  const waiting = playground.fetch('/wait');
  await playground.fetch('/keep?mib=140');
  await expect.poll(() => playground.eventsOf('isolate.condemned')).toHaveLength(1);
  expect(await playground.fetch('/')).toMatchObject({ how: 'resolved', text: '0' });
  const [condemned] = await playground.eventsOf('isolate.condemned');
  expect(condemned).toMatchObject({ generation: 1, cause: 'exceededMemory' });
  expect(await waiting).toMatchObject({ how: 'resolved' });
  await expect.poll(() => playground.eventsOf('isolate.ended')).toMatchObject([{ generation: 1 }]);
});

test('11 what takes the isolate over 2x is not answered', async ({ playground }) => {
  await playground.openWorker(WORKER);
  for (let round = 0; round < 10; round += 1) {
    expect(await playground.fetch('/keep?mib=270')).toMatchObject({
      how: 'rejected',
      message: 'Worker exceeded memory limit.',
    });
  }
});

test('11 over 2x the isolate is aborted, and everything in flight with it', async ({
  playground,
}) => {
  await playground.openWorker(WORKER);
  const waiting = playground.fetch('/wait');
  void playground.fetch('/keep?mib=270');
  expect(await waiting).toMatchObject({
    how: 'rejected',
    message: 'Worker exceeded memory limit.',
  });
  const [aborted] = await playground.eventsOf('isolate.aborted');
  expect(aborted).toMatchObject({ cause: 'exceededMemory' });
  expect(await playground.fetch('/')).toMatchObject({ how: 'resolved', text: '0' });
});
