import { type LanePlace, LIFE_ROW, ROW } from './geometry';
import type { Ink } from './ink';
import { bottomOf, leftBehind } from './succession';
import { type Viewport, xOf } from './viewport';
import { abortInWords, casualtiesInWords } from './words';

/** The end of an isolate: a line across everything that it ended. */
export function drawAbortLine(ink: Ink, place: LanePlace, view: Viewport): void {
  if (!place.lane.aborted) return;
  const x = ink.snap(xOf(view, place.lane.aborted.at));
  ink.context.fillStyle = ink.palette.abortLine;
  ink.context.fillRect(x - 1, place.lifeTop, 2, bottomOf(place) - place.lifeTop);
}

/** The reason at the head of the line, and a diamond at the request that caused it. */
export function drawAbortReason(ink: Ink, place: LanePlace, view: Viewport): void {
  if (!place.lane.aborted) return;
  const x = ink.snap(xOf(view, place.lane.aborted.at));
  drawCausingRequest(ink, place, x);
  drawReason(ink, place, x, place.lifeTop + LIFE_ROW / 2, view);
}

function drawCausingRequest(ink: Ink, { lane, rowsTop }: LanePlace, x: number): void {
  const request = lane.aborted?.request;
  const bar = request === undefined ? undefined : lane.bars.get(request);
  if (!bar) return;
  const { context, palette } = ink;
  const y = rowsTop + bar.row * ROW + ROW / 2;
  context.beginPath();
  context.moveTo(x, y - 8);
  context.lineTo(x + 8, y);
  context.lineTo(x, y + 8);
  context.lineTo(x - 8, y);
  context.closePath();
  context.fillStyle = palette.abortLine;
  context.fill();
  context.strokeStyle = palette.surface;
  context.lineWidth = 1.5;
  context.stroke();
}

function drawReason(ink: Ink, { lane }: LanePlace, x: number, y: number, view: Viewport): void {
  if (!lane.aborted || x < 0 || x > view.width) return;
  const { context, palette } = ink;
  const room = Math.max(x, view.width - x) - 22;
  const words = ink.fitted(abortInWords(lane.aborted), room);
  if (words === '') return;
  const width = ink.widthOf(words) + 12;
  const toTheRight = view.width - x > width + 8 || x < view.width / 2;
  const left = ink.snap(toTheRight ? x : x - width);
  context.beginPath();
  context.roundRect(left, y - 9, width, 18, toTheRight ? [0, 4, 4, 0] : [4, 0, 0, 4]);
  context.fillStyle = palette.abortLine;
  context.fill();
  context.fillStyle = palette.surface;
  context.fillText(words, left + 6, y + 0.5);
  const cost = casualtiesInWords(lane);
  const after = left + width + 6;
  if (!toTheRight || ink.widthOf(cost) > view.width - after) return;
  context.fillStyle = palette.mutedText;
  context.fillText(cost, after, y + 0.5);
}

/** Leads the eye from an isolate that was destroyed or condemned to the one that took over. */
export function drawSuccession(ink: Ink, from: LanePlace, to: LanePlace, view: Viewport): void {
  if (from.lane.service !== to.lane.service) return;
  const { aborted } = from.lane;
  const left = leftBehind(from.lane, to.lane.created.cause);
  if (!left) return;
  const { context, palette } = ink;
  const x = ink.snap(xOf(view, left.at));
  const { slowed, startup, created } = to.lane;
  const end = ink.snap(xOf(view, slowed?.at ?? startup?.began ?? created.at));
  const y = to.lifeTop + LIFE_ROW / 2;
  context.strokeStyle = left === aborted ? palette.abortLine : palette.condemned;
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  context.beginPath();
  context.moveTo(x, bottomOf(from));
  context.lineTo(x, y);
  context.lineTo(end, y);
  context.stroke();
  context.setLineDash([]);
}
