import { expect, test } from 'vitest';
import { smallRun } from './small-run';
import { sumsOf } from './sums';

test('the sums of a span count what was under way in it, and how that ended', () => {
  expect(sumsOf(smallRun(), { from: 11, to: 29 }, 40)).toEqual({
    requests: 2,
    ok: 1,
    failed: 1,
    inFlight: 0,
    aborts: 1,
    startups: 0,
    median: 8,
    longest: 20,
  });
  expect(sumsOf(smallRun(), { from: 31, to: 32 }, 40)).toMatchObject({ requests: 1, inFlight: 1 });
  expect(sumsOf(smallRun(), { from: 26, to: 27 }, 40)).toMatchObject({
    requests: 0,
    median: undefined,
  });
});
