import { createStore, type StoreApi } from 'zustand/vanilla';
import { followed } from './follow';
import type { Frame } from './frames';
import type { Span, Viewport } from './viewport';

/** Where the reader stands: goes along with what happens, or looks at one span of time. */
export type Stance =
  | { readonly kind: 'following' }
  | { readonly kind: 'still'; readonly span: Span };

export type StanceStore = StoreApi<Stance>;

export function createStance(): StanceStore {
  return createStore<Stance>()(() => ({ kind: 'following' }));
}

/** The viewport that a stance means at a frame. @param width CSS pixels. */
export function viewportOf(stance: Stance, frame: Frame, width: number): Viewport {
  if (stance.kind === 'still') return { ...stance.span, width };
  return { ...(frame.span ?? followed(frame.layout, frame.now)), width };
}
