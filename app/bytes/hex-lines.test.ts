import { expect, test } from 'vitest';
import { hexLine } from './hex-lines';

const BYTES = new TextEncoder().encode('abort the isolate\n');

test('a line has its offset, its bytes in groups of eight, and what of them can be read', () => {
  expect(hexLine(BYTES, 0, 16)).toEqual({
    offset: '00000000',
    hex: '61 62 6f 72 74 20 74 68  65 20 69 73 6f 6c 61 74',
    text: 'abort the isolat',
  });
});

test('the last line is as wide as the others', () => {
  const line = hexLine(BYTES, 16, 16);
  expect(line).toMatchObject({ offset: '00000010', text: 'e.' });
  expect(line.hex).toBe('65 0a'.padEnd(hexLine(BYTES, 0, 16).hex.length));
});

test('a byte that is no ASCII is a dot', () => {
  expect(hexLine(Uint8Array.of(0, 0x7f, 0xc3, 0x7e), 0, 8).text).toBe('...~');
});
