import { expect, test } from 'vitest';
import type { PreviewedEntry, PreviewedObject, PreviewedValue } from '../../runtime-worker/index';
import { wordsOf } from './preview-words';

const number = (text: string): PreviewedValue => ({ type: 'number', text });
const string = (text: string): PreviewedValue => ({ type: 'string', text });
const at = (object: number): PreviewedValue => ({ type: 'object', object });
const keyed = (entries: Record<string, PreviewedValue>): PreviewedEntry[] =>
  Object.entries(entries).map(([key, value]) => ({ key, value }));
const plain = (entries: Record<string, PreviewedValue> = {}): PreviewedObject => ({
  kind: 'object',
  name: 'Object',
  entries: keyed(entries),
});
const list = (...values: PreviewedValue[]): PreviewedObject => ({
  kind: 'list',
  name: 'Array',
  size: values.length,
  entries: values.map((value, index) => ({ key: `${index}`, value })),
});
const many = Object.fromEntries([...'abcdefg'].map((key) => [key, number('1')]));

test.each<[string, PreviewedObject[]]>([
  ['{ here: 1 }', [plain({ here: number('1') })]],
  ['{}', [plain()]],
  [
    "(4) [ 1, 'two', {…}, [] ]",
    [list(number('1'), string('two'), at(1), at(2)), plain({ three: number('3') }), list()],
  ],
  [
    'Point { x: 1, y: {…} }',
    [{ ...plain({ x: number('1'), y: at(1) }), name: 'Point' }, plain({ z: number('2') })],
  ],
  [
    "Map(1) { 'a' => Array(2) }",
    [
      { kind: 'map', name: 'Map', size: 1, entries: [{ mapKey: string('a'), value: at(1) }] },
      list(number('1'), number('2')),
    ],
  ],
  ["Set(1) { 'a' }", [{ kind: 'set', name: 'Set', size: 1, entries: [{ value: string('a') }] }]],
  ['/a/g', [{ kind: 'text', name: 'RegExp', text: '/a/g', entries: [] }]],
  ['[Object: null prototype] {}', [{ ...plain(), name: '' }]],
  ['{ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, … }', [plain(many)]],
  ['ƒ called()', [{ kind: 'function', name: 'Function', text: 'ƒ called()', entries: [] }]],
])('%s is a value on one line', (expected, objects) => {
  const words = wordsOf(at(0), objects);
  expect(words.map(({ text }) => text).join('')).toBe(expected);
});
