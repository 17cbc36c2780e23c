import type { ProjectFiles } from '../../runtime-worker/index';
import { MOST_FILES, problemOfFileNames } from './file-names';
import { LinkError } from './link-error';

export type FileEntry = readonly [name: string, content: string | Uint8Array<ArrayBuffer>];

/**
 * The files that a link has, once their names are good.
 * @returns them in an object without prototype: no name finds what is not a file.
 * @throws {LinkError} where a name is refused, or there are too many.
 */
export function checkedFiles(entries: readonly FileEntry[]): ProjectFiles {
  if (entries.length > MOST_FILES) {
    throw new LinkError(`This link cannot be opened: it has more than ${MOST_FILES} files.`);
  }
  const problem = problemOfFileNames(entries.map(([name]) => name));
  if (problem !== undefined) throw new LinkError(`This link cannot be opened: ${problem}.`);
  const files: Record<string, string | Uint8Array<ArrayBuffer>> = Object.create(null);
  for (const [name, content] of entries) files[name] = content;
  return files;
}
