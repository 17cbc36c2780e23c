import { expect, test } from 'vitest';
import { toBase64 } from '../../share/base64';
import { hex, responseText } from './copies';

test('bytes are written as Base64 and as hexadecimal digits', () => {
  expect(toBase64(Uint8Array.of(0, 255, 16))).toBe('AP8Q');
  expect(hex(Uint8Array.of(0, 255, 16))).toBe('00ff10');
  expect(atob(toBase64(new Uint8Array(100_000)))).toHaveLength(100_000);
});

test('a response is written as HTTP has it', () => {
  const head = { status: 201, statusText: 'Created', headers: [['x-a', '1']] } as const;
  expect(responseText(head, 'body')).toBe('HTTP/1.1 201 Created\nx-a: 1\n\nbody');
  expect(responseText({ status: 204, statusText: '', headers: [] }, '')).toBe('HTTP/1.1 204\n\n');
});
