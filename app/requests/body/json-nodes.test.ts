import { expect, test } from 'vitest';
import {
  childrenOf,
  isBranch,
  type JsonNode,
  jsonNode,
  jsonSummary,
  unfoldable,
} from './json-nodes';

function children(node: JsonNode | undefined): readonly JsonNode[] {
  return node && isBranch(node) ? childrenOf(node) : [];
}

test('an object has a row for each member, an array for each entry', () => {
  const root = jsonNode({ name: 'a', list: [1, null] });
  const [name, list] = children(root);
  expect(name).toMatchObject({ id: '/name', name: 'name', kind: 'text', value: 'a' });
  expect(children(list)).toMatchObject([
    { id: '/list/0', name: '0', kind: 'number', value: 1 },
    { id: '/list/1', name: '1', kind: 'word', value: null },
  ]);
});

test('a member named __proto__ is one like others', () => {
  expect(children(jsonNode(JSON.parse('{"__proto__": 1}')))).toMatchObject([
    { name: '__proto__', value: 1 },
  ]);
});

test('many entries come in parts, and parts of parts', () => {
  const root = jsonNode(Array.from({ length: 20_001 }, (_, index) => index));
  const parts = children(root);
  expect(parts.map(({ name }) => name)).toEqual(['0 … 9999', '10000 … 19999', '20000 … 20000']);
  const smaller = children(parts[1]);
  expect(smaller).toHaveLength(100);
  expect(smaller[0]).toMatchObject({ name: '10000 … 10099' });
  expect(children(smaller[0])[1]).toMatchObject({ id: '/10001', name: '10001', value: 10_001 });
});

test('the ids of a tree are unique, whatever its names are', () => {
  const root = jsonNode({ 'a/b': 1, a: { b: 2, '#0-1': 3 }, '': 4, 'a#0-1': 5 });
  const ids = children(root).flatMap((node) => [node.id, ...children(node).map(({ id }) => id)]);
  expect(new Set(ids).size).toBe(6);
});

test('a folded value says in a few words what is in it', () => {
  expect(jsonSummary({ a: 1, b: ['x', {}] })).toBe('{a: 1, b: ["x", {}]}');
  const long = jsonSummary({ text: 'x'.repeat(200), more: Array(50).fill(true) });
  expect(long.length).toBeLessThan(80);
  expect(long).toContain('…');
});

test('what nests without end is said in as few words, and unfolded a hundred levels deep', () => {
  const endless: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(jsonSummary(endless)).toMatch(/^\[{2,40}…\]{2,40}$/);
  expect(unfoldable(jsonNode(endless), 2000)).toHaveLength(100);
});

test('all is unfolded as far as there is room', () => {
  const deep = { a: { b: { c: {} } } };
  expect(unfoldable(jsonNode(deep), 100)).toEqual(['', '/a', '/a/b', '/a/b/c']);
  expect(unfoldable(jsonNode(Array.from({ length: 90 }, () => [1])), 90)).toEqual(['']);
});
