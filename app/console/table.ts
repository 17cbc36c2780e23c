import type { PreviewedValue, ValuePreviews } from '../../runtime-worker/index';
import { objectOf } from './preview-words';

/** What `console.table` lays out. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly index: PreviewedValue | string;
    readonly cells: readonly (PreviewedValue | undefined)[];
    /** Of a row that is no object. */
    readonly value: PreviewedValue | undefined;
  }[];
  /** Whether any row is no object: there is a column of values then. */
  readonly hasValues: boolean;
  /** Rows that were not told. */
  readonly more: number;
}

const MOST_COLUMNS = 50;

/**
 * The rows of a table: one for each entry of what was logged, a column for each key of any of them, or
 * those that the second value names.
 * @see https://console.spec.whatwg.org/#table
 */
export function tableOf({ values, objects }: ValuePreviews): Table | undefined {
  const data = values[0] && objectOf(values[0], objects);
  if (!data) return undefined;
  const named = values[1] && objectOf(values[1], objects);
  const columns = new Set<string>();
  for (const { value } of named?.entries ?? [])
    if (value.type === 'string') columns.add(value.text);
  const rows = data.entries.map(({ key, mapKey, value }, position) => {
    const entries = objectOf(value, objects)?.entries;
    const cells = new Map(entries?.map((entry, at) => [entry.key ?? `${at}`, entry.value]));
    if (!named)
      for (const column of cells.keys()) if (columns.size < MOST_COLUMNS) columns.add(column);
    return { index: mapKey ?? key ?? `${position}`, cells, value: entries ? undefined : value };
  });
  return {
    columns: [...columns],
    rows: rows.map(({ index, cells, value }) => ({
      index,
      value,
      cells: [...columns].map((column) => cells.get(column)),
    })),
    hasValues: rows.some(({ value }) => value !== undefined),
    more: data.more ?? 0,
  };
}
