import { expect, test } from 'vitest';
import { Limiter } from './limiter';

/** The delays after each of `count` aborts that come `apart` ms after one another. */
function delays(count: number, apart: number): number[] {
  const limiter = new Limiter();
  return Array.from({ length: count }, (_, index) => {
    limiter.aborted(index * apart);
    return limiter.delay(index * apart);
  });
}

test('the first aborts cost nothing', () => {
  expect(delays(5, 10)).toEqual([0, 0, 0, 0, 0]);
});

test('the delay doubles with each further abort, up to its longest', () => {
  expect(delays(14, 10).slice(5)).toEqual([50, 100, 200, 400, 800, 1600, 3200, 5000, 5000]);
});

test('a service that aborts seldom is never slowed', () => {
  expect(delays(100, 1000).every((delay) => delay === 0)).toBe(true);
});

test('the delay falls back when the service behaves', () => {
  const limiter = new Limiter();
  for (let abort = 0; abort < 8; abort += 1) limiter.aborted(0);
  expect([0, 1000, 2000, 3000].map((now) => limiter.delay(now))).toEqual([200, 100, 50, 0]);
});
