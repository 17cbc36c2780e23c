import { describe, expect, test } from 'vitest';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { createLayout, type RequestBar } from './layout';
import { besideResponse, segmentsOf } from './segments';

type Step = RuntimeEvent extends infer E
  ? E extends { request: string }
    ? Omit<E, 'service' | 'isolate' | 'generation' | 'request'>
    : never
  : never;

/** The bar of a request that began at 0. */
function barOf(...steps: Step[]): RequestBar {
  const layout = createLayout();
  const of = { service: 'worker', isolate: 'i', generation: 1, request: 'r' };
  const event = { type: 'fetch', method: 'GET', url: 'https://playground.example/' } as const;
  layout.push({ ...of, at: 0, type: 'request.began', event });
  // A step and what it is of are the event that the type of the step was made from.
  for (const step of steps) layout.push({ ...of, ...step } as RuntimeEvent);
  const bar = layout.bar('r');
  if (!bar) throw new Error('no bar');
  return bar;
}

const handled: Step = { at: 10, type: 'request.handled' };
const responded: Step = { at: 20, type: 'request.responded', status: 200 };
const bodyEnded: Step = { at: 30, type: 'request.bodyEnded', bytes: 1 };
const taskBegan: Step = { at: 15, type: 'waitUntil.began', task: 1 };
const taskEnded: Step = { at: 50, type: 'waitUntil.ended', task: 1, outcome: 'ok' };
const end = (at: number, outcome: 'ok' | 'aborted' = 'ok'): Step => ({
  at,
  type: 'request.ended',
  outcome,
});

describe('the stretches of a request', () => {
  test('are waiting, handling, body and waitUntil', () => {
    const bar = barOf(handled, taskBegan, responded, bodyEnded, taskEnded, end(50));
    expect(segmentsOf(bar, 99)).toEqual([
      { kind: 'waiting', from: 0, to: 10 },
      { kind: 'handling', from: 10, to: 20 },
      { kind: 'body', from: 20, to: 30 },
      { kind: 'waitUntil', from: 30, to: 50 },
    ]);
  });

  test('end now where the request has not ended', () => {
    expect(segmentsOf(barOf(handled), 99)).toEqual([
      { kind: 'waiting', from: 0, to: 10 },
      { kind: 'handling', from: 10, to: 99 },
    ]);
  });

  test('end with the body where nothing waits', () => {
    const bar = barOf(handled, responded, bodyEnded, end(30));
    expect(segmentsOf(bar, 99).at(-1)).toEqual({ kind: 'body', from: 20, to: 30 });
  });

  test('end in the body where an abort cut it', () => {
    const bar = barOf(handled, taskBegan, responded, end(25, 'aborted'));
    expect(segmentsOf(bar, 99).at(-1)).toEqual({ kind: 'body', from: 20, to: 25 });
  });

  test('are only waiting where no handler was called', () => {
    const bar = barOf(end(9, 'aborted'));
    expect(segmentsOf(bar, 99)).toEqual([{ kind: 'waiting', from: 0, to: 9 }]);
  });
});

describe('waitUntil beside the response', () => {
  test('is from the first task until the response is over', () => {
    const bar = barOf(handled, taskBegan, responded, bodyEnded, taskEnded, end(50));
    expect(besideResponse(bar, 99)).toEqual({ from: 15, to: 30 });
  });

  test('is over with its last task', () => {
    const early: Step = { at: 18, type: 'waitUntil.ended', task: 1, outcome: 'ok' };
    const bar = barOf(handled, taskBegan, early, responded, bodyEnded, end(30));
    expect(besideResponse(bar, 99)).toEqual({ from: 15, to: 18 });
  });

  test('is nothing where there are no tasks', () => {
    expect(besideResponse(barOf(handled, responded, end(30)), 99)).toBeUndefined();
  });
});
