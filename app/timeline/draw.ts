import { drawAbortLine, drawAbortReason, drawSuccession } from './draw-abort';
import { drawLinks } from './draw-link';
import { drawRows } from './draw-rows';
import { BAR, type LanePlace, LIFE_ROW, placesBetween, SPARE } from './geometry';
import type { Ink } from './ink';
import type { Scene } from './scene';
import { type Viewport, xOf } from './viewport';
import { condemnedInWords, slowedInWords, startupInWords } from './words';

/** Draws the picture. Costs what is on screen, whatever else there is. */
export function draw(ink: Ink, scene: Scene): void {
  const { context, palette } = ink;
  const { view, height, scrollTop } = scene;
  context.globalAlpha = 1;
  context.fillStyle = palette.sunken;
  context.fillRect(0, 0, view.width, height);
  const shown = placesBetween(scene.places, scrollTop, scrollTop + height);
  context.save();
  context.translate(0, -scrollTop);
  for (const place of shown) drawLife(ink, place, scene);
  drawGrid(ink, scene);
  for (const place of shown) {
    drawSpare(ink, place, view);
    drawStartup(ink, place, scene);
  }
  // The marks of what an abort ended stand on its line.
  for (const place of shown) drawAbortLine(ink, place, view);
  const subrequests = shown.flatMap((place) => drawRows(ink, place, scene));
  drawLinks(ink, subrequests, scene.places, view);
  for (const place of shown) drawAbortReason(ink, place, view);
  // The lane above the first one on screen may lead a line into it.
  let before = shown[0] && scene.places[scene.places.indexOf(shown[0]) - 1];
  for (const place of shown) {
    if (before) drawSuccession(ink, before, place, view);
    before = place;
  }
  context.restore();
  drawMarked(ink, scene);
}

function drawMarked(ink: Ink, { marked, view, height }: Scene): void {
  if (!marked) return;
  const { context, palette } = ink;
  const left = ink.snap(xOf(view, marked.from));
  const right = ink.snap(xOf(view, marked.to));
  context.fillStyle = palette.accent;
  context.globalAlpha = 0.12;
  context.fillRect(left, 0, right - left, height);
  context.globalAlpha = 1;
  context.fillRect(left, 0, 1, height);
  context.fillRect(right - 1, 0, 1, height);
}

/** The time that an isolate was there is a bright band; before and after it is dark. */
function drawLife(ink: Ink, { lane, top, height }: LanePlace, { view, now }: Scene): void {
  const { context, palette } = ink;
  const gone = lane.aborted?.at ?? lane.endedAt ?? Math.max(now, view.to);
  const left = Math.max(ink.snap(xOf(view, lane.created.at)), 0);
  const right = Math.min(ink.snap(xOf(view, gone)), view.width);
  if (right > left) {
    context.fillStyle = palette.surface;
    context.fillRect(left, top, right - left, height);
  }
  if (lane.condemned) {
    const from = Math.max(ink.snap(xOf(view, lane.condemned.at)), 0);
    context.fillStyle = ink.hatch(palette.condemned);
    context.globalAlpha = 0.28;
    context.fillRect(from, top, Math.max(right - from, 0), height);
    context.globalAlpha = 1;
    context.fillStyle = palette.condemned;
    if (right > from) context.fillRect(from, top, 1.5, height);
  }
  context.fillStyle = palette.border;
  context.fillRect(0, top + height - 1, view.width, 1);
}

function drawGrid(ink: Ink, { ticks, height, scrollTop }: Scene): void {
  const { context, palette } = ink;
  context.fillStyle = palette.border;
  context.globalAlpha = 0.7;
  for (const { x } of ticks) context.fillRect(ink.snap(x), scrollTop, 1, height);
  context.globalAlpha = 1;
}

/** A Web Worker boots (hatched) and stands ready, until an isolate takes it. */
function drawSpare(ink: Ink, { lane, lifeTop }: LanePlace, view: Viewport): void {
  if (!lane.spare) return;
  const { context, palette } = ink;
  const { began, upSince = lane.created.at } = lane.spare;
  const place = (at: number) => ink.snap(Math.min(Math.max(xOf(view, at), -10), view.width + 10));
  const left = place(began);
  const up = place(upSince);
  const end = place(lane.created.at);
  const y = lifeTop + (LIFE_ROW - SPARE) / 2;
  context.fillStyle = ink.hatch(palette.startup);
  context.fillRect(left, y, up - left, SPARE);
  context.fillStyle = palette.startup;
  context.globalAlpha = 0.3;
  context.fillRect(up, y, end - up, SPARE);
  context.globalAlpha = 1;
}

/**
 * Held back because its service aborts again and again: a hatched stretch up to when the startup may
 * begin, with its length in it or, where nothing is to come, after it.
 * @returns where the next words may stand.
 */
function drawSlowed(
  ink: Ink,
  { lane, lifeTop }: Pick<LanePlace, 'lane' | 'lifeTop'>,
  view: Viewport,
): number {
  if (!lane.slowed) return 0;
  const { context, palette } = ink;
  const end = Math.min(lane.slowed.until, lane.endedAt ?? Number.POSITIVE_INFINITY);
  const left = ink.snap(Math.max(xOf(view, lane.slowed.at), -10));
  const width = ink.snap(Math.min(xOf(view, end), view.width + 10)) - left;
  if (width <= 0) return 0;
  const y = lifeTop + (LIFE_ROW - BAR) / 2;
  context.fillStyle = ink.hatch(palette.startup);
  context.globalAlpha = 0.55;
  context.fillRect(left, y + 3, width, BAR - 6);
  context.globalAlpha = 1;
  context.strokeStyle = palette.startup;
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, y + 3.5, width - 1, BAR - 7);
  const words = slowedInWords(lane.slowed);
  const wide = ink.widthOf(words) + 8;
  const inside = width > wide + 8;
  if (!inside && (lane.startup || lane.aborted || view.width - left - width < wide)) return 0;
  const x = inside ? Math.max(left, 0) + 5 : left + width + 1;
  if (inside) {
    context.fillStyle = palette.surface;
    context.fillRect(x - 1, y + 1, wide - 2, BAR - 2);
  }
  context.fillStyle = palette.mutedText;
  context.fillText(words, x + 3, lifeTop + LIFE_ROW / 2 + 0.5);
  return inside ? 0 : x + wide;
}

function drawStartup(ink: Ink, { lane, lifeTop }: LanePlace, { view, now }: Scene): void {
  const { context, palette } = ink;
  const y = lifeTop + (LIFE_ROW - BAR) / 2;
  let free = drawSlowed(ink, { lane, lifeTop }, view);
  if (lane.startup) {
    const { began, ended } = lane.startup;
    const failed = ended !== undefined && ended.outcome !== 'ok';
    const left = ink.snap(xOf(view, began));
    const right = Math.max(ink.snap(xOf(view, ended?.at ?? now)), left + 3);
    context.fillStyle = failed ? palette.exception : palette.startup;
    context.globalAlpha = ended ? 1 : 0.5;
    // A flag: it stands on the line that the isolate's requests begin at.
    context.fillRect(left, y + 3, right - left, BAR - 6);
    context.fillRect(left, y, 2, BAR);
    context.globalAlpha = 1;
    const words = startupInWords(lane.startup);
    const abortX = lane.aborted ? xOf(view, lane.aborted.at) : view.width;
    if (right > 0 && ink.widthOf(words) + 12 < Math.min(abortX, view.width) - right) {
      context.fillStyle = palette.mutedText;
      context.fillText(words, right + 5, lifeTop + LIFE_ROW / 2 + 0.5);
      free = right + 12 + ink.widthOf(words);
    }
  }
  drawLaneLogs(ink, lane.logs, y, view);
  if (!lane.condemned || lane.aborted) return;
  const x = Math.max(ink.snap(xOf(view, lane.condemned.at)), 0);
  const words = condemnedInWords(lane.condemned.cause);
  if (x < free || ink.widthOf(words) + 10 > view.width - x) return;
  context.fillStyle = palette.condemned;
  context.fillText(words, x + 6, lifeTop + LIFE_ROW / 2 + 0.5);
}

function drawLaneLogs(ink: Ink, logs: LanePlace['lane']['logs'], y: number, view: Viewport): void {
  ink.context.fillStyle = ink.palette.text;
  let free = Number.NEGATIVE_INFINITY;
  for (const log of logs) {
    const x = ink.snap(xOf(view, log.at));
    if (x < free) continue;
    ink.context.fillRect(x - 0.5, y - 1, 1.5, 4);
    free = x + 3;
  }
}
