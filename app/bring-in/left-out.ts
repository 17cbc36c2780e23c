import { NEVER_MEANT } from '../files/dropped-entries';

/** What tools make again from the rest, and what systems put beside it. */
const LEFT_OUT: ReadonlySet<string> = new Set([...NEVER_MEANT, 'dist', '__MACOSX']);

/** The folder or file for whose sake a path is left out of a project that is brought in. */
export function leftOutIn(path: string): string | undefined {
  return path.split('/').find((name) => LEFT_OUT.has(name));
}
