import { BAR, NARROWEST_BAR } from './geometry';
import type { Ink } from './ink';
import type { RequestBar } from './layout';
import { barColor, outcomeColor } from './palette';
import { besideResponse, endOf, type Segment, segmentsOf } from './segments';
import { type Viewport, xOf } from './viewport';
import { nameOf } from './words';

/** How a request's bar is to look beside what it says itself. */
export interface BarContext {
  readonly view: Viewport;
  readonly now: number;
  /** Top of the bar on the canvas. */
  readonly y: number;
  /** Where the next bar of the row begins, in pixels. */
  readonly nextX: number;
  readonly emphasis: 'none' | 'hovered' | 'selected';
}

const LABEL_PADDING = 5;
const LABEL_LEAST = 26;
const MARK = 3.5;

/** Draws one request: its stretches, its end and its name. */
export function drawBar(ink: Ink, bar: RequestBar, around: BarContext): void {
  const { view, now } = around;
  const left = ink.snap(xOf(view, bar.began));
  const right = ink.snap(Math.max(xOf(view, endOf(bar, now)), left + NARROWEST_BAR));
  if (right - left <= NARROWEST_BAR) {
    ink.context.fillStyle = barColor(ink.palette, bar);
    ink.context.fillRect(left, around.y, right - left, BAR);
  } else {
    for (const segment of segmentsOf(bar, now)) drawSegment(ink, bar, segment, around);
    drawTasksBeside(ink, bar, around);
    drawLogs(ink, bar, around);
  }
  drawEnd(ink, bar, right, left, around);
  drawName(ink, bar, left, right, around);
  if (around.emphasis !== 'none') drawEmphasis(ink, left, right, around);
}

function drawSegment(ink: Ink, bar: RequestBar, segment: Segment, { view, y }: BarContext): void {
  const { context, palette } = ink;
  const x = ink.snap(Math.max(xOf(view, segment.from), -10));
  const width = ink.snap(Math.min(xOf(view, segment.to), view.width + 10)) - x;
  if (width <= 0) return;
  switch (segment.kind) {
    case 'waiting':
      drawWhisker(ink, barColor(palette, bar), x, width, y);
      return;
    case 'handling':
      if (bar.network) {
        drawNetwork(ink, barColor(palette, bar), x, width, y);
        return;
      }
      if (bar.ended || bar.responded) fill(context, barColor(palette, bar), 1);
      else fill(context, palette.accent, 0.22);
      context.fillRect(x, y, width, BAR);
      context.globalAlpha = 1;
      if (!bar.ended && !bar.responded) outline(ink, palette.accent, x, y, width);
      return;
    case 'body':
      context.fillStyle = palette.body;
      context.fillRect(x + 1, y + 3, Math.max(width - 1, 1), BAR - 6);
      return;
    case 'waitUntil':
      fill(context, palette.waitUntil, 0.16);
      context.fillRect(x, y + 3, width, BAR - 6);
      context.globalAlpha = 0.75;
      context.fillStyle = ink.hatch(palette.waitUntil);
      context.fillRect(x, y + 3, width, BAR - 6);
      context.globalAlpha = 1;
      context.strokeStyle = palette.waitUntil;
      context.lineWidth = 1;
      context.strokeRect(x + 0.5, y + 3.5, width - 1, BAR - 7);
  }
}

/** What the network answers is no work of an isolate: an outline, lightly filled. */
function drawNetwork(ink: Ink, color: string, x: number, width: number, y: number): void {
  const { context } = ink;
  fill(context, color, 0.14);
  context.fillRect(x, y + 2, width, BAR - 4);
  context.globalAlpha = 1;
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.setLineDash([4, 2]);
  context.strokeRect(x + 0.5, y + 2.5, width - 1, BAR - 5);
  context.setLineDash([]);
}

function fill(context: CanvasRenderingContext2D, color: string, alpha: number) {
  context.fillStyle = color;
  context.globalAlpha = alpha;
}

/** Waiting is a thin line with an upright at its begin, as in Chrome's network panel. */
function drawWhisker(ink: Ink, color: string, x: number, width: number, y: number): void {
  const { context } = ink;
  context.fillStyle = color;
  context.fillRect(x, y + 4, 1.5, BAR - 8);
  context.fillRect(x, y + BAR / 2 - 0.5, width, 1);
}

function outline(ink: Ink, color: string, x: number, y: number, width: number): void {
  const { context } = ink;
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.beginPath();
  // Open to the right: it is not over.
  context.moveTo(x + width, y + 0.5);
  context.lineTo(x + 0.5, y + 0.5);
  context.lineTo(x + 0.5, y + BAR - 0.5);
  context.lineTo(x + width, y + BAR - 0.5);
  context.stroke();
}

/** Tasks that run while the response is still being made: a strip along the lower edge. */
function drawTasksBeside(ink: Ink, bar: RequestBar, { view, y, now }: BarContext): void {
  const beside = besideResponse(bar, now);
  if (!beside) return;
  const { context, palette } = ink;
  const x = ink.snap(xOf(view, beside.from));
  const width = ink.snap(xOf(view, beside.to)) - x;
  context.fillStyle = palette.surface;
  context.fillRect(x, y + BAR - 5, width, 5);
  context.fillStyle = ink.hatch(palette.waitUntil);
  context.fillRect(x, y + BAR - 4, width, 4);
}

/** Log lines are ticks at the upper edge, no closer than they can be told apart. */
function drawLogs(ink: Ink, bar: RequestBar, { view, y }: BarContext): void {
  const { context, palette } = ink;
  let free = Number.NEGATIVE_INFINITY;
  for (const log of bar.logs) {
    const x = ink.snap(xOf(view, log.at));
    if (x < free) continue;
    context.fillStyle =
      log.level === 'error' || log.level === 'warn' ? palette.abortLine : palette.text;
    context.fillRect(x - 0.5, y - 2, 1.5, 5);
    free = x + 3;
  }
}

function drawEnd(ink: Ink, bar: RequestBar, right: number, left: number, around: BarContext): void {
  const { ended } = bar;
  if (!ended || ended.outcome === 'ok') return;
  // The abort that it caused has a mark of its own.
  if (bar.lane.aborted?.request === bar.request) return;
  const roomy = right - left > 2 * MARK || around.nextX - right > 3 * MARK;
  if (!roomy) return;
  const { context, palette } = ink;
  const y = around.y + BAR / 2;
  const color = outcomeColor(palette, ended.outcome);
  context.beginPath();
  context.arc(right, y, MARK + 2.5, 0, 2 * Math.PI);
  context.fillStyle = palette.surface;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = color;
  context.stroke();
  context.lineWidth = 1.8;
  context.beginPath();
  if (ended.outcome === 'aborted' || ended.outcome === 'crashed') {
    context.moveTo(right - MARK / 1.4, y - MARK / 1.4);
    context.lineTo(right + MARK / 1.4, y + MARK / 1.4);
    context.moveTo(right + MARK / 1.4, y - MARK / 1.4);
    context.lineTo(right - MARK / 1.4, y + MARK / 1.4);
  } else if (ended.outcome === 'exception' || ended.outcome === 'startupFailed') {
    context.moveTo(right, y - MARK);
    context.lineTo(right, y + 0.8);
    context.moveTo(right, y + MARK - 1.4);
    context.lineTo(right, y + MARK);
  } else {
    context.moveTo(right - MARK, y);
    context.lineTo(right + MARK, y);
  }
  context.stroke();
}

/** The name stands inside the bar where it fits, else after it where there is room. */
function drawName(
  ink: Ink,
  bar: RequestBar,
  left: number,
  right: number,
  { view, y, nextX }: BarContext,
): void {
  const { context, palette } = ink;
  const name = nameOf(bar.event);
  const solid = !bar.network && (bar.ended !== undefined || bar.responded !== undefined);
  const from = Math.max(bar.handledAt === undefined ? left : xOf(view, bar.handledAt), 0);
  const to = Math.min(bar.responded ? xOf(view, bar.responded.at) : right, view.width);
  const thick = bar.handledAt !== undefined;
  const inside = thick ? to - from - 2 * LABEL_PADDING - (bar.ended ? MARK : 0) : 0;
  const middle = y + BAR / 2 + 0.5;
  const gap = bar.ended && bar.ended.outcome !== 'ok' ? 10 : LABEL_PADDING;
  const room = Math.min(nextX, view.width) - right - gap - LABEL_PADDING;
  const width = ink.widthOf(name);
  if (right >= 0 && width > inside && width <= room) {
    context.fillStyle = palette.text;
    context.fillText(name, right + gap, middle);
  } else if (inside >= LABEL_LEAST) {
    context.fillStyle = solid ? palette.surface : palette.text;
    context.fillText(ink.fitted(name, inside), from + LABEL_PADDING, middle);
  }
}

function drawEmphasis(ink: Ink, left: number, right: number, { y, emphasis }: BarContext): void {
  const { context, palette } = ink;
  context.strokeStyle = emphasis === 'selected' ? palette.accent : palette.text;
  context.lineWidth = emphasis === 'selected' ? 2 : 1;
  context.strokeRect(left - 1.5, y - 1.5, right - left + 3, BAR + 3);
}
