import { expect, test } from 'vitest';
import { foldersAbove, foldersOf, type TreeNode, treeOf } from './tree';

function lines(nodes: readonly TreeNode[], indent = ''): string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.name}${node.kind === 'folder' ? '/' : ''}`,
    ...lines(node.children, `${indent}  `),
  ]);
}

test('folders come before files, and names in the order in which they are counted', () => {
  const files = ['wrangler.jsonc', 'src/part10.ts', 'src/part2.ts', 'README.md', 'src/lib/a.ts'];
  expect(lines(treeOf(files, []))).toEqual([
    'src/',
    '  lib/',
    '    a.ts',
    '  part2.ts',
    '  part10.ts',
    'README.md',
    'wrangler.jsonc',
  ]);
});

test('a folder that was made is there without a file, once', () => {
  const tree = treeOf(['src/a.ts'], ['src', 'empty/inner']);
  expect(lines(tree)).toEqual(['empty/', '  inner/', 'src/', '  a.ts']);
  expect(foldersOf(tree)).toEqual(['empty', 'empty/inner', 'src']);
});

test('a path lies in its folders', () => {
  expect(foldersAbove('a/b/c.ts')).toEqual(['a', 'a/b']);
  expect(foldersAbove('c.ts')).toEqual([]);
});
