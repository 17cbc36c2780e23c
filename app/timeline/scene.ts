import type { Matches } from './filter';
import type { LanePlace } from './geometry';
import type { Span, Tick, Viewport } from './viewport';

/** One picture: what is on screen of the layout, and what is pointed at. */
export interface Scene {
  readonly places: readonly LanePlace[];
  readonly view: Viewport;
  readonly ticks: readonly Tick[];
  /** The height of the canvas, and how far the picture is scrolled under it, in CSS pixels. */
  readonly height: number;
  readonly scrollTop: number;
  /** ms: where what goes on ends for now. */
  readonly now: number;
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
  /** What is looked for stands out. */
  readonly matches: Matches;
  /** A span of time that the reader marked. */
  readonly marked: Span | undefined;
}
