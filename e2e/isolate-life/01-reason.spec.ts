import { serveWithWorkerd } from '../differential/workerd';
import { expect, test } from './life';

/** `/abort` gives `abortIsolate` what is under test; another path answers which request it is. */
const workerWith = (given: string) => `
import { abortIsolate } from 'cloudflare:workers';
let count = 0;
export default {
  fetch(request) {
    if (new URL(request.url).pathname !== '/abort') return new Response(String(++count));
    try {
      abortIsolate(${given});
    } catch (error) {
      return new Response('caught ' + error.name + ': ' + error.message);
    }
  },
};`;

/** workerd prints no more than a word of the reason, and ends its process. */
const PRINTED_REASON = /terminating process; reason = ?(.*)/;

const COERCED: readonly (readonly [what: string, given: string, reason: string | null])[] = [
  ['nothing', '', null],
  ['undefined', 'undefined', null],
  ['text', `'poisoned'`, 'poisoned'],
  ['an empty string', `''`, ''],
  ['5', '5', '5'],
  ['-0', '-0', '0'],
  ['a BigInt', '10n', '10'],
  ['null', 'null', 'null'],
  ['an array', '[1, 2]', '1,2'],
  ['an object', '{}', '[object Object]'],
  ['an object with a toString', `{ toString: () => 'told' }`, 'told'],
  ['an object with a toPrimitive', `{ [Symbol.toPrimitive]: (hint) => hint }`, 'string'],
  ['two arguments', `'first', 'second'`, 'first'],
];

const THROWN: readonly (readonly [what: string, given: string])[] = [
  ['a Symbol', `Symbol('poisoned')`],
  ['a toString that throws', `{ toString() { throw new RangeError('no text'); } }`],
  ['an object that has no primitive', `{ toString: () => ({}), valueOf: () => ({}) }`],
];

for (const [what, given, reason] of COERCED) {
  test(`1 the reason is coerced as workerd's binding does: ${what}`, async ({ life }) => {
    const source = workerWith(given);
    await life.openWorker(source);
    const settled = await life.fetch('/abort');
    expect(settled).toMatchObject({ how: 'rejected', name: 'IsolateAbortedError' });
    const [aborted] = await life.eventsOf('isolate.aborted');
    expect(aborted?.reason).toBe(reason);

    await using real = await serveWithWorkerd({ 'worker.js': source });
    await expect(fetch(new URL('/abort', real.url))).rejects.toThrow();
    const { stdout, stderr } = await real.ended;
    const printed = PRINTED_REASON.exec(stdout + stderr)?.[1];
    // It prints no reason and an empty one alike.
    expect(printed).toBe(reason ?? '');
  });
}

for (const [what, given] of THROWN) {
  test(`1 the reason throws to the caller and aborts nothing, as in workerd: ${what}`, async ({
    life,
  }) => {
    const source = workerWith(given);
    await using real = await serveWithWorkerd({ 'worker.js': source });
    const answer = await fetch(new URL('/abort', real.url));
    const text = await answer.text();
    expect(text).toMatch(/^caught /);

    await life.openWorker(source);
    expect(await life.fetch('/')).toMatchObject({ text: '1' });
    expect(await life.fetch('/abort')).toMatchObject({ how: 'resolved', text });
    expect(await life.fetch('/')).toMatchObject({ text: '2' });
    expect(await life.eventsOf('isolate.aborted')).toEqual([]);
  });
}

test('1 the message says that the isolate was aborted, and the reason', async ({ life }) => {
  await life.openWorker(workerWith(`'poisoned'`));
  expect(await life.fetch('/abort')).toMatchObject({
    message: 'The isolate was aborted: poisoned',
  });
});

test('1 with no reason the message still says that the isolate was aborted', async ({ life }) => {
  await life.openWorker(workerWith(''));
  expect(await life.fetch('/abort')).toMatchObject({ message: 'The isolate was aborted.' });
});
