import { expect, test } from 'vitest';
import { contentHash } from './content-hash';

const FILES = { 'index.js': 'export {};', 'ü.bin': Uint8Array.of(1, 2) };

test('the hash of the same files is the same for everyone', () => {
  expect(contentHash(FILES)).toBe('d51b-ca9e');
});

test('the order of the files does not count', () => {
  expect(contentHash(Object.fromEntries(Object.entries(FILES).reverse()))).toBe(contentHash(FILES));
});

test('bytes that could be a text are the same as the text', () => {
  const bytes = new TextEncoder().encode(FILES['index.js']);
  expect(contentHash({ ...FILES, 'index.js': bytes })).toBe(contentHash(FILES));
});

test.each([
  ['a letter more', { ...FILES, 'index.js': 'export {}; ' }],
  ['another line ending', { ...FILES, 'index.js': 'export {};\r' }],
  ['another name', { 'main.js': FILES['index.js'], 'ü.bin': FILES['ü.bin'] }],
  ['a file more', { ...FILES, 'empty.txt': '' }],
  [
    'the same letters, cut into files elsewhere',
    { 'index.j': 'sexport {};', 'ü.bin': FILES['ü.bin'] },
  ],
])('%s is another hash', (_, files) => {
  expect(contentHash(files)).not.toBe(contentHash(FILES));
});
