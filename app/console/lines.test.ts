import { expect, test } from 'vitest';
import type { LogLevel, RuntimeEvent } from '../../runtime-worker/index';
import { createConsoleLines, KEPT } from './lines';

const isolate = { at: 0, service: 'worker', isolate: 'isolate-1', generation: 1 };
const log = (text: string, level: LogLevel = 'log'): RuntimeEvent => ({
  ...isolate,
  type: 'log',
  level,
  text,
});

function linesOf(...events: RuntimeEvent[]) {
  const lines = createConsoleLines();
  for (const event of events) lines.add(event);
  return lines.snapshot();
}

test('log lines are in the order in which they came, whatever their levels', () => {
  const { lines } = linesOf(log('one'), log('two', 'warn'), log('three'));
  expect(lines.map((line) => line.text)).toEqual(['one', 'two', 'three']);
});

test('an uncaught error of a request is a line with its stack and its place', () => {
  const position = { file: 'src/index.ts', line: 3, column: 9 };
  const stack = 'Error: no\n    at src/index.ts:3:9';
  const { lines } = linesOf({
    ...isolate,
    type: 'request.ended',
    request: 'a',
    outcome: 'exception',
    error: { name: 'Error', message: 'no', stack, position },
  });
  expect(lines).toMatchObject([{ level: 'error', request: 'a', position }]);
  expect(lines[0]?.text).toContain(stack);
});

test('a failed startup is said once, not again by the requests that met it', () => {
  const error = { name: 'SyntaxError', message: 'no' };
  const { lines, errors } = linesOf(
    { ...isolate, type: 'startup.ended', outcome: 'startupFailed', error },
    { ...isolate, type: 'request.ended', request: 'a', outcome: 'startupFailed', error },
  );
  expect(lines).toHaveLength(1);
  expect(errors).toBe(1);
});

test('what nobody caught is an error with its causes', () => {
  const cause = { name: 'TypeError', message: 'inner' };
  const { lines } = linesOf({
    ...isolate,
    type: 'uncaught',
    kind: 'rejection',
    error: { name: 'Error', message: 'outer', cause },
  });
  expect(lines[0]).toMatchObject({
    level: 'error',
    text: 'Uncaught (in promise): Error: outer\nCaused by: TypeError: inner',
  });
});

test('an abort is a line with its reason', () => {
  const { lines } = linesOf({
    ...isolate,
    type: 'isolate.aborted',
    reason: 'poisoned',
    cause: 'abortIsolate',
  });
  expect(lines[0]?.text).toContain('poisoned');
});

test('what befalls an isolate besides an abort is a line, but for edits', () => {
  const { lines } = linesOf(
    { ...isolate, type: 'isolate.condemned', cause: 'policy' },
    { ...isolate, type: 'isolate.condemned', cause: 'edit' },
    { ...isolate, type: 'isolate.aborted', reason: null, cause: 'policy' },
    { ...isolate, type: 'isolate.delayed', delay: 400, lingering: 0 },
  );
  expect(lines.map((line) => line.text)).toEqual([
    'Isolate condemned: it called abortIsolate',
    'Isolate ended with its process',
    expect.stringContaining('waits 400 ms'),
  ]);
});

test('the newest lines of each level are kept and all are counted', () => {
  const many = Array.from({ length: 3 * KEPT }, (_, n) => log(`${n}`));
  const { lines, total } = linesOf(log('rare', 'error'), ...many);
  expect(total).toBe(3 * KEPT + 1);
  expect(lines).toHaveLength(KEPT + 1);
  expect(lines[0]?.text).toBe('rare');
  expect(lines.at(-1)?.text).toBe(`${3 * KEPT - 1}`);
});

test('what the code wrote is told from what the runtime says of it', () => {
  const { lines } = linesOf(log('one'), {
    ...isolate,
    type: 'isolate.aborted',
    reason: 'poisoned',
    cause: 'abortIsolate',
  });
  expect(lines.map(({ by }) => by)).toEqual(['worker', 'runtime']);
});
