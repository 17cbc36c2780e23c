import { formatWithOptions } from 'node:util';
import { describe, expect, it } from 'vitest';
import { format } from './format';

/** What node prints: workerd's own is made from it. */
const asNode = (...values: readonly unknown[]) => formatWithOptions({ colors: false }, ...values);

const nested = { n: 1, self: {} };
nested.self = nested;

const SAME_AS_NODE: Readonly<Record<string, readonly unknown[]>> = {
  primitives: ['text', 1, -0, 10n, true, null, undefined, Symbol('s')],
  'strings inside of values': [['a\nb', "it's", `"both' `, '`"\'', '\x00\x7f', '\ud800']],
  objects: [{ a: 1, 'b-c': 2, u: undefined, nested: { deep: { deeper: { deepest: 1 } } } }],
  accessors: [
    {
      get a() {
        return 1;
      },
      set b(_: number) {},
    },
  ],
  'what refers to itself': [nested, [nested]],
  'no prototype': [Object.create(null)],
  // biome-ignore lint/suspicious/noSparseArray: that is what is tested.
  holes: [[1, , 3, , ,]],
  'a huge array of holes': [Object.assign(new Array(1_000_000), { 5: 1, 900000: 2 })],
  'more elements than are shown': [Array.from({ length: 150 }, (_, index) => index)],
  'columns of strings': [Array.from({ length: 30 }, (_, index) => `item number ${index}`)],
  'columns of numbers': [Array.from({ length: 27 }, (_, index) => index * 1000)],
  'lines that are too long': [{ a: 'x'.repeat(40), b: 'y'.repeat(40), c: { d: 'z'.repeat(30) } }],
  'a long string of several lines': [['one\n'.repeat(30)]],
  'a string that is cut': [['x'.repeat(10_100)]],
  'maps and sets': [new Map([[{ a: 1 }, new Set([1, 2])]]), new Map(), new Set()],
  buffers: [new Uint8Array([1, 2]), new ArrayBuffer(60), new DataView(new ArrayBuffer(2))],
  functions: [() => {}, function named() {}, async () => {}, class A extends Map {}],
  boxes: [new Number(3), new String('abc'), Object(1n)],
  dates: [new Date(0), new Date(Number.NaN), /a+/g],
  'text directives': ['%s %s %s %s', null, { a: { b: 1 } }, [1, [2]], Symbol('q'), 'rest'],
  'number directives': ['%d %i %f %d', '42.5', '42.5', '42.5', 10n],
  'object directives': ['%o %O %j', { a: [1] }, { a: { b: { c: { d: 1 } } } }, { a: 1 }],
  'no directive': ['100%', 5, '%%', '%s'],
  'unknown directives': ['%% %x %s', 'a'],
  'a style': ['%c styled', 'color: red'],
};

describe('a log line reads as node prints it', () => {
  for (const [what, values] of Object.entries(SAME_AS_NODE)) {
    it(what, () => expect(format(values)).toBe(asNode(...values)));
  }
});

it('an error that a class of its own made is named after it', () => {
  class RefusedError extends Error {}
  const error = Object.assign(new RefusedError('no'), { stack: 'Error: no\n    at here', code: 5 });
  expect(format([error])).toBe('RefusedError: no\n    at here {\n  code: 5\n}');
});

it('an error without positions stands in brackets', () => {
  expect(format([Object.assign(new Error('no'), { stack: '' })])).toBe('[Error: no]');
});

it('a value may say how it is shown', () => {
  const custom = Symbol.for('nodejs.util.inspect.custom');
  expect(format([[{ [custom]: () => 'shown' }]])).toBe('[ shown ]');
});
