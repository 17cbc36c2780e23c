/** What the arrow keys do in the console's lines: as in a tree, of lines and what unfolds in them. */

/** Where a key leads. */
export type Move =
  | { readonly to: 'first' }
  | { readonly to: 'last' }
  | { readonly to: 'inSight' }
  | { readonly to: 'line'; readonly index: number }
  | { readonly to: 'stop'; readonly element: HTMLElement; readonly click?: boolean };

const STOP = '[data-stop]';
const LINE = '[data-number]';

/** All that the arrow keys stop at, in their order. */
export function stopsOf(list: HTMLElement): readonly HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(STOP)];
}

/**
 * @param target what has the focus
 * @returns nothing where the key is not ours
 */
export function moveOf(
  key: string,
  target: EventTarget,
  stops: readonly HTMLElement[],
): Move | undefined {
  if (key === 'Home') return { to: 'first' };
  if (key === 'End') return { to: 'last' };
  if (!(target instanceof HTMLElement)) return undefined;
  const line = target.closest<HTMLElement>(LINE);
  if (!line) return key === 'ArrowDown' || key === 'ArrowUp' ? { to: 'inSight' } : undefined;
  const stop = target.closest<HTMLElement>(STOP) ?? line;
  const open = stop.getAttribute('aria-expanded');
  const at = stops.indexOf(stop);
  switch (key) {
    case 'ArrowDown':
      return step(line, stops[at + 1], 1);
    case 'ArrowUp':
      return step(line, stops[at - 1], -1);
    case 'ArrowRight':
      if (open === 'false') return { to: 'stop', element: stop, click: true };
      return within(line, stops[at + 1]);
    case 'ArrowLeft':
      if (open === 'true') return { to: 'stop', element: stop, click: true };
      return outOf(stop, line);
    case 'Enter': {
      const turn = target === line && line.querySelector<HTMLElement>('[aria-expanded]');
      return turn ? { to: 'stop', element: turn, click: true } : undefined;
    }
    default:
      return undefined;
  }
}

/** To the next stop, in this line or in the one beside it. */
function step(line: HTMLElement, next: HTMLElement | undefined, by: 1 | -1): Move {
  const beside = { to: 'line', index: Number(line.dataset.index) + by } as const;
  if (!next) return beside;
  const other = next.closest<HTMLElement>(LINE);
  if (other === line) return { to: 'stop', element: next };
  // Upwards into a line that is unfolded: from its end.
  if (by < 0 && other !== next && other?.dataset.index === String(beside.index)) {
    return { to: 'stop', element: next };
  }
  return beside;
}

function within(line: HTMLElement, next: HTMLElement | undefined): Move | undefined {
  return next && line.contains(next) ? { to: 'stop', element: next } : undefined;
}

/** To what a value is in, or to its line. */
function outOf(stop: HTMLElement, line: HTMLElement): Move | undefined {
  if (stop === line) return undefined;
  const above = stop.closest('.value-entries')?.parentElement?.querySelector<HTMLElement>(STOP);
  return { to: 'stop', element: above ?? line };
}
