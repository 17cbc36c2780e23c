import { expect, test } from 'vitest';
import { foldersAbove, foldersOf, openAfter, type TreeNode, treeOf, withNew } from './tree';

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

test('an open folder that moved is open where it is now', () => {
  const moved = new Map([['src/lib/a.ts', 'lib/a.ts']]);
  expect([...openAfter(new Set(['src', 'src/lib']), moved)]).toEqual(['src', 'src/lib', 'lib']);
  expect([...openAfter(new Set(['src']), moved)]).toEqual(['src']);
});

test('what has no name yet stands before the files of its folder', () => {
  const tree = treeOf(['src/lib/a.ts', 'src/b.ts'], []);
  expect(lines(withNew(tree, 'newFile', 'src/'))).toEqual([
    'src/',
    '  lib/',
    '    a.ts',
    '  ',
    '  b.ts',
  ]);
});
