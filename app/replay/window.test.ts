import { expect, test } from 'vitest';
import { windowAround } from './window';

const RUN = { from: 1000, to: 3000 };

test('the whole run where it fits', () => {
  const { from, to } = windowAround(RUN, 1500, 1);
  expect(from).toBeLessThan(1000);
  expect(to).toBeGreaterThan(3000);
});

test('the slower, the closer', () => {
  const width = (rate: number) => {
    const { from, to } = windowAround(RUN, 2000, rate);
    return to - from;
  };
  expect(width(0.01)).toBeCloseTo(width(0.1) / 10);
});

test('the head is in the middle, but near the ends of the run the picture stands still', () => {
  const middle = windowAround(RUN, 2000, 0.01);
  expect((middle.from + middle.to) / 2).toBeCloseTo(2000);
  expect(windowAround(RUN, 1000, 0.01)).toEqual(windowAround(RUN, 1010, 0.01));
  expect(windowAround(RUN, 3000, 0.01)).toEqual(windowAround(RUN, 2990, 0.01));
});

test('with reduced motion it stands still until the head is through it', () => {
  const at = (head: number) => windowAround(RUN, head, 0.01, 'reduced');
  expect(at(1061)).toEqual(at(1119));
  expect(at(1121)).not.toEqual(at(1119));
});
