import { expect, test } from 'vitest';
import { everything, followed } from './follow';
import { createLayout } from './layout';

const event = { type: 'fetch', method: 'GET', url: 'https://playground.example/' } as const;
const of = { service: 'worker', isolate: 'i', generation: 1 };

function run(...spans: readonly (readonly [began: number, ended: number | undefined])[]) {
  const layout = createLayout();
  for (const [index, [began, ended]] of spans.entries()) {
    const request = String(index);
    layout.push({ ...of, at: began, type: 'request.began', request, event });
    if (ended === undefined) continue;
    layout.push({ ...of, at: ended, type: 'request.ended', request, outcome: 'ok' });
  }
  return layout;
}

test('following shows the latest activity, not the pause before it', () => {
  const span = followed(run([0, 100], [60_000, 61_000]), 70_000);
  expect(span).toEqual({ from: 59_970, to: 61_030 });
});

test('following goes along with the time while a request is in flight', () => {
  expect(followed(run([0, undefined]), 1000).to).toBeGreaterThanOrEqual(1000);
});

test('following stands still once everything has ended', () => {
  const layout = run([0, 1000]);
  expect(followed(layout, 5000)).toEqual(followed(layout, 6000));
});

test('following lets long activity slide past', () => {
  const span = followed(run([0, undefined]), 100_000);
  expect(span.from).toBeGreaterThan(60_000);
});

test('fit shows everything since the first event', () => {
  const span = everything(run([0, 100], [60_000, 61_000]), 70_000);
  expect(span.from).toBeLessThanOrEqual(0);
  expect(span.to).toBeGreaterThanOrEqual(61_000);
});
