import { expect, test } from 'vitest';
import type { RuntimeEvent } from '../../runtime-worker/index';
import { createAccount } from './account';

const LIMIT = 128 * 1024 * 1024;

const of = (generation: number, at: number) => ({
  at,
  service: 'worker',
  isolate: `isolate-${generation}`,
  generation,
});

const memory = (generation: number, bytes: number, at = 0): RuntimeEvent => ({
  ...of(generation, at),
  type: 'isolate.memory',
  bytes,
  limit: LIMIT,
});

const condemned = (generation: number, at: number): RuntimeEvent => ({
  ...of(generation, at),
  type: 'isolate.condemned',
  cause: 'exceededMemory',
});

const ended = (generation: number, at = 0): RuntimeEvent => ({
  ...of(generation, at),
  type: 'isolate.ended',
});

function accountOf(...events: RuntimeEvent[]) {
  const account = createAccount();
  for (const event of events) account.add(event);
  return account.snapshot();
}

test('an isolate that said nothing of its memory has no account', () => {
  const created: RuntimeEvent = { ...of(1, 0), type: 'isolate.created', cause: 'first' };
  expect(accountOf(created)).toEqual({ memory: undefined, condemned: undefined });
});

test('the memory is what the isolate said last', () => {
  expect(accountOf(memory(1, 10), memory(1, 30)).memory).toMatchObject({
    generation: 1,
    bytes: 30,
    limit: LIMIT,
    condemned: false,
  });
});

test('of several isolates that live, the one that spoke last counts', () => {
  const events = [memory(1, 10), memory(2, 20), memory(1, 11)];
  expect(accountOf(...events).memory).toMatchObject({ generation: 1, bytes: 11 });
});

test('the memory of an isolate that ended is gone', () => {
  expect(accountOf(memory(1, 10), ended(1)).memory).toBeUndefined();
  expect(accountOf(memory(1, 10), memory(2, 20), ended(2)).memory?.generation).toBe(1);
});

test('an isolate over its limit is condemned and still has its account', () => {
  const { memory: shown } = accountOf(memory(1, LIMIT + 1), condemned(1, 5));
  expect(shown).toMatchObject({ bytes: LIMIT + 1, condemned: true });
});

test('condemned isolates count from when the oldest was condemned', () => {
  const events = [condemned(1, 100), condemned(2, 200)];
  expect(accountOf(...events).condemned).toEqual({ count: 2, since: 100 });
  expect(accountOf(...events, ended(1)).condemned).toEqual({ count: 1, since: 200 });
  expect(accountOf(...events, ended(2), ended(1)).condemned).toBeUndefined();
});

test('an event that changes nothing of it keeps the snapshot', () => {
  const account = createAccount();
  account.add(memory(1, 10));
  const before = account.snapshot();
  account.add({ ...of(1, 1), type: 'log', level: 'info', text: 'hello' });
  expect(account.snapshot()).toBe(before);
});
