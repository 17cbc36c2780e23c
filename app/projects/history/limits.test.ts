import { expect, test } from 'vitest';
import { MOST_SIZE, MOST_VERSIONS, surplusOf } from './limits';

const versions = (count: number, size: number) =>
  Array.from({ length: count }, (_, at) => ({ at, size }));

test('nothing goes within the limits', () => {
  expect(surplusOf(versions(MOST_VERSIONS, 10))).toEqual([]);
});

test('of too many the oldest go', () => {
  expect(surplusOf(versions(MOST_VERSIONS + 2, 10)).map(({ at }) => at)).toEqual([0, 1]);
});

test('of too large ones the oldest go', () => {
  expect(surplusOf(versions(5, MOST_SIZE / 3)).map(({ at }) => at)).toEqual([0, 1]);
});

test('the last one stays, however large', () => {
  expect(surplusOf(versions(2, 2 * MOST_SIZE)).map(({ at }) => at)).toEqual([0]);
});
