import { expect, test } from 'vitest';
import { densityOf } from './density';
import { smallRun } from './small-run';

test('the density of a run is what was under way in each part of it', () => {
  const columns = densityOf(smallRun(), { from: 0, to: 40 }, 4, 40);
  expect(columns.map(({ requests }) => requests)).toEqual([2, 3, 2, 1]);
  expect(columns.map(({ failed }) => failed)).toEqual([0, 0, 0.5, 0]);
  expect(columns.map(({ aborted }) => aborted)).toEqual([false, false, true, false]);
});
