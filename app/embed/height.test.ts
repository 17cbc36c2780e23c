import { expect, test } from 'vitest';
import { PANES } from '../layout/layout';
import { heightsOf } from './height';

test('the editor is as high as its file, within bounds', () => {
  const heightWith = (lines: number) => heightsOf(['editor'], lines, 'wide').total;
  expect(heightWith(15)).toBe(36 + 16 + 15 * 20);
  expect(heightWith(1)).toBe(heightWith(2));
  expect(heightWith(1000)).toBe(heightWith(2000));
});

test('beside each other two panes are as high as the higher one', () => {
  const [together] = heightsOf(['editor', 'run'], 20, 'wide').rows;
  const [editor = 0, run = 0] = heightsOf(['editor', 'run'], 20, 'narrow').rows;
  expect(together).toBe(Math.max(editor, run));
});

test('the timeline is below them, in a row of its own', () => {
  expect(heightsOf(PANES, 20, 'wide').rows).toHaveLength(2);
  expect(heightsOf(PANES, 20, 'narrow').rows).toHaveLength(3);
  expect(heightsOf(['timeline'], 20, 'wide').rows).toHaveLength(1);
});

test('the whole is the sum of the rows and of the lines between them', () => {
  const { rows, total } = heightsOf(PANES, 20, 'narrow');
  expect(total).toBe(rows.reduce((sum, row) => sum + row) + rows.length - 1);
});
