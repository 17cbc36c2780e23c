import { folderOf, nameOf } from './paths';

/** A file or a folder of the tree, or a new one that has no name yet. */
export interface TreeNode {
  readonly kind: 'file' | 'folder' | 'newFile' | 'newFolder';
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

/** The tree with a row for a new file or folder, before the files of its folder. */
export function withNew(
  nodes: readonly TreeNode[],
  kind: 'newFile' | 'newFolder',
  folder: string,
  within = '',
): readonly TreeNode[] {
  if (folder === within) {
    const files = nodes.findIndex((node) => node.kind === 'file');
    const made: TreeNode = { kind, path: NEW, name: '', children: [] };
    return nodes.toSpliced(files < 0 ? nodes.length : files, 0, made);
  }
  return nodes.map((node) => {
    const inside = `${node.path}/`;
    if (node.kind !== 'folder' || !folder.startsWith(inside)) return node;
    return { ...node, children: withNew(node.children, kind, folder, inside) };
  });
}

/** In place of the path of what has none yet; no path of a file can be it. */
export const NEW = '/new';

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

/** The open folders after files were moved: one that was open is open where it is now. */
export function openAfter(
  open: ReadonlySet<string>,
  moved: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const after = new Set(open);
  for (const [from, to] of moved) {
    for (const folder of foldersAbove(from)) {
      const inside = from.slice(folder.length);
      if (open.has(folder) && to.endsWith(inside)) after.add(to.slice(0, -inside.length));
    }
  }
  return after;
}

function inOrder(a: TreeNode, b: TreeNode): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return BY_NAME.compare(a.name, b.name) || (a.name < b.name ? -1 : 1);
}
