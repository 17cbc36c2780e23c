import { expect, test } from 'vitest';
import type { ConsoleMethod, LogLevel, RuntimeEvent } from '../../runtime-worker/index';
import { createConsoleLines } from './lines';

const isolate = { at: 0, service: 'worker', isolate: 'isolate-1', generation: 1 };
const log = (text: string, level: LogLevel = 'log') => ({
  ...isolate,
  type: 'log' as const,
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

test('the newest lines are kept and all are counted', () => {
  const KEPT = 1000;
  const many = Array.from({ length: 2 * KEPT }, (_, n) => log(`${n}`));
  const view = createConsoleLines(KEPT);
  for (const event of [log('rare', 'error'), ...many]) view.add(event);
  const { lines, kept, total, counts } = view.snapshot();
  expect(total).toBe(2 * KEPT + 1);
  expect(counts).toMatchObject({ log: 2 * KEPT, error: 1 });
  expect(kept).toBeGreaterThanOrEqual(KEPT);
  expect(kept).toBeLessThan(1.2 * KEPT);
  expect(lines.at(-1)?.text).toBe(`${2 * KEPT - 1}`);
});

test('a snapshot keeps its lines while others come', () => {
  const lines = createConsoleLines();
  lines.add(log('one'));
  const before = lines.snapshot();
  lines.add(log('two'));
  expect(before.kept).toBe(1);
  expect(lines.snapshot().kept).toBe(2);
});

test('lines are in the groups that their own isolate opened, until it closes them', () => {
  const call = (method: ConsoleMethod, text = ''): RuntimeEvent => ({
    ...isolate,
    type: 'console',
    method,
    level: 'log',
    text,
  });
  const { lines } = linesOf(
    call('group', 'outer'),
    call('groupCollapsed', 'inner'),
    log('in both'),
    { ...log('of another'), isolate: 'isolate-2' },
    call('groupEnd'),
    log('in one'),
    call('groupEnd'),
    call('groupEnd'),
    log('in none'),
  );
  expect(lines.map(({ text, depth, group }) => [text, depth, group?.text])).toEqual([
    ['outer', 0, undefined],
    ['inner', 1, 'outer'],
    ['in both', 2, 'inner'],
    ['of another', 0, undefined],
    ['in one', 1, 'outer'],
    ['in none', 0, undefined],
  ]);
});

test('what a request logged is at hand', () => {
  const { loggedBy } = linesOf(
    { ...log('mine'), request: 'a' },
    { ...log('not mine'), request: 'b' },
  );
  expect(loggedBy('a')).toMatchObject([{ text: 'mine' }]);
  expect(loggedBy('c')).toHaveLength(0);
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
