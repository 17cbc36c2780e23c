/** Where the lines of an inspected value break: as node's `util.inspect` does it. */

/** The columns that a line may have. */
export const LINE = 80;
/** The elements of a collection that are shown. */
export const SHOWN = 100;
/** Members of so many levels may stand on one line. */
const LEVELS_ON_A_LINE = 3;

/** What is around the members of a value. */
export interface Frame {
  /** Before the first brace, such as a function's or an error's own text. */
  readonly base: string;
  readonly open: string;
  readonly close: string;
}

/** Where a value stands. */
export interface Place {
  readonly indentation: number;
  /** How many levels are below the value. */
  readonly levels: number;
}

/** One text of a value's members: on one line where they fit. */
export function join(
  members: readonly string[],
  frame: Frame,
  { indentation, levels }: Place,
): string {
  const { base, open, close } = frame;
  const before = `${base && `${base} `}${open}`;
  if (levels < LEVELS_ON_A_LINE && fits(members, frame, indentation)) {
    const line = members.join(', ');
    if (!line.includes('\n')) return `${before} ${line} ${close}`;
  }
  const newline = `\n${' '.repeat(indentation)}`;
  return `${before}${newline}  ${members.join(`,${newline}  `)}${newline}${close}`;
}

function fits(members: readonly string[], { base, open }: Frame, indentation: number): boolean {
  const start = 2 * members.length + indentation + open.length + base.length + 10;
  const total = members.reduce((sum, { length }) => sum + length, start);
  return total + members.length <= LINE + members.length && !base.includes('\n');
}

/**
 * Puts the elements of an array into columns, where they are many and short.
 * @param numeric Whether all of them are numbers, which align at their end.
 * @param more Whether the last one says how many more there are.
 */
export function inColumns(
  elements: readonly string[],
  indentation: number,
  numeric: boolean,
  more: boolean,
): readonly string[] {
  const shown = more ? elements.slice(0, -1) : elements;
  const longest = Math.max(...shown.map(({ length }) => length));
  const total = shown.reduce((sum, { length }) => sum + length + 2, 0);
  const width = longest + 2;
  if (width * 3 + indentation >= LINE || (total / width <= 5 && longest > 6)) return elements;
  const biased = Math.max(width - 3 - Math.sqrt(width - total / elements.length), 1);
  const columns = Math.min(
    Math.round(Math.sqrt(2.5 * biased * shown.length) / biased),
    Math.floor((LINE - indentation) / width),
    LEVELS_ON_A_LINE * 4,
    15,
  );
  if (columns <= 1) return elements;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...shown.filter((_, index) => index % columns === column).map((each) => each.length)),
  );
  const rows: string[] = [];
  for (let at = 0; at < shown.length; at += columns) {
    const row = shown.slice(at, at + columns);
    const cells = row.map((cell, column) => {
      const last = column === row.length - 1;
      const text = last ? cell : `${cell}, `;
      const columnWidth = (widths[column] ?? 0) + (last ? 0 : 2);
      if (numeric) return text.padStart(columnWidth);
      return last ? text : text.padEnd(columnWidth);
    });
    rows.push(cells.join(''));
  }
  return [...rows, ...elements.slice(shown.length)];
}
