import { expect, test } from 'vitest';
import { contentTypeOf, decoderFor } from './content-type';
import { looksOf } from './looks';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const bytes = (text: string) => new TextEncoder().encode(text);
const looks = (type: string, body: Uint8Array) => looksOf({ type, charset: undefined }, body);

test.each([
  ['application/json', '{}', 'json'],
  ['application/problem+json', '{}', 'json'],
  ['', '[1]', 'json'],
  ['text/plain', '{"a":1}', 'text'],
  ['text/html', '<p>hello', 'html'],
  ['', '<!doctype html><p>hello', 'html'],
  ['text/plain', '<!doctype html>', 'text'],
  ['image/svg+xml', '<svg/>', 'image'],
  ['text/plain', 'hello', 'text'],
  ['', '', 'text'],
])('%j with the body %j is first shown as %s', (type, body, first) => {
  expect(looks(type, bytes(body))[0]).toBe(first);
});

test('what looks like JSON can be shown as JSON', () => {
  expect(looks('text/plain', bytes('{"a":1}'))).toContain('json');
});

test('an image with no type is known by its bytes', () => {
  expect(looks('', PNG)[0]).toBe('image');
  expect(looks('application/octet-stream', PNG)[0]).toBe('image');
});

test('what is no text is hex, whatever it claims', () => {
  expect(looks('', Uint8Array.of(1, 0, 255))[0]).toBe('hex');
  expect(looks('application/pdf', Uint8Array.of(0xff, 0xfe))[0]).toBe('hex');
});

test('text of another encoding is text, in that encoding', () => {
  const latin = Uint8Array.of(0x63, 0x61, 0x66, 0xe9);
  expect(looks('text/plain', latin)[0]).toBe('text');
  const type = contentTypeOf([['Content-Type', 'Text/Plain; charset="ISO-8859-1"']]);
  expect(type).toEqual({ type: 'text/plain', charset: 'ISO-8859-1' });
  expect(decoderFor(type).decode(latin)).toBe('café');
});

test('an encoding that nobody knows is UTF-8', () => {
  const type = contentTypeOf([['content-type', 'text/plain; charset=klingon']]);
  expect(decoderFor(type).decode(bytes('é'))).toBe('é');
});
