import type { Outcome } from '../../runtime-worker/index';
import type { RequestBar } from './layout';

/** The colours and fonts of the picture, as CSS values. */
export interface Palette {
  readonly ok: string;
  readonly exception: string;
  readonly aborted: string;
  readonly other: string;
  readonly startup: string;
  readonly waitUntil: string;
  readonly body: string;
  readonly condemned: string;
  readonly abortLine: string;
  readonly text: string;
  readonly mutedText: string;
  readonly surface: string;
  readonly sunken: string;
  readonly border: string;
  readonly accent: string;
  readonly font: string;
}

/** Reads the design tokens as they are in force at an element: they change with the theme. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ok: token('--color-outcome-ok'),
    exception: token('--color-outcome-exception'),
    aborted: token('--color-outcome-aborted'),
    other: token('--color-outcome-other'),
    startup: token('--color-startup'),
    waitUntil: token('--color-wait-until'),
    body: token('--color-body'),
    condemned: token('--color-condemned'),
    abortLine: token('--color-abort-line'),
    text: token('--color-text'),
    mutedText: token('--color-text-muted'),
    surface: token('--color-surface'),
    sunken: token('--color-surface-sunken'),
    border: token('--color-border'),
    accent: token('--color-accent'),
    font: token('--font-ui'),
  };
}

/** The colour of a request: of how it ended, or that it goes on. */
export function barColor(palette: Palette, { ended }: RequestBar): string {
  return ended ? outcomeColor(palette, ended.outcome) : palette.accent;
}

export function outcomeColor(palette: Palette, outcome: Outcome): string {
  if (outcome === 'ok' || outcome === 'exception' || outcome === 'aborted') return palette[outcome];
  return palette.other;
}
