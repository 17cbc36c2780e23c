import { type IsolateLane, type Layout, lanesOf, type RequestBar } from './layout';
import { endOf } from './segments';
import { timeAt, type Viewport, xOf } from './viewport';

/** The axis' height and the width of lanes' labels, in CSS pixels, as timeline.css has them. */
export const AXIS = 24;
export const GUTTER = 238;

/** Heights in CSS pixels. */
export const LIFE_ROW = 24;
export const ROW = 22;
export const BAR = 18;
/** A spare is thin, for it does nothing. */
export const SPARE = 6;
const LANE_PADDING = 5;
const LABEL_STRIP = 20;
const LOWEST_LANE = 52;

/** Bars are at least so wide, so that none vanishes. */
export const NARROWEST_BAR = 2;

/** Pixels around a thing where the pointer still means it. */
const REACH = 4;

/** Where a lane is from top to bottom, in CSS pixels of the whole picture. */
export interface LanePlace {
  readonly lane: IsolateLane;
  readonly top: number;
  readonly height: number;
  /** Top of the row that shows the isolate's own life: startup, condemned, abort. */
  readonly lifeTop: number;
  /** Top of the first row of requests. */
  readonly rowsTop: number;
}

/** What the pointer is on. */
export type Hit =
  | { readonly kind: 'request'; readonly bar: RequestBar }
  | { readonly kind: 'isolate'; readonly lane: IsolateLane };

/** @param labels whether the labels of lanes stand beside them or in a strip above each. */
export function placeLanes(layout: Layout, labels: 'beside' | 'above'): readonly LanePlace[] {
  let top = 0;
  return lanesOf(layout).map((lane) => {
    const lifeTop = top + LANE_PADDING + (labels === 'above' ? LABEL_STRIP : 0);
    const rowsTop = lifeTop + LIFE_ROW;
    const bottom = rowsTop + lane.rows.length * ROW + LANE_PADDING;
    const height = Math.max(bottom - top, LOWEST_LANE);
    const place = { lane, top, height, lifeTop, rowsTop };
    top += height;
    return place;
  });
}

export function heightOf(places: readonly LanePlace[]): number {
  const last = places.at(-1);
  return last ? last.top + last.height : 0;
}

/** The lanes that show between two heights. */
export function placesBetween(
  places: readonly LanePlace[],
  top: number,
  bottom: number,
): readonly LanePlace[] {
  const first = firstIndex(places, (place) => place.top + place.height > top);
  const end = firstIndex(places, (place) => place.top >= bottom);
  return places.slice(first, end);
}

/** The bars of a row that show between two times. */
export function barsBetween(
  row: readonly RequestBar[],
  from: number,
  to: number,
  now: number,
): readonly RequestBar[] {
  const first = firstIndex(row, (bar) => endOf(bar, now) >= from);
  const end = firstIndex(row, (bar) => bar.began > to);
  return row.slice(first, end);
}

/** @param x @param y CSS pixels of the whole picture. */
export function hit(
  places: readonly LanePlace[],
  view: Viewport,
  x: number,
  y: number,
  now: number,
): Hit | undefined {
  const [place] = placesBetween(places, y, y + 1);
  if (!place) return undefined;
  const row = place.lane.rows[Math.floor((y - place.rowsTop) / ROW)] ?? [];
  const near = barsBetween(row, timeAt(view, x - REACH), timeAt(view, x + REACH), now);
  const bar = nearest(near, (each) => distance(view, each, x, now));
  return bar ? { kind: 'request', bar } : { kind: 'isolate', lane: place.lane };
}

function distance(view: Viewport, bar: RequestBar, x: number, now: number): number {
  const left = xOf(view, bar.began);
  const right = Math.max(xOf(view, endOf(bar, now)), left + NARROWEST_BAR);
  return Math.max(left - x, x - right, 0);
}

function nearest<T>(things: readonly T[], distanceOf: (thing: T) => number): T | undefined {
  return things.reduce<T | undefined>(
    (best, each) => (best !== undefined && distanceOf(best) <= distanceOf(each) ? best : each),
    undefined,
  );
}

/** Index of the first thing for which `holds`, which must hold for all after it too. */
function firstIndex<T>(sorted: readonly T[], holds: (thing: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = sorted[middle];
    if (thing !== undefined && holds(thing)) high = middle;
    else low = middle + 1;
  }
  return low;
}
