import type { Layout } from './layout';
import { type Span, withMargin } from './viewport';

/** ms. A single request of a millisecond should not fill the screen. */
const SHORTEST = 40;

/** ms. Longer activity slides past instead of being squeezed. */
const LONGEST = 30_000;

/** What to show of a run that goes on: the latest stretch of activity, up to now. */
export function followed(layout: Layout, now: number): Span {
  const { activity } = layout;
  if (!activity)
    return withMargin({ from: layout.began ?? now - 1000, to: (layout.began ?? now) + 1000 });
  const until = layout.open > 0 ? Math.max(now, activity.until) : activity.until;
  const to = Math.max(until, activity.from + SHORTEST);
  return withMargin({ from: Math.max(activity.from, to - LONGEST), to });
}

/** Everything since the visit's first event. */
export function everything(layout: Layout, now: number): Span {
  const from = layout.began ?? now;
  const until = layout.open > 0 ? Math.max(now, layout.until) : layout.until;
  return withMargin({ from, to: Math.max(until, from + SHORTEST) });
}
