import { describe, expect, test } from 'vitest';
import { atRate, type Clock, headAt, isMoving, paused, playing, sought } from './clock';

const RUN = { from: 100, to: 200 };
const AT_REST: Clock = { head: 100, rate: 0.1, since: undefined };

describe('a play head', () => {
  test('stays where it is at rest', () => {
    expect(headAt(AT_REST, RUN, 5000)).toBe(100);
    expect(isMoving(AT_REST, RUN, 5000)).toBe(false);
  });

  test('moves at its rate', () => {
    const clock = playing(AT_REST, RUN, 1000);
    expect(headAt(clock, RUN, 1000)).toBe(100);
    expect(headAt(clock, RUN, 1100)).toBe(110);
    expect(headAt({ ...clock, rate: 0.01 }, RUN, 1100)).toBe(101);
  });

  test('stops at the end of the run, and goes from its begin when it is played again', () => {
    const clock = playing(AT_REST, RUN, 0);
    expect(headAt(clock, RUN, 1e9)).toBe(200);
    expect(isMoving(clock, RUN, 1e9)).toBe(false);
    expect(playing(paused(clock, RUN, 1e9), RUN, 1e9)).toMatchObject({ head: 100, since: 1e9 });
  });

  test('rests where it is paused, and goes on from there', () => {
    const clock = paused(playing(AT_REST, RUN, 0), RUN, 300);
    expect(headAt(clock, RUN, 9999)).toBe(130);
    expect(headAt(playing(clock, RUN, 10_000), RUN, 10_100)).toBe(140);
  });

  test('goes on at another rate from where it is', () => {
    const clock = atRate(playing(AT_REST, RUN, 0), RUN, 300, 0.01);
    expect(headAt(clock, RUN, 300)).toBe(130);
    expect(headAt(clock, RUN, 400)).toBe(131);
    expect(atRate(AT_REST, RUN, 300, 1)).toEqual({ ...AT_REST, rate: 1 });
  });

  test('is put anywhere in the run, and nowhere else; it moves on if it moved', () => {
    expect(sought(AT_REST, RUN, 0, 150)).toEqual({ ...AT_REST, head: 150 });
    expect(sought(AT_REST, RUN, 0, 1000).head).toBe(200);
    expect(sought(AT_REST, RUN, 0, -1).head).toBe(100);
    const clock = sought(playing(AT_REST, RUN, 0), RUN, 500, 120);
    expect(headAt(clock, RUN, 600)).toBe(130);
  });

  test('does not go back where the wall clock is read late', () => {
    expect(headAt(playing(AT_REST, RUN, 1000), RUN, 990)).toBe(100);
  });
});
