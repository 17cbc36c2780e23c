import { expect, test } from 'vitest';
import { kindOf, sizeText } from './kind';

test.each([
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'PNG image'],
  [[...new TextEncoder().encode('RIFF....WEBPVP8 ')], 'WebP image'],
  [[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], 'WebAssembly module'],
  [[1, 2, 3], 'binary data'],
  [[], 'binary data'],
])('%j is a %s', (bytes, name) => {
  expect(kindOf(Uint8Array.from(bytes)).name).toBe(name);
});

test.each([
  [1, '1 byte'],
  [812, '812 bytes'],
  [4300, '4.2 KB'],
  [5 * 1024 * 1024, '5 MB'],
])('%d bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
