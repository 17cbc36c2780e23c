import type { Layout, RequestBar } from './layout';
import { type Direction, neighbour, outermost } from './neighbours';
import { panned, type Span, type Viewport, zoomed } from './viewport';

/** What a key asks of the picture. */
export type Wish =
  | { readonly kind: 'show'; readonly span: Span }
  | { readonly kind: 'select'; readonly bar: RequestBar }
  | { readonly kind: 'fit' | 'follow' | 'find' | 'mark' | 'unmark' };

const ZOOM = 0.7;
const PAN = 0.15;

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  ArrowUp: 'above',
  ArrowDown: 'below',
};

/**
 * Keys as in Perfetto and Chrome's performance panel: W and S zoom, A and D move, M marks; the arrows
 * lead from request to request.
 * @returns `undefined` where the key means nothing, or leads nowhere.
 */
export function wishOf(
  key: string,
  view: Viewport,
  layout: Layout,
  selected: RequestBar | undefined,
): Wish | undefined {
  const arrow = ARROWS[key];
  if (arrow) return selecting(neighbour(layout, selected, arrow));
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'w':
    case '+':
      return { kind: 'show', span: zoomed(view, ZOOM, view.width / 2) };
    case 's':
    case '-':
      return { kind: 'show', span: zoomed(view, 1 / ZOOM, view.width / 2) };
    case 'a':
      return { kind: 'show', span: panned(view, view.width * PAN) };
    case 'd':
      return { kind: 'show', span: panned(view, -view.width * PAN) };
    case 'Home':
      return selecting(outermost(layout, 'first'));
    case 'End':
      return selecting(outermost(layout, 'last'));
    case 'f':
    case '0':
      return { kind: 'fit' };
    case 'l':
      return { kind: 'follow' };
    case 'm':
      return { kind: 'mark' };
    case '/':
      return { kind: 'find' };
    case 'Escape':
      return { kind: 'unmark' };
    default:
      return undefined;
  }
}

function selecting(bar: RequestBar | undefined): Wish | undefined {
  return bar && { kind: 'select', bar };
}
