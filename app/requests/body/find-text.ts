import type { TextRows } from './text-rows';

/** Where in the rows a text was found. */
export interface Found {
  readonly row: number;
  /** In UTF-16 units. `to` may lie behind the row, where the line goes on in the next one. */
  readonly from: number;
  readonly to: number;
}

/** So many places are found; nobody steps through more. */
export const FOUND_LIMIT = 10_000;

/** All places of a text, without regard to case. */
export function findAll(rows: TextRows, text: string): readonly Found[] {
  if (text === '') return [];
  const pattern = new RegExp(text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gi');
  const found: Found[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    const length = rows.text(row).length;
    const goesOn = row + 1 < rows.count && rows.line(row + 1) === undefined;
    const ahead = goesOn ? rows.text(row + 1).slice(0, text.length - 1) : '';
    for (const match of (rows.text(row) + ahead).matchAll(pattern)) {
      if (match.index >= length) break;
      found.push({ row, from: match.index, to: match.index + match[0].length });
      if (found.length === FOUND_LIMIT) return found;
    }
  }
  return found;
}
