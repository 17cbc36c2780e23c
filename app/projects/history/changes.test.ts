import { expect, test } from 'vitest';
import { changesBetween, inWords } from './changes';

test('files that came, went or changed are found, by path', () => {
  const before = { same: 'a', gone: 'b', other: 'c' };
  const after = { same: 'a', other: 'd', come: 'e' };
  expect(changesBetween(before, after)).toEqual([
    { path: 'come', how: 'added' },
    { path: 'gone', how: 'removed' },
    { path: 'other', how: 'changed' },
  ]);
});

test('bytes are the same where each of them is', () => {
  const before = { a: Uint8Array.of(1, 2), b: Uint8Array.of(1, 2) };
  const after = { a: Uint8Array.of(1, 2), b: Uint8Array.of(1, 3) };
  expect(changesBetween(before, after)).toEqual([{ path: 'b', how: 'changed' }]);
});

test('a text and bytes are never the same', () => {
  expect(changesBetween({ a: '' }, { a: new Uint8Array() })).toHaveLength(1);
});

test('a file may be called as what every object has', () => {
  expect(changesBetween({}, { constructor: 'x' })).toEqual([{ path: 'constructor', how: 'added' }]);
});

test('in words, one file is named and more are counted', () => {
  const words = inWords(changesBetween({ a: '1', b: '1', c: '1' }, { a: '2', b: '2' }));
  expect(words).toBe('2 files changed, c removed');
  expect(inWords([])).toBe('nothing changed');
});
