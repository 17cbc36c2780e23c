import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser';
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
    const prefix = main.startsWith('./') ? './' : '';
    const moved = moves.get(folderOf(before.get(path) ?? path) + main.slice(prefix.length));
    if (!moved?.startsWith(folder)) continue;
    const named = prefix + moved.slice(folder.length);
    if (named !== main) changed[path] = applyEdits(text, modify(text, ['main'], named, {}));
  }
  return { ...files, ...changed };
}

function mainOf(text: string): string | undefined {
  const errors: ParseError[] = [];
  const parsed: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof parsed !== 'object' || parsed === null) return undefined;
  return 'main' in parsed && typeof parsed.main === 'string' ? parsed.main : undefined;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
