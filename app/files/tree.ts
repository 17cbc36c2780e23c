import { folderOf, nameOf } from './paths';

/** A file or a folder of the tree. */
export interface TreeNode {
  readonly kind: 'file' | 'folder';
  readonly path: string;
  readonly name: string;
  /** Of a folder: folders first, then files, each by their names. */
  readonly children: readonly TreeNode[];
}

const BY_NAME = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * The tree of a project's files.
 * @param folders that are there though no file may be in them.
 */
export function treeOf(files: readonly string[], folders: readonly string[]): readonly TreeNode[] {
  const children = new Map<string, TreeNode[]>([['', []]]);
  const childrenOf = (folder: string): TreeNode[] => {
    const known = children.get(folder);
    if (known) return known;
    const made: TreeNode[] = [];
    children.set(folder, made);
    const path = folder.slice(0, -1);
    childrenOf(folderOf(path)).push({ kind: 'folder', path, name: nameOf(path), children: made });
    return made;
  };
  for (const folder of folders) childrenOf(`${folder}/`);
  for (const path of files) {
    childrenOf(folderOf(path)).push({ kind: 'file', path, name: nameOf(path), children: [] });
  }
  for (const nodes of children.values()) nodes.sort(inOrder);
  return childrenOf('');
}

/** The paths of all folders of a tree. */
export function foldersOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) =>
    node.kind === 'folder' ? [node.path, ...foldersOf(node.children)] : [],
  );
}

/** The paths of the folders that a path lies in, the outermost first. */
export function foldersAbove(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function inOrder(a: TreeNode, b: TreeNode): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return BY_NAME.compare(a.name, b.name) || (a.name < b.name ? -1 : 1);
}
