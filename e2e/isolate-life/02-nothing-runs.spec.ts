import { expect, type Life, test } from './life';

/**
 * What would run next, each alone: it is set going, then `act()` is called, which either aborts or (as
 * the control) returns.
 */
const BYSTANDERS: Readonly<Record<string, string>> = {
  catch: `try { act(); throw new Error(); } catch { witness('ran'); }`,
  finally: `try { act(); } finally { witness('ran'); }`,
  'console line': `act(); witness('ran');`,
  microtask: `queueMicrotask(() => witness('ran')); act(); await pause();`,
  'continuation of a promise': `
    Promise.resolve().then(() => witness('ran')); act(); await pause();`,
  thenable: `Promise.resolve({ then: () => witness('ran') }); act(); await pause();`,
  timer: `setTimeout(() => witness('ran')); act(); await pause();`,
  interval: `const id = setInterval(() => { clearInterval(id); witness('ran'); }); act(); await pause();`,
  'stream callback': `
    const stream = new ReadableStream(
      { async pull(controller) { await 0; witness('ran'); controller.close(); } },
      { highWaterMark: 0 });
    const read = stream.getReader().read(); act(); await read;`,
  'event listener': `
    const controller = new AbortController();
    controller.signal.addEventListener('abort', () => witness('ran'));
    setTimeout(() => controller.abort()); act(); await pause();`,
  'other request': `gate.resolve(); act(); await pause();`,
};

const bystanderWorker = ({ witness }: Life, statements: string) => `
import { abortIsolate } from 'cloudflare:workers';
${witness}
let gate = Promise.withResolvers();
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/') return new Response('fresh');
    if (pathname === '/wait') {
      await gate.promise;
      if (${statements.includes('gate')}) witness('ran');
      return new Response('waited');
    }
    const act = () => pathname === '/abort' ? abortIsolate('poisoned') : undefined;
    ${statements}
    gate.resolve();
    gate = Promise.withResolvers();
    return new Response('done');
  },
};`;

for (const [what, statements] of Object.entries(BYSTANDERS)) {
  test(`2 no ${what} runs after the call`, async ({ life }) => {
    await life.openWorker(bystanderWorker(life, statements));
    await life.fetchAll(['/wait', '/control']);
    await expect.poll(() => life.witnessed()).toEqual(['ran']);
    await life.fetchAll(['/wait', '/abort']);
    await freshIsolateAnswers(life);
    expect(await life.witnessedToTheEnd()).toEqual(['ran']);
  });
}

/** From where `abort()` is called. Each is the body of a handler that gets `ctx`. */
const PLACES: Readonly<Record<string, string>> = {
  'a handler': `abort();`,
  'a Wasm import': `new WebAssembly.Instance(wasm, { m: { f: abort } }).exports.run();`,
  'a toString': `String({ toString() { abort(); return ''; } });`,
  'a getter': `({ get value() { return abort(); } }).value;`,
  'a constructor': `class Thing { constructor() { abort(); } } new Thing();`,
  'a for await': `
    async function* values() { yield 1; yield 2; }
    for await (const value of values()) if (value === 2) abort();`,
  'a callback of setTimeout': `setTimeout(abort); await new Promise(() => {});`,
  'a waitUntil task': `
    ctx.waitUntil((async () => { await new Promise((resolve) => setTimeout(resolve)); abort(); })());
    return new Response('answered');`,
  'a stream callback': `
    return new Response(new ReadableStream({ pull() { abort(); } }, { highWaterMark: 0 }));`,
  'a microtask': `queueMicrotask(abort); await new Promise(() => {});`,
  'a comparison of sort': `[2, 1].sort(() => abort());`,
  'a proxy': `new Proxy({}, { has: () => abort() }).x; 'x' in new Proxy({}, { has: () => abort() });`,
  'an async generator': `
    async function* values() { abort(); yield 1; }
    await values().next();`,
};

/** All of {@link BYSTANDERS} at once are set going right before the call. */
const placeWorker = ({ witness }: Life, statements: string) => `
import { abortIsolate } from 'cloudflare:workers';
${witness}
// Its export \`run\` calls its import \`m.f\`.
const wasm = new WebAssembly.Module(Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0,
  1, 4, 1, 96, 0, 0,
  2, 7, 1, 1, 109, 1, 102, 0, 0,
  3, 2, 1, 0,
  7, 7, 1, 3, 114, 117, 110, 0, 1,
  10, 6, 1, 4, 0, 16, 0, 11]));
const gate = Promise.withResolvers();
function abort() {
  witness('before');
  queueMicrotask(() => witness('a microtask'));
  Promise.resolve().then(() => witness('a continuation'));
  setTimeout(() => witness('a timer'));
  setInterval(() => witness('an interval'), 1);
  gate.resolve();
  try {
    try { abortIsolate('poisoned'); } catch { witness('catch'); } finally { witness('finally'); }
  } finally { witness('outer finally'); }
  witness('the next line');
}
async function act(ctx) {
  try { ${statements} } catch { witness('catch of the handler'); } finally { witness('finally of the handler'); }
}
export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname === '/') return new Response('fresh');
    if (pathname === '/wait') {
      await gate.promise;
      witness('another request');
      return new Response('waited');
    }
    return (await act(ctx)) ?? new Response('done');
  },
};`;

/** Places whose handler has ended when the call comes: its own `finally` ran before. */
const AFTER_THE_HANDLER = new Set(['a waitUntil task', 'a stream callback']);

for (const [place, statements] of Object.entries(PLACES)) {
  test(`2 nothing runs after a call from inside ${place}`, async ({ life }) => {
    await life.openWorker(placeWorker(life, statements));
    const [waiting] = await life.fetchAll(['/wait', '/abort']);
    expect(waiting).toMatchObject({
      how: 'rejected',
      message: 'The isolate was aborted: poisoned',
    });
    await freshIsolateAnswers(life);
    const expected = AFTER_THE_HANDLER.has(place)
      ? ['finally of the handler', 'before']
      : ['before'];
    expect(await life.witnessedToTheEnd()).toEqual(expected);
    const [, caller] = await life.eventsOf('request.began');
    expect(await life.eventsOf('isolate.aborted')).toMatchObject([
      { cause: 'abortIsolate', reason: 'poisoned', request: caller?.request },
    ]);
  });
}

async function freshIsolateAnswers(life: Life): Promise<void> {
  expect(await life.fetch('/')).toMatchObject({ text: 'fresh' });
}

test('2 the thread ends, though its next microtask would loop for ever', async ({ life }) => {
  await life.openWorker(
    bystanderWorker(
      life,
      `witness('before');
       if (pathname === '/abort') queueMicrotask(() => { for (;;); });
       act();`,
    ),
  );
  await life.fetch('/abort');
  expect(await life.witnessedToTheEnd()).toEqual(['before']);
});
