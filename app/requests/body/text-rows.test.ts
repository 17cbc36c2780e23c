import { expect, test } from 'vitest';
import { ROWS_LIMIT, TextRows } from './text-rows';

const bytes = (text: string) => new TextEncoder().encode(text);

function rowsOf(...texts: string[]) {
  const rows = new TextRows(new TextDecoder());
  let whole = '';
  for (const text of texts) {
    whole += text;
    rows.read(bytes(whole));
  }
  return Array.from({ length: rows.count }, (_, row) => [rows.line(row), rows.text(row)]);
}

test('each line is a row with its number, however the lines end', () => {
  expect(rowsOf('one\ntwo\r\n\rfour')).toEqual([
    [1, 'one'],
    [2, 'two'],
    [3, ''],
    [4, 'four'],
  ]);
});

test('text that comes in pieces is the same as text that comes at once', () => {
  expect(rowsOf('on', 'e\r', '\ntwo', '\nth')).toEqual(rowsOf('one\r\ntwo\nth'));
});

test('a character that comes in two pieces is whole', () => {
  const rows = new TextRows(new TextDecoder());
  const euro = bytes('a€');
  rows.read(euro.subarray(0, 2));
  rows.read(euro);
  expect(rows.text(0)).toBe('a€');
});

test('a long line goes on in rows without a number', () => {
  const rows = rowsOf(`${'x'.repeat(4500)}\nnext`);
  expect(rows.map(([line, text]) => [line, String(text).length])).toEqual([
    [1, 2000],
    [undefined, 2000],
    [undefined, 500],
    [2, 4],
  ]);
});

test('no row ends within a character', () => {
  const rows = rowsOf(`${'x'.repeat(1999)}😀`);
  expect(rows.map(([, text]) => String(text).length)).toEqual([1999, 2]);
});

test('there are only so many rows', () => {
  const rows = new TextRows(new TextDecoder());
  rows.read(bytes('\n'.repeat(ROWS_LIMIT + 10)));
  expect(rows.count).toBe(ROWS_LIMIT);
  expect(rows.isCut).toBe(true);
  const short = new TextRows(new TextDecoder());
  short.read(bytes('a\nb'));
  expect(short.isCut).toBe(false);
});
