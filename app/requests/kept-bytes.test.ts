import { expect, test } from 'vitest';
import { KeptBytes } from './kept-bytes';

test('pieces are kept one after the other, up to the limit', () => {
  const kept = new KeptBytes(5);
  expect(kept.push(Uint8Array.of(1, 2, 3))).toBe(3);
  expect(kept.push(Uint8Array.of(4, 5, 6))).toBe(2);
  expect(kept.push(Uint8Array.of(7))).toBe(0);
  expect([...kept.bytes]).toEqual([1, 2, 3, 4, 5]);
});

test('what was kept at a moment stays what it was as more comes', () => {
  const kept = new KeptBytes(100);
  kept.push(Uint8Array.of(1));
  const before = kept.bytes;
  kept.push(Uint8Array.of(2));
  kept.end();
  expect([...before]).toEqual([1]);
  expect([...kept.bytes]).toEqual([1, 2]);
});
