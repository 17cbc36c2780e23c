import { describe, expect, test } from 'vitest';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { happenedBy, latestMoment, momentAfter, momentBefore } from './moments';

const EVENTS = [10, 20, 20, 20, 30].map(
  (at): RuntimeEvent => ({ type: 'isolate.ended', at, service: 'w', isolate: 'i', generation: 1 }),
);

describe('moments', () => {
  test('what happened by a time, that time included', () => {
    expect([9, 10, 19, 20, 30, 99].map((at) => happenedBy(EVENTS, at))).toEqual([0, 1, 1, 4, 5, 5]);
  });

  test('events of one time are one step', () => {
    expect(momentAfter(EVENTS, 0)).toBe(10);
    expect(momentAfter(EVENTS, 10)).toBe(20);
    expect(momentAfter(EVENTS, 20)).toBe(30);
    expect(momentAfter(EVENTS, 30)).toBeUndefined();
    expect(momentBefore(EVENTS, 99)).toBe(30);
    expect(momentBefore(EVENTS, 30)).toBe(20);
    expect(momentBefore(EVENTS, 25)).toBe(20);
    expect(momentBefore(EVENTS, 20)).toBe(10);
    expect(momentBefore(EVENTS, 10)).toBeUndefined();
  });

  test('the latest moment has all of its events', () => {
    expect(latestMoment(EVENTS, 25)).toHaveLength(3);
    expect(latestMoment(EVENTS, 10)).toHaveLength(1);
    expect(latestMoment(EVENTS, 1)).toHaveLength(0);
  });
});
