import type { ConsoleLine, ConsoleSnapshot } from './lines';

/** Those of the kept lines that are on show. Grows in place: the first {@link count} are meant. */
export interface VisibleLines {
  /** The same list as long as lines only come at its end. */
  readonly lines: readonly ConsoleLine[];
  readonly count: number;
}

/**
 * Filters lines as they come: each is looked at once, however often there are more.
 * @param accepts must say the same of a line each time.
 */
export function createVisibleLines(accepts: (line: ConsoleLine) => boolean) {
  let lines: ConsoleLine[] = [];
  let source: ConsoleSnapshot['lines'] | undefined;
  /** The number of the last line that was looked at. */
  let last = 0;

  return function follow({ lines: all, kept }: ConsoleSnapshot): VisibleLines {
    const first = all[0]?.number ?? 1;
    if (source !== undefined && source !== all) {
      lines = lines.filter(({ number }) => number >= first);
    }
    source = all;
    for (let index = Math.max(0, last + 1 - first); index < kept; index += 1) {
      const line = all[index];
      if (!line) break;
      last = line.number;
      if (accepts(line)) lines.push(line);
    }
    return { lines, count: lines.length };
  };
}

/** Where the line of that number is, or else the first one after it. */
export function indexOfNumber({ lines, count }: VisibleLines, number: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.number ?? number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
