import { expect, test } from 'vitest';
import { FreeRows } from './free-rows';

test('gives the topmost row first, in whatever order they came free', () => {
  const free = new FreeRows();
  const rows = [5, 3, 9, 0, 7, 1, 8, 2, 6, 4];
  for (const row of rows) free.put(row);
  expect(rows.map(() => free.take())).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('gives nothing where nothing is free', () => {
  const free = new FreeRows();
  free.put(1);
  expect([free.first, free.take(), free.first, free.take()]).toEqual([1, 1, undefined, undefined]);
});
