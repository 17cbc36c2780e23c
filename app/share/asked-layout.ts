import { layout } from '../layout/layout';
import type { AskedLayout } from './linked-project';

/** What a link asks for so that the page looks as it does now. */
export function layoutAsItIs(): AskedLayout {
  const { view, hidden, editorWidth, topHeight } = layout.getState();
  return {
    view,
    hidden: [...hidden],
    editorWidth: Math.round(editorWidth),
    topHeight: Math.round(topHeight),
  };
}

/**
 * Makes the page look as a link asks, for this visit only: what the visitor keeps stays as it is, but
 * for what they change from now on.
 */
export function askLayout(asked: AskedLayout): void {
  const { hidden, editorWidth, topHeight, view } = asked;
  const kept = layout.persist.getOptions().partialize?.(layout.getState());
  if (!kept) return;
  layout.persist.setOptions({
    partialize: (now) => ({
      hidden: now.hidden === hidden ? kept.hidden : now.hidden,
      editorWidth: now.editorWidth === editorWidth ? kept.editorWidth : now.editorWidth,
      topHeight: now.topHeight === topHeight ? kept.topHeight : now.topHeight,
    }),
  });
  layout.setState({
    ...(hidden && { hidden }),
    ...(editorWidth !== undefined && { editorWidth }),
    ...(topHeight !== undefined && { topHeight }),
    ...(view && { view }),
  });
}
