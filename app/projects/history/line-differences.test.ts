import { expect, test } from 'vitest';
import { lineDifferences } from './line-differences';

test('lines that went and came are told with their numbers, and some lines around them', () => {
  const before = ['1', '2', '3', '4', '5', '6', ''].join('\n');
  const after = ['1', '2', '3', '4', 'five', '6', ''].join('\n');
  expect(lineDifferences(before, after)).toEqual([
    [
      { how: 'same', text: '2', line: 2 },
      { how: 'same', text: '3', line: 3 },
      { how: 'same', text: '4', line: 4 },
      { how: 'removed', text: '5', line: 5 },
      { how: 'added', text: 'five', line: 5 },
      { how: 'same', text: '6', line: 6 },
    ],
  ]);
});

test('a missing end of the last line is no line', () => {
  expect(lineDifferences('a', 'a\n')).toEqual([
    [
      { how: 'removed', text: 'a', line: 1 },
      { how: 'added', text: 'a', line: 1 },
    ],
  ]);
});

test('a file that is new has all its lines added', () => {
  expect(
    lineDifferences('', 'a\nb\n')
      ?.flat()
      .map(({ how }) => how),
  ).toEqual(['added', 'added']);
});

test('a line that is like a mark of its own is a line', () => {
  expect(lineDifferences('', '-x\n')).toEqual([[{ how: 'added', text: '-x', line: 1 }]]);
});
