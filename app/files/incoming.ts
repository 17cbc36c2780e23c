import type { ProjectFiles } from '../../runtime-worker/index';
import { sizeText } from '../bytes/kind';
import { MOST_FILES } from '../share/file-names';
import { type Incoming, NEVER_MEANT } from './dropped-entries';
import { problemOfPath } from './path-problem';

/** Bytes that may be put into a project at once. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** What of the incoming files is taken. */
export interface Taken {
  readonly taken: readonly Incoming[];
  /** A sentence for each reason why files were left out; which ones is in it. */
  readonly leftOut: readonly string[];
}

/** Says which files come in, and of those that do not why not. What is there already may be replaced. */
export function sortOut(
  incoming: readonly Incoming[],
  present: { readonly files: ProjectFiles; readonly folders: readonly string[] },
): Taken {
  const taken: Incoming[] = [];
  const tooMuch: string[] = [];
  const tooMany: string[] = [];
  const refused: string[] = [];
  let bytes = 0;
  let room = MOST_FILES - Object.keys(present.files).length;
  for (const each of incoming) {
    if (neverMeantIn(each.path) !== undefined) continue;
    const replaces = Object.hasOwn(present.files, each.path);
    const problem = replaces ? undefined : problemOfPath(present, each.path);
    if (problem !== undefined) refused.push(problem);
    else if (bytes + each.file.size > MOST_BYTES) tooMuch.push(each.path);
    else if (!replaces && room === 0) tooMany.push(each.path);
    else {
      bytes += each.file.size;
      if (!replaces) room -= 1;
      taken.push(each);
    }
  }
  return {
    taken,
    leftOut: [
      ...(tooMuch.length > 0
        ? [`More than ${sizeText(MOST_BYTES)} at once cannot be added. Left out: ${list(tooMuch)}.`]
        : []),
      ...(tooMany.length > 0
        ? [`A project has at most ${MOST_FILES} files. Left out: ${list(tooMany)}.`]
        : []),
      ...(refused.length > 0 ? [`Left out: ${refused.slice(0, 3).join(' ')}`] : []),
      ...meantByNobody(incoming),
    ],
  };
}

function meantByNobody(incoming: readonly Incoming[]): string[] {
  const names = new Set<string>();
  for (const { path } of incoming) {
    const name = neverMeantIn(path);
    if (name !== undefined && name !== '.DS_Store') names.add(name);
  }
  return names.size > 0 ? [`Left out: ${[...names].join(', ')}.`] : [];
}

function neverMeantIn(path: string): string | undefined {
  return path.split('/').find((name) => NEVER_MEANT.includes(name));
}

/** Reads a file: as text where it is UTF-8, else as bytes. */
export async function contentOf(file: File): Promise<string | Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0)) return bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/** At most three names. */
function list(paths: readonly string[]): string {
  const rest = paths.length - 3;
  return paths.slice(0, 3).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
