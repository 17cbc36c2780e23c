import { expect, test } from 'vitest';
import { HEX_LIMIT, previewOf } from './body-preview';

const utf8 = (text: string) => new TextEncoder().encode(text);

test('UTF-8 is shown as text, whatever the borders of its chunks', () => {
  const bytes = utf8('grüße');
  expect(previewOf([bytes.slice(0, 3), bytes.slice(3)])).toEqual({ kind: 'text', text: 'grüße' });
});

test('a character cut off at the end leaves the rest text', () => {
  expect(previewOf([utf8('aü').slice(0, 2)])).toEqual({ kind: 'text', text: 'a' });
});

test('other bytes are shown in hexadecimal beside their ASCII', () => {
  expect(previewOf([new Uint8Array([0x00, 0x61, 0x73, 0x6d])])).toEqual({
    kind: 'binary',
    text: `00000000  ${'00 61 73 6d'.padEnd(47)}  .asm`,
  });
});

test('of a long binary body the start is shown', () => {
  const { text } = previewOf([new Uint8Array(HEX_LIMIT), new Uint8Array(HEX_LIMIT)]);
  expect(text.split('\n')).toHaveLength(HEX_LIMIT / 16);
});

test('an empty body is empty text', () => {
  expect(previewOf([])).toEqual({ kind: 'text', text: '' });
});
