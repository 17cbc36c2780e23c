/** The span of time on screen: from and to in ms, width in CSS pixels. */
export interface Viewport {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

export type Span = Pick<Viewport, 'from' | 'to'>;

export interface Tick {
  readonly at: number;
  readonly x: number;
  readonly label: string;
}

/** ms. Browsers tell time to 5 µs at best: closer than this there is nothing to see. */
const CLOSEST = 0.05;

/** ms. A day. */
const FARTHEST = 86_400_000;

export function xOf(view: Viewport, at: number): number {
  return ((at - view.from) / (view.to - view.from)) * view.width;
}

export function timeAt(view: Viewport, x: number): number {
  return view.from + (x / view.width) * (view.to - view.from);
}

/** Zooms in (factor below 1) or out, keeping the time under `x` where it is. */
export function zoomed(view: Viewport, factor: number, x: number): Span {
  const span = view.to - view.from;
  const newSpan = Math.min(FARTHEST, Math.max(CLOSEST, span * factor));
  const anchor = timeAt(view, x);
  const from = anchor - (anchor - view.from) * (newSpan / span);
  return { from, to: from + newSpan };
}

/** Moves the picture by `dx` pixels, as if held by the pointer. */
export function panned(view: Viewport, dx: number): Span {
  const by = (dx / view.width) * (view.to - view.from);
  return { from: view.from - by, to: view.to - by };
}

/** Where two fingers are, in pixels. */
export type Pinch = readonly [x: number, other: number];

/** Pixels: nearer to each other two fingers zoom no further. */
const NEAREST = 16;

/** Zooms and moves the picture, keeping below each finger what was there before. */
export function pinched(view: Viewport, before: Pinch, after: Pinch): Span {
  const apart = ([x, other]: Pinch) => Math.max(Math.abs(x - other), NEAREST);
  const middle = ([x, other]: Pinch) => (x + other) / 2;
  const zoomedSpan = zoomed(view, apart(before) / apart(after), middle(before));
  return panned({ ...zoomedSpan, width: view.width }, middle(after) - middle(before));
}

/** The span with some air at both sides. */
export function withMargin({ from, to }: Span, share = 0.03): Span {
  const margin = Math.max(to - from, CLOSEST) * share;
  return { from: from - margin, to: to + margin };
}

/**
 * Marks of the time axis: steps of 1, 2 or 5 times a power of ten, labelled with the time since
 * `origin`. None before it.
 * @param gap at least so many pixels between two marks.
 */
export function ticks(view: Viewport, origin: number, gap = 88): readonly Tick[] {
  if (view.width <= 0 || view.to <= view.from) return [];
  const step = niceStep(((view.to - view.from) / view.width) * gap);
  const first = Math.max(0, Math.ceil((view.from - origin) / step));
  const last = Math.floor((view.to - origin) / step);
  const label = labelsFor(step, view.to - origin);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const since = (first + index) * step;
    return { at: origin + since, x: xOf(view, origin + since), label: label(since) };
  });
}

/** The smallest of 1, 2, 5, 10, 20, 50 … (and 0.1, 0.2 …) that is not below `atLeast`. */
export function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor = [1, 2, 5].find((each) => each * power >= atLeast * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** One unit for all marks of an axis, and no more decimals than the step needs. */
function labelsFor(step: number, end: number): (since: number) => string {
  const inSeconds = step >= 1000 || (end >= 1000 && step >= 10);
  const decimals = Math.max(0, -Math.floor(Math.log10(inSeconds ? step / 1000 : step) + 1e-9));
  return (since) =>
    inSeconds
      ? `${grouped((since / 1000).toFixed(decimals))} s`
      : `${grouped(since.toFixed(decimals))} ms`;
}

/** A length of time in words: `0.04 ms`, `12.3 ms`, `240 ms`, `2.03 s`. */
export function duration(ms: number): string {
  if (ms >= 1000) return `${grouped((ms / 1000).toFixed(ms < 100_000 ? 2 : 0))} s`;
  return `${ms.toFixed(ms >= 100 ? 0 : ms >= 1 ? 1 : 2)} ms`;
}

/** Thin spaces between thousands. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, '\u2009');
}
