import { BAR, type LanePlace, ROW } from './geometry';
import type { Ink } from './ink';
import type { IsolateLane, RequestBar } from './layout';
import { type Viewport, xOf } from './viewport';

/** Leads the eye from each subrequest on screen to the request that made it. */
export function drawLinks(
  ink: Ink,
  bars: readonly RequestBar[],
  places: readonly LanePlace[],
  view: Viewport,
): void {
  const linked = bars.filter(({ parent }) => parent !== undefined);
  if (linked.length === 0) return;
  const placeOf = new Map(places.map((place) => [place.lane, place]));
  for (const bar of linked) {
    if (bar.parent) drawLink(ink, bar, bar.parent, placeOf, view);
  }
}

function drawLink(
  ink: Ink,
  bar: RequestBar,
  parent: RequestBar,
  placeOf: ReadonlyMap<IsolateLane, LanePlace>,
  view: Viewport,
): void {
  const [from, to] = [middleOf(parent, placeOf), middleOf(bar, placeOf)];
  const x = ink.snap(xOf(view, bar.began));
  if (from === undefined || to === undefined || x < -10 || x > view.width + 10) return;
  const { context, palette } = ink;
  const down = to > from ? 1 : -1;
  context.strokeStyle = palette.mutedText;
  context.fillStyle = palette.mutedText;
  context.lineWidth = 1;
  context.globalAlpha = 0.8;
  context.beginPath();
  context.moveTo(x + 0.5, from + (down * BAR) / 2);
  context.lineTo(x + 0.5, to - (down * BAR) / 2);
  context.stroke();
  // It stands on the request that asks, and points at the one that is asked.
  context.beginPath();
  context.arc(x + 0.5, from + (down * BAR) / 2, 2.5, 0, 2 * Math.PI);
  context.fill();
  context.beginPath();
  context.moveTo(x + 0.5, to - (down * BAR) / 2);
  context.lineTo(x - 3, to - (down * BAR) / 2 - down * 5);
  context.lineTo(x + 4, to - (down * BAR) / 2 - down * 5);
  context.fill();
  context.globalAlpha = 1;
}

function middleOf(
  { lane, row }: RequestBar,
  placeOf: ReadonlyMap<IsolateLane, LanePlace>,
): number | undefined {
  const place = placeOf.get(lane);
  return place && place.rowsTop + row * ROW + ROW / 2;
}
