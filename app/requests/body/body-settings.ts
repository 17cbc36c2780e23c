import { createStore } from 'zustand/vanilla';
import type { Look } from './looks';

/** How bodies are looked at, until it is chosen otherwise. */
export interface BodySettings {
  /** By the look that a body would have of itself: what is chosen for one JSON goes for the next. */
  readonly chosen: Partial<Record<Look, Look>>;
  /** Whether long lines of text are wrapped. */
  readonly wraps: boolean;
}

export const bodySettings = createStore<BodySettings>(() => ({ chosen: {}, wraps: true }));

export function chooseLook(own: Look, look: Look): void {
  bodySettings.setState(({ chosen }) => ({ chosen: { ...chosen, [own]: look } }));
}

export function toggleWrapping(): void {
  bodySettings.setState(({ wraps }) => ({ wraps: !wraps }));
}
