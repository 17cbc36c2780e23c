import type { ProjectFiles } from '../../runtime-worker/index';
import { withMainsMoved } from './moved-mains';

type Content = ProjectFiles[string];

/** What is done to the files of a project in one step: some go, then some move, then some are put. */
export interface FileChange {
  readonly remove: readonly string[];
  readonly move: ReadonlyMap<string, string>;
  readonly put: ReadonlyMap<string, Content>;
}

/** A change of the files that are named, and nothing else. */
export function change({
  remove = [],
  move = new Map(),
  put = new Map(),
}: Partial<FileChange>): FileChange {
  return { remove, move, put };
}

/**
 * The files after a change, and what takes it back. Content that is edited in between stays with its
 * file: only what was removed or replaced comes back as it was. A configuration whose `main` names a
 * file that moved names it where it is.
 */
export function applyChange(
  files: ProjectFiles,
  { remove, move, put }: FileChange,
): { readonly files: ProjectFiles; readonly inverse: FileChange } {
  const before = new Map(Object.entries(files));
  const moves = new Map([...move].filter(([from]) => before.has(from)));
  const lost = new Map<string, Content>();
  const keep = (path: string) => {
    const content = before.get(path);
    if (content !== undefined) lost.set(path, content);
  };

  for (const path of remove) keep(path);
  const targets = new Set(moves.values());
  const after = new Map<string, Content>();
  for (const [path, content] of before) {
    if (lost.has(path)) continue;
    const to = moves.get(path);
    // In its place among the others: what moves on top of a file replaces it.
    if (to === undefined && targets.has(path)) keep(path);
    else after.set(to ?? path, content);
  }

  const added: string[] = [];
  for (const [path, content] of put) {
    if (after.has(path)) {
      const old = after.get(path);
      if (old !== undefined) lost.set(path, old);
    } else if (!before.has(path) || moves.has(path)) added.push(path);
    after.set(path, content);
  }

  const back = new Map([...moves].map(([from, to]) => [to, from]));
  return {
    files: withMainsMoved(Object.fromEntries(after), moves),
    inverse: { remove: added, move: back, put: lost },
  };
}

/** Something that was done to the files, as it is undone or done again. */
export interface Step {
  /** What was done: `Deleted a.ts`. */
  readonly name: string;
  readonly change: FileChange;
  /** Folders that were made by hand, as the step leaves them. */
  readonly folders: readonly string[];
}
