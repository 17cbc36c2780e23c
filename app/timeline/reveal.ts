import type { RequestBar } from './layout';
import { endOf } from './segments';
import type { Span, Viewport } from './viewport';

/** The span to show so that a bar can be seen; `undefined` where it is in view. */
export function spanAround(bar: RequestBar, view: Viewport, now: number): Span | undefined {
  const end = endOf(bar, now);
  if (bar.began <= view.to && end >= view.from) return undefined;
  const span = Math.max(view.to - view.from, (end - bar.began) * 1.2);
  const middle = (bar.began + end) / 2;
  return { from: middle - span / 2, to: middle + span / 2 };
}
