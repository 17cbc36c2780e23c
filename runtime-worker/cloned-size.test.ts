import { serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { clonedSizeOf } from './cloned-size';

const MANY = 1_000_000;

describe('the bytes are those that V8 writes', () => {
  const repeated = { a: 1 };
  test.each<[what: string, value: unknown]>([
    ['null and undefined', [null, undefined, true, false]],
    ['text', ['', 'text', 'ä', 'x'.repeat(1000)]],
    ['text of two bytes a unit', '€uro'],
    ['text of two bytes a unit that is aligned', ['€uro', { a: 'b€' }]],
    ['small and negative integers', [0, 1, -1, 63, 64, -64, -65, 1e6, -1e6]],
    ['numbers', [-0, 2.5, Number.NaN, 2 ** 40]],
    ['big integers', [2n ** 64n - 1n]],
    ['objects in each other', { a: { b: { c: [1, 2, { d: 'e' }] } } }],
    ['what comes twice', [repeated, repeated]],
    ['maps and sets', [new Map([['a', { b: 1 }]]), new Set([1, 'b'])]],
    ['a date and a pattern', [new Date(0), /a+/g]],
  ])('of %s', (_, value) => {
    expect(clonedSizeOf(value, MANY)?.bytes).toBe(serialize(value).byteLength);
  });
});

test('values and depth are counted', () => {
  expect(clonedSizeOf(1, MANY)).toMatchObject({ values: 1, depth: 1 });
  expect(clonedSizeOf({ a: [1, { b: 2 }], c: 3 }, MANY)).toMatchObject({ values: 6, depth: 4 });
});

test('a view holds its whole buffer', () => {
  const size = clonedSizeOf(new Uint8Array(new ArrayBuffer(1000), 10, 1), MANY);
  expect(size?.bytes).toBeGreaterThan(1000);
});

test('a structure of any depth is measured', () => {
  let deep: unknown = null;
  for (let depth = 0; depth < 100_000; depth += 1) deep = { deep };
  expect(clonedSizeOf(deep, MANY)?.depth).toBe(100_001);
});

test('a circle is measured once', () => {
  const circle: { self?: object } = {};
  circle.self = circle;
  expect(clonedSizeOf(circle, MANY)).toMatchObject({ values: 2, depth: 2 });
});

test('it stops where there are more values than are asked for', () => {
  expect(clonedSizeOf(new Array(1000).fill(0), 10)?.values).toBe(11);
});

test.each<[what: string, value: unknown]>([
  ['a function', () => {}],
  ['a symbol in an object', { a: Symbol('s') }],
  ['an instance of a class', new (class Own {})()],
  ['a promise', [Promise.resolve()]],
])('%s is no data', (_, value) => {
  expect(clonedSizeOf(value, MANY)).toBeUndefined();
});
