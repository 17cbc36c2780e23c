import { createStore } from 'zustand/vanilla';

/** Whose the open project is among the tabs: found out, this one's, or another's. */
export type Place = 'undecided' | 'here' | 'elsewhere';

/** How the open project is kept. */
export interface Keeping {
  readonly place: Place;
  /** Why the last save failed: storage has no more room, or gives none at all. */
  readonly trouble: 'full' | 'shut' | undefined;
}

export const keeping = createStore<Keeping>(() => ({ place: 'undecided', trouble: undefined }));

/** Whether there is something to be said of how the project is kept. */
export function isToBeSaid({ place, trouble }: Keeping): boolean {
  return place === 'elsewhere' || trouble !== undefined;
}
