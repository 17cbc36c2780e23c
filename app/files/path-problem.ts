import { problemOfFileName, quoted } from '../share/file-names';
import { isWithin, nameOf } from './paths';

/** What of a project a new path has to agree with. */
export interface Taken {
  readonly files: Readonly<Record<string, unknown>>;
  readonly folders: readonly string[];
}

/**
 * Says why nothing can be called `path`, as a sentence; `undefined` if it can.
 * @param from What gets that path, where it is there already: it does not stand in its own way.
 */
export function problemOfPath({ files, folders }: Taken, path: string, from?: string) {
  if (path.trim() === '') return 'A name is needed.';
  const problem = problemOfFileName(path);
  if (problem !== undefined) return `${quoted(path)} ${problem}.`;
  if (path === from) return undefined;
  if (from !== undefined && path.startsWith(`${from}/`)) {
    return `${quoted(nameOf(from))} cannot be moved into itself.`;
  }
  const others = [...Object.keys(files), ...folders].filter(
    (other) => from === undefined || !isWithin(other, from),
  );
  if (others.some((other) => isWithin(other, path))) {
    return `${quoted(path)} is there already. Choose another name.`;
  }
  const file = others.find((other) => Object.hasOwn(files, other) && isWithin(path, other));
  if (file !== undefined) return `${quoted(file)} is a file: nothing can be put in it.`;
  return undefined;
}
