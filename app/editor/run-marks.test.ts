import { expect, test } from 'vitest';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { createRunMarks } from './run-marks';

const FILE = 'src/index.ts';

/** Events of one isolate, whose times are told by `at`. */
function play() {
  const view = createRunMarks();
  let at = 0;
  let isolate = 'i1';
  const add = (event: object) =>
    // What these tests leave out of an event is not read.
    view.add({ at, service: 'a', isolate, generation: 1, ...event } as RuntimeEvent);
  return {
    wait: (ms: number) => {
      at += ms;
    },
    use: (next: string) => {
      isolate = next;
    },
    begin: (request: string, path = '/', parent?: string) =>
      add({
        type: 'request.began',
        request,
        ...(parent && { parent }),
        event: { type: 'fetch', method: 'GET', url: `https://playground.example${path}` },
      }),
    end: (request: string, more: object = { outcome: 'ok' }) =>
      add({ type: 'request.ended', request, ...more }),
    log: (line: number, request?: string) =>
      add({
        type: 'log',
        level: 'log',
        text: 'x',
        position: { file: FILE, line, column: 1 },
        ...(request && { request }),
      }),
    add,
    marks: () => view.snapshot().marks.map(({ line, text }) => [line, text]),
    view,
  };
}

const errorAt = (line: number) => ({
  name: 'Error',
  message: 'boo',
  position: { file: FILE, line, column: 1 },
});

test('a line says how many requests logged there, not how often', () => {
  const run = play();
  run.log(1);
  run.begin('a');
  run.begin('b', '/b');
  run.log(3, 'a');
  run.log(3, 'b');
  run.log(5, 'a');
  run.log(5, 'a');
  expect(run.marks()).toEqual([
    [3, '2 requests logged here'],
    [5, '1 request logged here, 2 lines'],
  ]);
  expect(run.view.snapshot().marks[0]?.details).toEqual(['1 GET /', '2 GET /b']);
});

test('what the startup logs is said to be its', () => {
  const run = play();
  run.begin('a');
  run.log(1);
  expect(run.marks()).toEqual([[1, 'the startup logged here']]);
});

test('a line says what was thrown there', () => {
  const run = play();
  run.begin('a');
  run.begin('b');
  run.end('a', { outcome: 'exception', error: errorAt(4) });
  run.end('b', { outcome: 'exception', error: errorAt(4) });
  expect(run.marks()).toEqual([[4, 'Error: boo · 2 requests']]);
});

test('the line that called abortIsolate says why, and how many requests that ended', () => {
  const run = play();
  run.begin('a');
  run.begin('b');
  const position = { file: FILE, line: 9, column: 5 };
  run.add({
    type: 'isolate.aborted',
    cause: 'abortIsolate',
    reason: 'poisoned',
    request: 'b',
    position,
  });
  run.end('a', { outcome: 'aborted' });
  run.end('b', { outcome: 'aborted' });
  expect(run.marks()).toEqual([[9, 'abortIsolate("poisoned") · ended 2 requests']]);
});

test('another run begins once nothing was in flight for a while', () => {
  const run = play();
  run.begin('a');
  run.log(1, 'a');
  run.end('a');
  run.wait(600);
  run.begin('b');
  run.log(1, 'b');
  expect(run.marks()).toEqual([[1, '2 requests logged here']]);
  run.wait(5000);
  run.begin('c');
  run.log(1, 'c');
  expect(run.marks()).toEqual([[1, '3 requests logged here']]);
  run.end('b');
  run.end('c');
  run.wait(2000);
  run.begin('d');
  run.begin('e', '/', 'd');
  run.log(2, 'd');
  expect(run.marks()).toEqual([[2, '1 request logged here']]);
});

test('an edit begins another run, and what the code before it still does is not shown', () => {
  const run = play();
  run.begin('a');
  run.log(1, 'a');
  run.add({ type: 'isolate.condemned', cause: 'edit' });
  run.log(2, 'a');
  expect(run.marks()).toEqual([[1, '1 request logged here']]);
  run.use('i2');
  run.begin('b');
  run.log(3, 'b');
  expect(run.marks()).toEqual([[3, '1 request logged here']]);
});
