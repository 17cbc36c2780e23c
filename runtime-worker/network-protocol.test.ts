import * as v from 'valibot';
import { expect, test } from 'vitest';
import { BODY_CHUNK } from './bounds';
import { FromNetwork } from './network-protocol';

const accepts = (message: unknown) => v.safeParse(FromNetwork, message).success;

const RESPONDED = {
  type: 'responded',
  id: 1,
  status: 200,
  statusText: '',
  headers: [['a', 'b']],
  url: '',
  body: true,
};

test('what the network frame says of a response is accepted', () => {
  expect(accepts(RESPONDED)).toBe(true);
  expect(accepts({ type: 'chunk', id: 1, bytes: new Uint8Array(BODY_CHUNK) })).toBe(true);
  expect(accepts({ type: 'ended', id: 1 })).toBe(true);
});

test('what it must not say is refused', () => {
  expect(accepts({ ...RESPONDED, status: 101 })).toBe(false);
  expect(accepts({ ...RESPONDED, headers: [['a', 'b', 'c']] })).toBe(false);
  expect(accepts({ type: 'chunk', id: 1, bytes: 'text' })).toBe(false);
  expect(accepts({ type: 'chunk', id: 1, bytes: new Uint8Array(BODY_CHUNK + 1) })).toBe(false);
  expect(accepts({ type: 'failed', id: 1, why: 'because' })).toBe(false);
  expect(accepts({ type: 'ended', id: '__proto__' })).toBe(false);
});
