import { expect, test } from '@playwright/test';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { DevTools } from '../devtools';

const WORKER = `
let count = 0;
export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/wait') await new Promise(() => {});
    return new Response(String(++count));
  },
};`;

interface Course {
  readonly rejections: readonly { readonly name: string; readonly message: string }[];
  readonly answer: string;
  readonly events: readonly RuntimeEvent[];
}

let devtools: DevTools;
let course: Course;

test.beforeAll(async ({ baseURL }) => {
  devtools = await DevTools.launch();
  const evaluate = await devtools.open(String(baseURL));
  await expect.poll(() => evaluate('"isolab" in window')).toBe(true);
  await evaluate(
    `isolab.ready.then(() => isolab.open({ files: { 'worker.js': ${JSON.stringify(WORKER)} } }))`,
  );
  await evaluate(`isolab.fetch('/').then((response) => response.text())`);
  await evaluate(`{
    globalThis.waiting = [1, 2, 3].map(() =>
      isolab.fetch('/wait').then(
        () => { throw new Error('It was answered.'); },
        ({ name, message }) => ({ name, message })));
  }`);
  const handled = `isolab.events().filter(({ type }) => type === 'request.handled').length`;
  await expect.poll(() => evaluate(handled)).toBe(4);
  await devtools.crashFrame('/sandbox.html');
  // What a page evaluates is data of any shape; the tests below say which.
  course = (await evaluate(`(async () => ({
    rejections: await Promise.all(waiting),
    answer: await (await isolab.fetch('/')).text(),
    events: isolab.events(),
  }))()`)) as Course;
});

test.afterAll(() => devtools.close());

test('14 where the frame’s process dies everything in flight is rejected', () => {
  expect(course.rejections).toEqual(
    Array(3).fill({
      name: 'IsolateCrashedError',
      message: expect.stringContaining('The isolate crashed'),
    }),
  );
  const ended = course.events.filter(({ type }) => type === 'request.ended');
  expect(ended).toMatchObject([
    { outcome: 'ok' },
    { outcome: 'crashed' },
    { outcome: 'crashed' },
    { outcome: 'crashed' },
    { outcome: 'ok' },
  ]);
  expect(course.events).toContainEqual(
    expect.objectContaining({ type: 'isolate.aborted', generation: 1, cause: 'crashed' }),
  );
});

test('14 a new frame answers the next request, with a fresh isolate', () => {
  expect(course.answer).toBe('1');
  expect(course.events).toContainEqual(
    expect.objectContaining({ type: 'isolate.created', generation: 2, cause: 'crash' }),
  );
});
