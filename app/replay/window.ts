import { type Span, withMargin } from '../timeline/viewport';

/** ms of the wall clock that are on screen at once, whatever the rate: the head goes at one pace. */
const ON_SCREEN = 6000;

/**
 * What to show of a run around its play head: the slower, the closer. Where there is more than fits, the
 * head goes to the middle, and then the picture slides along under it.
 * @param motion `reduced`: nothing slides; the head goes through the run page by page.
 */
export function windowAround(
  run: Span,
  head: number,
  rate: number,
  motion: 'full' | 'reduced' = 'full',
): Span {
  const span = rate * ON_SCREEN;
  if (run.to - run.from <= span) return withMargin(run);
  const before = motion === 'full' ? span / 2 : Math.max(0, head - run.from) % span;
  const from = Math.min(run.to - span, Math.max(run.from, head - before));
  return withMargin({ from, to: from + span });
}
