import * as v from 'valibot';
import { expect, test } from 'vitest';
import { RPC_BYTES, RPC_DEPTH, RPC_VALUES } from './bounds';
import { FromIsolate } from './protocol';

/** Whether the supervisor takes what two isolates say to each other. */
const accepts = (message: unknown) =>
  v.safeParse(FromIsolate, { type: 'subrequestRpc', subrequest: 1, message }).success;

function nested(depth: number): unknown {
  let value: unknown = null;
  for (let made = 0; made < depth; made += 1) value = { value };
  return value;
}

test('a message of RPC may be any data', () => {
  expect(accepts({ type: 'ask', args: [1, 'a', new Map([[{}, new Date()]]), null] })).toBe(true);
  expect(accepts(nested(RPC_DEPTH))).toBe(true);
  expect(accepts(new Uint8Array(RPC_BYTES))).toBe(true);
});

test.each<[what: string, message: () => unknown]>([
  ['more bytes', () => new Uint8Array(2 * RPC_BYTES + 1)],
  ['more bytes of text', () => Array.from({ length: 3 }, (_, at) => `${at}`.repeat(RPC_BYTES))],
  ['more values', () => new Array(2 * RPC_VALUES + 1).fill(0)],
  ['a longer array of nothing', () => new Array(4e9)],
  ['more depth', () => nested(2 * RPC_DEPTH)],
  ['what nobody can count', () => new (class Own {})()],
])('but not %s', (_, message) => {
  expect(accepts(message())).toBe(false);
});
