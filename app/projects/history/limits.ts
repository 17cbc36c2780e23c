/** A version of a project as the list of them knows it. */
export interface Listed {
  /** ms since the epoch; no two of a project have the same. */
  readonly at: number;
  /** Letters and bytes of all its files. */
  readonly size: number;
}

/** How much is kept of each project. */
export const MOST_VERSIONS = 50;
export const MOST_SIZE = 20_000_000;

/**
 * Which versions go, so that the rest is within the limits: the oldest ones, and never the last.
 * @param versions the oldest first.
 */
export function surplusOf<Version extends Listed>(versions: readonly Version[]): Version[] {
  let size = versions.reduce((sum, version) => sum + version.size, 0);
  let left = versions.length;
  return versions.slice(0, -1).filter((version) => {
    if (left <= MOST_VERSIONS && size <= MOST_SIZE) return false;
    left -= 1;
    size -= version.size;
    return true;
  });
}
