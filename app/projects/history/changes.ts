import type { ProjectFiles } from '../../../runtime-worker/index';
import { isSameContent } from '../same-files';

/** What became of a file from one version to another. */
export interface FileDifference {
  readonly path: string;
  readonly how: 'added' | 'changed' | 'removed';
}

/** In which files two versions differ, by path. */
export function changesBetween(before: ProjectFiles, after: ProjectFiles): FileDifference[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes: FileDifference[] = [];
  for (const path of [...paths].sort()) {
    if (!Object.hasOwn(before, path)) changes.push({ path, how: 'added' });
    else if (!Object.hasOwn(after, path)) changes.push({ path, how: 'removed' });
    else if (!isSameContent(before[path], after[path])) changes.push({ path, how: 'changed' });
  }
  return changes;
}

/** The changes in a few words: `2 changed, 1 added`. */
export function inWords(changes: readonly FileDifference[]): string {
  const counts = (['changed', 'added', 'removed'] as const).map(
    (how) => [how, changes.filter((each) => each.how === how)] as const,
  );
  const words = counts
    .filter(([, files]) => files.length > 0)
    .map(([how, files]) => {
      const [only] = files;
      return files.length === 1 && only ? `${only.path} ${how}` : `${files.length} files ${how}`;
    });
  return words.join(', ') || 'nothing changed';
}
