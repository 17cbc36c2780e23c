import { expect, test } from 'vitest';
import { findAll } from './find-text';
import { TextRows } from './text-rows';

function rowsOf(text: string) {
  const rows = new TextRows(new TextDecoder());
  rows.read(new TextEncoder().encode(text));
  return rows;
}

test('every place is found, without regard to case', () => {
  expect(findAll(rowsOf('Abort\nno\nabort, abort'), 'ABORT')).toEqual([
    { row: 0, from: 0, to: 5 },
    { row: 2, from: 0, to: 5 },
    { row: 2, from: 7, to: 12 },
  ]);
});

test('what is searched for is text and no pattern', () => {
  expect(findAll(rowsOf('a.b[0] axb'), 'a.b[0]')).toHaveLength(1);
});

test('a place where a long line goes on in the next row is found, once', () => {
  const rows = rowsOf(`${'x'.repeat(1998)}needle`);
  expect(findAll(rows, 'needle')).toEqual([{ row: 0, from: 1998, to: 2004 }]);
});
