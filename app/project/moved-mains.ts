import { findNodeAtLocation, type ParseError, parseTree } from 'jsonc-parser';
import type { ProjectFiles } from '../../runtime-worker/index';

/** A configuration of the project's main worker service, or of one in `workers/NAME/`. */
const CONFIGURATION = /^(workers\/[^/]+\/)?wrangler\.jsonc?$/;

/**
 * Where a file that the `main` of a configuration names has moved, it names it where it is now; the
 * rest of the configuration, comments and all, stays as it is. One that does not parse, or whose main
 * module left its folder, is left alone.
 * @param files as they are after the move.
 * @param moves from where they were to where they are.
 */
export function withMainsMoved(
  files: ProjectFiles,
  moves: ReadonlyMap<string, string>,
): ProjectFiles {
  if (moves.size === 0) return files;
  const before = new Map([...moves].map(([from, to]) => [to, from]));
  const changed: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    if (typeof text !== 'string' || !CONFIGURATION.test(path)) continue;
    const main = mainOf(text);
    if (main === undefined) continue;
    const folder = folderOf(path);
    const prefix = main.value.startsWith('./') ? './' : '';
    const moved = moves.get(folderOf(before.get(path) ?? path) + main.value.slice(prefix.length));
    if (!moved?.startsWith(folder)) continue;
    const named = prefix + moved.slice(folder.length);
    if (named !== main.value) changed[path] = withText(text, main, JSON.stringify(named));
  }
  return { ...files, ...changed };
}

interface Main {
  readonly value: string;
  /** Where it stands in the text with its quotes, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
}

function mainOf(text: string): Main | undefined {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const main = root && errors.length === 0 ? findNodeAtLocation(root, ['main']) : undefined;
  if (typeof main?.value !== 'string') return undefined;
  return { value: main.value, offset: main.offset, length: main.length };
}

function withText(text: string, { offset, length }: Main, replacement: string): string {
  return text.slice(0, offset) + replacement + text.slice(offset + length);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
