import { expect, test } from 'vitest';
import { ModuleKinds } from './module-kinds';

test.each([
  ['src/a.ts', 'typescript'],
  ['a.cjs', 'javascript'],
  ['a.txt', 'text'],
  ['deep/er/a.sql', 'text'],
  ['a.bin', 'data'],
  ['a.wasm', 'wasm'],
  ['a.css', undefined],
])('without rules %s is %s', (path, kind) => {
  expect(new ModuleKinds([]).of(path)).toBe(kind);
});

test('a rule that falls through leaves wrangler’s own in force', () => {
  const kinds = new ModuleKinds([{ type: 'Text', globs: ['**/*.md'], fallthrough: true }]);
  expect([kinds.of('src/a.md'), kinds.of('src/a.txt')]).toEqual(['text', 'text']);
});

test('a rule that does not fall through ends the list of its type', () => {
  const kinds = new ModuleKinds([{ type: 'Text', globs: ['**/*.md'] }]);
  expect([kinds.of('a.md'), kinds.of('a.txt'), kinds.of('a.bin')]).toEqual([
    'text',
    undefined,
    'data',
  ]);
  expect(kinds.ignoredRuleOf('a.txt')?.globs).toContain('**/*.txt');
});

test('a rule goes before what an extension says of code', () => {
  const kinds = new ModuleKinds([{ type: 'Data', globs: ['**/code.js'] }]);
  expect([kinds.of('src/code.js'), kinds.isCode('src/other.js')]).toEqual(['data', true]);
});

test('rules for code change nothing: the bundler tells what it is', () => {
  const kinds = new ModuleKinds([{ type: 'CommonJS', globs: ['**/*.js'] }]);
  expect(kinds.of('src/a.js')).toBe('javascript');
});
