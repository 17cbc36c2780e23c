import type { Position } from '../events';

/** A text and the positions of its offsets. Lines end as source maps count them: at a line feed. */
export class SourceText {
  readonly #path: string;
  readonly #text: string;
  readonly #lineStarts: readonly number[];

  constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    this.#lineStarts = starts;
  }

  /** Line and column count from 0, as in a source map. */
  lineAndColumnAt(offset: number): { readonly line: number; readonly column: number } {
    const line = lastAtMost(this.#lineStarts, (start) => start, offset);
    return { line, column: offset - (this.#lineStarts[line] ?? 0) };
  }

  positionAt(offset: number): Position {
    const { line, column } = this.lineAndColumnAt(Math.min(Math.max(offset, 0), this.#text.length));
    return { file: this.#path, line: line + 1, column: column + 1 };
  }
}

/** A stretch of rewritten text and where it came from: from here on the two run in parallel. */
export interface Segment {
  /** Offset in the rewritten text. */
  readonly to: number;
  /** Offset in the original text. */
  readonly from: number;
}

/** A module as its author wrote it, and how the text that Rollup parses maps onto that. */
export class ModuleText {
  readonly #source: SourceText;
  /** What each rewriting did, the first one first. */
  readonly #rewritings: (readonly Segment[])[] = [];

  constructor(path: string, text: string) {
    this.#source = new SourceText(path, text);
  }

  /** Says that the text was rewritten (again). `segments` ascend by `to`. */
  rewritten(segments: readonly Segment[]): void {
    this.#rewritings.push(segments);
  }

  /** The author's position of an offset in the text that Rollup parsed. */
  positionAt(offset: number): Position {
    return this.#source.positionAt(this.#rewritings.reduceRight(offsetBefore, offset));
  }
}

/** Where an offset was before a rewriting. */
function offsetBefore(offset: number, segments: readonly Segment[]): number {
  const index = lastAtMost(segments, ({ to }) => to, offset);
  const segment = segments[index];
  // Before the first: put there by the rewriting.
  if (!segment) return segments.length > 0 ? 0 : offset;
  const original = segment.from + (offset - segment.to);
  // Rewritten text may be longer than what it replaced: never run into what follows.
  const next = segments[index + 1];
  return next && next.from >= segment.from ? Math.min(original, next.from) : original;
}

/** Text that takes the place of what is between two offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The segments of a text that was edited. `edits` do not overlap; at one place they keep their order. */
export function segmentsAfterEditing(edits: readonly Edit[]): Segment[] {
  const segments: Segment[] = [{ to: 0, from: 0 }];
  let grown = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    grown += text.length - (end - start);
    segments.push({ to: end + grown, from: end });
  }
  return segments;
}

/** The segments of a text into which others were inserted. */
export function segmentsAfterInserting(
  insertions: readonly { readonly at: number; readonly text: string }[],
): Segment[] {
  return segmentsAfterEditing(insertions.map(({ at, text }) => ({ start: at, end: at, text })));
}

/** Index of the last item whose number is not above `limit`; -1 where there is none. The numbers ascend. */
function lastAtMost<Item>(
  items: readonly Item[],
  numberOf: (item: Item) => number,
  limit: number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && numberOf(item) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
