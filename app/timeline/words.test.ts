import { expect, test } from 'vitest';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { createLayout } from './layout';
import { abortInWords, nameOf, plain, requestFacts, slowedFor } from './words';

/** A request that comes 100 ms into a delay of 400 ms. */
const SLOWED: readonly RuntimeEvent[] = [
  { ...isolateAt(1000), type: 'isolate.delayed', delay: 400, lingering: 3 },
  {
    ...isolateAt(1100),
    type: 'request.began',
    request: 'r',
    event: { type: 'fetch', method: 'GET', url: 'https://playground.example/' },
  },
];

function isolateAt(at: number) {
  return { at, service: 'worker', isolate: 'isolate-7', generation: 7 };
}

function barOf(events: readonly RuntimeEvent[]) {
  const layout = createLayout();
  for (const event of events) layout.push(event);
  const bar = layout.bar('r');
  if (!bar) throw new Error('The request r has no bar.');
  return bar;
}

test('a fetch event is named by its method, path and query', () => {
  const event = { type: 'fetch', method: 'GET', url: 'https://playground.example/a?b=c' } as const;
  expect(nameOf(event)).toBe('GET /a?b=c');
});

test('an abort is written as it was called', () => {
  const abort = { at: 1, cause: 'abortIsolate', request: undefined } as const;
  expect(abortInWords({ ...abort, reason: 'poisoned' })).toBe('abortIsolate("poisoned")');
  expect(abortInWords({ ...abort, reason: null })).toBe('abortIsolate()');
});

test('an isolate that ends with its process is not called aborted', () => {
  const abort = { at: 1, cause: 'policy', request: undefined, reason: null } as const;
  expect(abortInWords(abort)).toBe('its process ended');
});

test('a request whose service is slowed says how much of the delay it waits, and why', () => {
  const bar = barOf(SLOWED);
  expect(slowedFor(bar)).toBe(300);
  expect(requestFacts(bar, 0, 1200)).toContainEqual({
    term: 'slowed',
    value: 'waits 300 ms: the service aborts again and again',
  });
});

test('a request that ended during the delay waited no longer than that', () => {
  const bar = barOf([
    ...SLOWED,
    { ...isolateAt(1150), type: 'request.ended', request: 'r', outcome: 'canceled' },
  ]);
  expect(slowedFor(bar)).toBe(50);
});

test('text of a worker cannot turn the direction of what is around it, or break the line', () => {
  expect(plain('a\u202eb\nc\u0000d\u2028e')).toBe('a b c d e');
});

test('text of a worker is cut where it is endless', () => {
  expect(plain('x'.repeat(1000))).toBe(`${'x'.repeat(300)}…`);
});
