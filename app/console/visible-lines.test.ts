import { expect, test } from 'vitest';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { createConsoleLines } from './lines';
import { createVisibleLines, indexOfNumber } from './visible-lines';

const log = (text: string): RuntimeEvent => ({
  type: 'log',
  at: 0,
  service: 'worker',
  isolate: 'isolate-1',
  generation: 1,
  level: 'log',
  text,
});

test('each line is looked at once, however often more come', () => {
  const all = createConsoleLines();
  const looked: string[] = [];
  const follow = createVisibleLines(({ text }) => looked.push(text) > 0 && text !== 'no');
  for (const text of ['one', 'no', 'two']) {
    all.add(log(text));
    follow(all.snapshot());
  }
  const { lines, count } = follow(all.snapshot());
  expect(lines.slice(0, count).map(({ text }) => text)).toEqual(['one', 'two']);
  expect(looked).toEqual(['one', 'no', 'two']);
});

test('what is kept no longer is not on show, and a line is found by its number', () => {
  const KEPT = 1000;
  const all = createConsoleLines(KEPT);
  const follow = createVisibleLines(() => true);
  for (let n = 0; n < 3 * KEPT; n += 1) {
    all.add(log(`${n}`));
    if (n % 7 === 0) follow(all.snapshot());
  }
  const visible = follow(all.snapshot());
  const first = visible.lines[0]?.number ?? 0;
  expect(visible.count).toBe(all.snapshot().kept);
  expect(first).toBe(3 * KEPT - visible.count + 1);
  expect(indexOfNumber(visible, first + 5)).toBe(5);
  expect(indexOfNumber(visible, 1)).toBe(0);
});
