import { expect, type Life, test } from './life';

/** Statements of a handler that gets `ctx`; `ran(text)` is what must not be seen. */
const workerWith = (statements: string) => `
const ran = (text) => console.log(text);
const pause = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));
let count = 0;
export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname === '/wait') await pause(100);
    if (pathname !== '/abort') return new Response(String(++count));
    ${statements}
  },
};`;

const NOT_RUN: Readonly<Record<string, string>> = {
  'no catch': `try { ctx.abort('mine'); } catch { ran('catch'); }`,
  'no finally': `try { ctx.abort('mine'); } finally { ran('finally'); }`,
  'no line after it': `ctx.abort('mine'); ran('next line');`,
  'no catch of the functions that called it': `
    const inner = () => { try { ctx.abort('mine'); } catch (error) { ran('inner'); throw error; } };
    const middle = () => { try { inner(); } catch { ran('middle'); } finally { ran('middle finally'); } };
    try { middle(); } catch { ran('outer'); } finally { ran('outer finally'); }`,
  'no catch of the async functions that awaited it': `
    const inner = async () => { try { await null; ctx.abort('mine'); } catch { ran('inner'); } };
    const middle = async () => { try { await inner(); } finally { ran('middle'); } };
    try { await middle(); ran('next line'); } catch { ran('outer'); }`,
  'no callback of a promise': `
    Promise.reject(new Error()).catch(() => ran('catch()')).finally(() => ran('finally()'));
    Promise.resolve().then(() => ran('then()'));
    ctx.abort('mine');`,
  'no timer': `
    setTimeout(() => ran('timer')); setInterval(() => ran('interval'), 1);
    queueMicrotask(() => ran('microtask'));
    ctx.abort('mine');`,
  'no waitUntil task': `
    ctx.waitUntil((async () => { await pause(); ran('task'); })());
    ctx.abort('mine');`,
  'no async function that it left running': `
    const other = async () => { for (;;) { await pause(); ran('other'); } };
    const rest = other().catch(() => ran('catch()'));
    queueMicrotask(() => ctx.abort('mine'));
    await rest;`,
  'no for await': `
    async function* values() { try { yield 1; ctx.abort('mine'); } finally { ran('generator'); } }
    try { for await (const value of values()) if (value > 1) ran('loop'); } finally { ran('finally'); }`,
  'no listener': `
    const controller = new AbortController();
    controller.signal.addEventListener('abort', () => ran('listener'));
    setTimeout(() => controller.abort());
    ctx.abort('mine');`,
  'no stream callback': `
    const stream = new ReadableStream(
      { async pull(controller) { await pause(); ran('pull'); controller.close(); } },
      { highWaterMark: 0 });
    stream.getReader().read().then(() => ran('read'), () => ran('read'));
    ctx.abort('mine');`,
};

/** A request of the same isolate that began later ended: what was to run, has run by now. */
async function letTheIsolateRun(life: Life): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    expect(await life.fetch('/wait')).toMatchObject({ how: 'resolved' });
  }
}

for (const [what, statements] of Object.entries(NOT_RUN)) {
  test(`9 ctx.abort ends one request: ${what} runs`, async ({ life }) => {
    await life.openWorker(workerWith(statements));
    expect(await life.fetch('/abort')).toMatchObject({ how: 'rejected', message: 'mine' });
    await letTheIsolateRun(life);
    expect((await life.eventsOf('log')).map(({ text }) => text)).toEqual([]);
    expect(await life.eventsOf('isolate.created')).toHaveLength(1);
  });
}

for (const [what, statements] of Object.entries(NOT_RUN)) {
  test(`9 where an error is thrown instead, it does run: ${what} runs`, async ({ life }) => {
    // After an error no next line runs either: there nothing stands in its place.
    const instead = what === 'no line after it' ? 'void 0' : `fail()`;
    const ending = statements
      .replaceAll(`ctx.abort('mine')`, instead)
      .replace('for (;;) {', '{')
      .replace('setInterval', 'setTimeout');
    await life.openWorker(workerWith(`const fail = () => { throw new Error('mine'); }; ${ending}`));
    await life.fetch('/abort');
    await letTheIsolateRun(life);
    expect(await life.eventsOf('log')).not.toEqual([]);
  });
}

const REASONS: readonly (readonly [given: string, name: string, message: string])[] = [
  [`new RangeError('too far')`, 'RangeError', 'too far'],
  [`'text'`, 'Error', 'text'],
  ['', 'Error', 'Worker execution was aborted due to call to ctx.abort().'],
];

for (const [given, name, message] of REASONS) {
  test(`9 the error of the request is the reason: ctx.abort(${given})`, async ({ life }) => {
    await life.openWorker(workerWith(`ctx.abort(${given});`));
    expect(await life.fetch('/abort')).toMatchObject({ how: 'rejected', name, message });
    expect(await life.eventsOf('request.ended')).toMatchObject([
      { outcome: 'exception', error: { name, message } },
    ]);
  });
}

test('9 the isolate and the other requests live', async ({ life }) => {
  await life.openWorker(workerWith(`ctx.abort('mine');`));
  await life.fetch('/');
  const [waited, aborted, after] = await life.fetchAll(['/wait', '/abort', '/']);
  expect(aborted).toMatchObject({ how: 'rejected', message: 'mine' });
  expect(after).toMatchObject({ how: 'resolved', text: '2' });
  expect(waited).toMatchObject({ how: 'resolved', text: '3' });
  expect(await life.eventsOf('isolate.aborted')).toEqual([]);
});

test('9 a body that was being read rejects with the reason', async ({ life }) => {
  await life.openWorker(
    workerWith(`
      ctx.waitUntil((async () => { await pause(20); ctx.abort('mine'); })());
      return new Response(new ReadableStream({
        start(controller) { controller.enqueue(new TextEncoder().encode('first')); },
      }));`),
  );
  expect(await life.fetch('/abort')).toMatchObject({ how: 'rejected', message: 'mine' });
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
});
