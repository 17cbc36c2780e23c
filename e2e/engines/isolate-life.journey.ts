/** Each way in which an isolate ends. */
import { expect, test } from './test';

const WORKER = `
import { abortIsolate } from 'cloudflare:workers';
let count = 0;
const gate = Promise.withResolvers();
const kept = [];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export default {
  async fetch(request, env, ctx) {
    switch (new URL(request.url).pathname) {
      case '/wait':
        setTimeout(() => console.log('a timer ran'));
        await gate.promise;
        console.log('a continuation ran');
        return new Response('waited');
      case '/abort':
        await pause(50);
        gate.resolve();
        setTimeout(() => console.log('a later timer ran'));
        queueMicrotask(() => console.log('a microtask ran'));
        try { abortIsolate('poisoned'); }
        catch { console.log('catch ran'); }
        finally { console.log('finally ran'); }
      case '/throw':
        await pause(50);
        gate.resolve();
        setTimeout(() => console.log('a later timer ran'));
        queueMicrotask(() => console.log('a microtask ran'));
        try { throw new Error('poisoned'); }
        catch { console.log('catch ran'); }
        finally { console.log('finally ran'); }
        return new Response('thrown');
      case '/mine':
        ctx.abort(new RangeError('mine'));
        console.log('ran on');
        return new Response('ran on');
      case '/task':
        ctx.waitUntil(new Promise(() => {}));
        return new Response('answered');
      case '/pause':
        await pause(100);
        return new Response(String(++count));
      case '/loop':
        for (;;) {}
      case '/keep':
        kept.push(new Uint8Array(270 * 2 ** 20));
        return new Response('kept');
      case '/keep-less':
        kept.push(new Uint8Array(140 * 2 ** 20));
        return new Response('kept');
    }
    return new Response(String(++count));
  },
};`;

const REASON = 'The isolate was aborted: poisoned';

test('abortIsolate: all in flight are rejected with the reason, and a fresh isolate answers', async ({
  life,
}) => {
  await life.openWorker(WORKER);
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
  for (const settled of await life.fetchAll(['/wait', '/wait', '/abort'])) {
    expect(settled).toEqual({ how: 'rejected', name: 'IsolateAbortedError', message: REASON });
  }
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
  expect(await life.eventsOf('isolate.aborted')).toMatchObject([
    { generation: 1, cause: 'abortIsolate', reason: 'poisoned', position: { file: 'worker.js' } },
  ]);
  expect(await life.eventsOf('isolate.created')).toMatchObject([
    { generation: 1, cause: 'first' },
    { generation: 2, cause: 'abort' },
  ]);
});

test('abortIsolate: no catch, finally, timer, microtask or other request runs after it', async ({
  life,
}) => {
  await life.openWorker(WORKER);
  const logged = async () => (await life.eventsOf('log')).map(({ text }) => text).sort();
  // Where an error is thrown in its place, all of that runs.
  await life.fetchAll(['/wait', '/throw']);
  const all = [
    'a continuation ran',
    'a later timer ran',
    'a microtask ran',
    'a timer ran',
    'catch ran',
    'finally ran',
  ];
  await expect.poll(logged).toEqual(all);
  await life.openWorker(`${WORKER} // A fresh isolate, whose gate is shut.`);
  await life.fetchAll(['/wait', '/abort']);
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
  expect(await logged()).toEqual([...all, 'a timer ran'].sort());
});

test('the Abort button: all in flight are rejected with the reason that was typed', async ({
  visit,
}) => {
  await visit.openWorker(WORKER);
  await visit.send('/wait');
  await visit.send('/wait');
  await expect.poll(async () => (await visit.eventsOf('request.handled')).length).toBe(2);
  const form = { role: 'form', name: 'Abort the isolate' } as const;
  await visit.fill({ role: 'textbox', name: 'Reason', within: form }, 'by hand');
  await visit.click({ role: 'button', name: 'Abort', within: form });
  await expect
    .poll(() => visit.requests())
    .toEqual([
      expect.stringMatching(/aborted.*by hand/),
      expect.stringMatching(/aborted.*by hand/),
    ]);
  expect(await visit.eventsOf('isolate.aborted')).toMatchObject([{ cause: 'user' }]);
  expect(await visit.fetch('/')).toMatchObject({ text: '1' });
});

test('ctx.abort: its request alone ends with the reason, and nothing of it runs on', async ({
  life,
}) => {
  await life.openWorker(WORKER);
  const [waited, aborted] = await life.fetchAll(['/pause', '/mine']);
  expect(aborted).toEqual({ how: 'rejected', name: 'RangeError', message: 'mine' });
  expect(waited).toMatchObject({ how: 'resolved', text: '1' });
  expect(await life.fetch('/')).toMatchObject({ text: '2' });
  expect(await life.eventsOf('log')).toEqual([]);
});

test('an exception at startup: its requests get the error, and an edit recovers', async ({
  life,
}) => {
  await life.openWorker(`throw new RangeError('no start');\nexport default {};`);
  for (const settled of await life.fetchAll(['/', '/'])) {
    expect(settled).toEqual({ how: 'rejected', name: 'RangeError', message: 'no start' });
  }
  expect(await life.eventsOf('startup.ended')).toMatchObject([
    { outcome: 'startupFailed', error: { position: { file: 'worker.js', line: 1 } } },
  ]);
  await life.openWorker(WORKER);
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
});

test('code that does not compile: its requests say where', async ({ life }) => {
  await life.openWorker('export default {\n  fetch( {\n};');
  const settled = await life.fetch('/');
  expect(settled).toMatchObject({ message: expect.stringMatching(/worker\.js:[23]:\d+/) });
});

test('abortIsolate at the top level: its requests get the reason, each time anew', async ({
  life,
}) => {
  await life.openWorker(
    `import { abortIsolate } from 'cloudflare:workers';\nabortIsolate('at startup');\nexport default {};`,
  );
  for (let round = 0; round < 2; round += 1) {
    expect(await life.fetch('/')).toMatchObject({ message: 'The isolate was aborted: at startup' });
  }
  await life.openWorker(WORKER);
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
});

test('an endless loop: all in flight end as exceededCpu, and a fresh isolate answers', async ({
  life,
}) => {
  await life.openWorker(WORKER, { limits: {} });
  for (const settled of await life.fetchAll(['/wait', '/loop'])) {
    expect(settled).toMatchObject({ message: 'Worker exceeded CPU time limit.' });
  }
  expect(await life.eventsOf('isolate.aborted')).toMatchObject([{ cause: 'exceededCpu' }]);
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
});

test('over twice the memory limit: all in flight end as exceededMemory, and a fresh isolate answers', async ({
  life,
}) => {
  await life.openWorker(WORKER);
  const [waiting] = await life.fetchAll(['/wait', '/keep']);
  expect(waiting).toMatchObject({ message: 'Worker exceeded memory limit.' });
  expect(await life.eventsOf('isolate.aborted')).toMatchObject([{ cause: 'exceededMemory' }]);
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
});

test('over the memory limit: the isolate is condemned, and finishes what it has', async ({
  life,
}) => {
  await life.openWorker(WORKER);
  const [waited] = await life.fetchAll(['/pause', '/keep-less']);
  expect(waited).toMatchObject({ how: 'resolved', text: '1' });
  await expect
    .poll(() => life.eventsOf('isolate.condemned'))
    .toMatchObject([{ cause: 'exceededMemory' }]);
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
});

test('an edit: what is in flight finishes on the old code, what comes runs the new', async ({
  life,
}) => {
  const source = `let open; const opened = new Promise((resolve) => { open = resolve; });
    export default { async fetch({ url }) {
      if (url.endsWith('/wait')) await opened;
      if (url.endsWith('/later')) setTimeout(open, 200);
      return new Response('old');
    } };`;
  await life.openWorker(source);
  const [old, fresh] = await life.visit.evaluate(
    async ({ files }) => {
      const { isolab } = window;
      const handled = new Promise<void>((seen) => {
        let count = 0;
        isolab.subscribe(({ type }) => {
          if (type === 'request.handled') count += 1;
          if (count === 2) seen();
        });
      });
      const waiting = isolab.fetch('/wait');
      void isolab.fetch('/later');
      await handled;
      await isolab.open({ files });
      const fresh = await (await isolab.fetch('/')).text();
      return [await (await waiting).text(), fresh];
    },
    {
      files: {
        'worker.js': source.replace("'old'", "'new'"),
        'wrangler.jsonc': life.configuration(),
      },
    },
  );
  expect([old, fresh]).toEqual(['old', 'new']);
  expect(await life.eventsOf('isolate.condemned')).toMatchObject([{ cause: 'edit' }]);
  await expect.poll(() => life.eventsOf('isolate.ended')).toMatchObject([{ generation: 1 }]);
});

test('a crash loop: the service is slowed, and answers all the same', async ({ life }) => {
  await life.openWorker(WORKER);
  await expect(async () => {
    await life.fetch('/abort');
    expect(await life.eventsOf('isolate.delayed')).not.toEqual([]);
  }).toPass({ intervals: [0] });
  expect(await life.fetch('/')).toMatchObject({ how: 'resolved', text: '1' });
});

test('the policy condemn: the caller ends, the others finish', async ({ life }) => {
  await life.openWorker(WORKER, { isolab: { policy: 'condemn' } });
  const [waited, caller] = await life.fetchAll(['/wait', '/abort']);
  expect(caller).toMatchObject({ how: 'rejected', message: REASON });
  expect(waited).toMatchObject({ how: 'resolved', text: 'waited' });
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
});

test('the policy process: connections are cut without the reason', async ({ life }) => {
  await life.openWorker(WORKER, { isolab: { policy: 'process' } });
  for (const settled of await life.fetchAll(['/wait', '/abort'])) {
    expect(settled).toMatchObject({ how: 'rejected', message: 'Network connection lost.' });
  }
  expect(await life.fetch('/')).toMatchObject({ text: '1' });
});

test('the frame dies: all in flight end as crashed, and a new frame answers', async ({ visit }) => {
  await visit.openWorker(WORKER);
  const rejected = await visit.evaluate(async () => {
    const { isolab } = window;
    const handled = new Promise<void>((seen) => {
      isolab.subscribe(({ type }) => type === 'request.handled' && seen());
    });
    const waiting = isolab.fetch('/wait').then(
      () => 'answered',
      ({ name }: Error) => name,
    );
    await handled;
    document.querySelector('iframe[title="Isolab sandbox"]')?.remove();
    return waiting;
  });
  expect(rejected).toBe('IsolateCrashedError');
  expect(await visit.fetch('/')).toMatchObject({ text: '1' });
});

test('waitUntil tasks are lost with their isolate', async ({ life }) => {
  await life.openWorker(WORKER);
  expect(await life.fetch('/task')).toMatchObject({ how: 'resolved', text: 'answered' });
  await life.fetch('/abort');
  expect(await life.eventsOf('waitUntil.ended')).toMatchObject([{ outcome: 'aborted' }]);
  expect(await life.eventsOf('request.ended')).toContainEqual(
    expect.objectContaining({ outcome: 'aborted', reason: 'poisoned' }),
  );
});

test('a Wasm module that trapped is fresh again after an abort', async ({ life }) => {
  const answers = await life.visit.evaluate(async (wrangler) => {
    const { isolab } = window;
    // Its export `next` traps if the first byte of its memory is 1, and else sets it to 1.
    const wasm = Uint8Array.from([
      0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 7, 8, 1, 4, 110,
      101, 120, 116, 0, 0, 10, 20, 1, 18, 0, 65, 0, 45, 0, 0, 4, 64, 0, 11, 65, 0, 65, 1, 58, 0, 0,
      11,
    ]);
    const source = `
      import { abortIsolate } from 'cloudflare:workers';
      import module from './next.wasm';
      const { exports } = new WebAssembly.Instance(module);
      export default {
        fetch() {
          try { exports.next(); } catch (error) { abortIsolate(error.constructor.name); }
          return new Response('well');
        },
      };`;
    await isolab.open({
      files: {
        'worker.js': source,
        'next.wasm': wasm,
        'wrangler.jsonc': wrangler,
      },
    });
    const answers: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      answers.push(
        await isolab.fetch('/').then(
          (response) => response.text(),
          ({ message }: Error) => message,
        ),
      );
    }
    return answers;
  }, life.configuration());
  expect(answers).toEqual(['well', 'The isolate was aborted: RuntimeError', 'well']);
});
