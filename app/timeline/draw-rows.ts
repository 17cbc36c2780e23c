import { drawBar } from './draw-bar';
import { BAR, barsBetween, type LanePlace, NARROWEST_BAR, ROW } from './geometry';
import type { Ink } from './ink';
import type { RequestBar } from './layout';
import { barColor } from './palette';
import type { Scene } from './scene';
import { endOf } from './segments';
import { type Viewport, xOf } from './viewport';

/** CSS pixels after a bar that cannot be told apart: with less there is no room for its mark or name. */
const CROWDED = 12;

/**
 * Draws the rows of a lane that are on screen.
 * @returns the subrequests that it drew.
 */
export function drawRows(
  ink: Ink,
  { lane, rowsTop }: LanePlace,
  scene: Scene,
): readonly RequestBar[] {
  const { scrollTop, height } = scene;
  const first = Math.max(0, Math.floor((scrollTop - rowsTop) / ROW));
  const end = Math.min(lane.rows.length, Math.ceil((scrollTop + height - rowsTop) / ROW));
  const subrequests: RequestBar[] = [];
  for (let index = first; index < end; index += 1) {
    const y = rowsTop + index * ROW + (ROW - BAR) / 2;
    drawRow(ink, lane.rows[index] ?? [], y, scene, subrequests);
  }
  return subrequests;
}

function drawRow(
  ink: Ink,
  row: readonly RequestBar[],
  y: number,
  scene: Scene,
  subrequests: RequestBar[],
): void {
  const { view, now } = scene;
  const bars = barsBetween(row, view.from, view.to, now);
  const crowd = new Crowd(ink, y);
  for (let index = 0; index < bars.length; index += 1) {
    const bar = bars[index];
    if (!bar) continue;
    const next = bars[index + 1];
    const nextX = next ? xOf(view, next.began) : view.width;
    const emphasis = emphasisOf(bar, scene);
    if (scene.matches && emphasis === 'none' && !scene.matches(bar)) {
      drawFaded(ink, bar, y, view, now);
      continue;
    }
    const crowded = emphasis === 'none' && isCrowded(view, bar, nextX, now);
    if (crowded) crowd.add(xOf(view, bar.began), bar);
    else drawBar(ink, bar, { view, now, y, nextX, emphasis });
    if (bar.parent && !crowded) subrequests.push(bar);
  }
  crowd.draw();
}

/** It is not what is looked for. */
function drawFaded(ink: Ink, bar: RequestBar, y: number, view: Viewport, now: number): void {
  const left = ink.snap(Math.max(xOf(view, bar.began), -1));
  const right = ink.snap(Math.min(xOf(view, endOf(bar, now)), view.width + 1));
  ink.context.fillStyle = ink.palette.border;
  ink.context.fillRect(left, y + 4, Math.max(right - left, 1), BAR - 8);
}

function isCrowded(view: Viewport, bar: RequestBar, nextX: number, now: number): boolean {
  const left = xOf(view, bar.began);
  const right = xOf(view, endOf(bar, now));
  return right - left <= NARROWEST_BAR && nextX - right < CROWDED;
}

function emphasisOf({ request }: RequestBar, { selected, hovered }: Scene) {
  if (request === selected) return 'selected';
  return request === hovered ? 'hovered' : 'none';
}

/**
 * Bars of a row that are too narrow and too close to be told apart, in order of time: all that fall on
 * the same pixels are one rectangle, in the colour of what went worst.
 */
class Crowd {
  readonly #ink: Ink;
  readonly #y: number;
  #column = Number.NEGATIVE_INFINITY;
  #worst: RequestBar | undefined;
  #left = 0;
  #right = Number.NEGATIVE_INFINITY;
  #color = '';

  constructor(ink: Ink, y: number) {
    this.#ink = ink;
    this.#y = y;
  }

  add(left: number, bar: RequestBar): void {
    const column = Math.floor(left / NARROWEST_BAR);
    if (column !== this.#column) {
      this.#endColumn();
      this.#column = column;
      this.#worst = bar;
    } else if (this.#worst === undefined || badness(bar) > badness(this.#worst)) this.#worst = bar;
  }

  draw(): void {
    this.#endColumn();
    this.#fill();
  }

  #endColumn(): void {
    if (!this.#worst) return;
    const left = this.#column * NARROWEST_BAR;
    const color = barColor(this.#ink.palette, this.#worst);
    if (left > this.#right || color !== this.#color) {
      this.#fill();
      this.#left = left;
      this.#color = color;
    }
    this.#right = left + NARROWEST_BAR;
    this.#worst = undefined;
  }

  #fill(): void {
    if (this.#right <= this.#left) return;
    this.#ink.context.fillStyle = this.#color;
    this.#ink.context.fillRect(this.#left, this.#y, this.#right - this.#left, BAR);
  }
}

function badness({ ended }: RequestBar): number {
  if (!ended) return 1;
  if (ended.outcome === 'ok') return 0;
  return ended.outcome === 'exception' ? 2 : 3;
}
