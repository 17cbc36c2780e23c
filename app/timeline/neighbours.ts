import { barsOf, type Layout, lanesOf, type RequestBar } from './layout';

/** Where to from a request: to what came before or after in its isolate, or to the row above or below. */
export type Direction = 'before' | 'after' | 'above' | 'below';

/** The request that an arrow key leads to; `undefined` where there is none. */
export function neighbour(
  layout: Layout,
  from: RequestBar | undefined,
  direction: Direction,
): RequestBar | undefined {
  if (!from) return outermost(layout, 'last');
  if (direction === 'above' || direction === 'below') return inNextRow(layout, from, direction);
  const bars = [...from.lane.bars.values()];
  const at = bars.indexOf(from) + (direction === 'after' ? 1 : -1);
  return bars[at];
}

/** The first or the last request of all, by when it began. */
export function outermost(layout: Layout, which: 'first' | 'last'): RequestBar | undefined {
  const sign = which === 'first' ? 1 : -1;
  return barsOf(layout).reduce<RequestBar | undefined>(
    (best, bar) => (best && sign * (bar.began - best.began) >= 0 ? best : bar),
    undefined,
  );
}

/** What is nearest in time in the next row that holds anything, through all lanes. */
function inNextRow(
  layout: Layout,
  from: RequestBar,
  direction: 'above' | 'below',
): RequestBar | undefined {
  const rows = lanesOf(layout)
    .flatMap(({ rows }) => rows)
    .filter((row) => row.length > 0);
  const here = rows.indexOf(from.lane.rows[from.row] ?? []);
  const next = rows[here + (direction === 'below' ? 1 : -1)];
  return next?.reduce((nearest, bar) =>
    Math.abs(bar.began - from.began) < Math.abs(nearest.began - from.began) ? bar : nearest,
  );
}
