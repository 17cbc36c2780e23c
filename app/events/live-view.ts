import { useSyncExternalStore } from 'react';
import type { Runtime, RuntimeEvent } from '../../runtime-worker/index';
import { createPace } from './pace';

/** What is derived from the events: takes each as it comes, and gives what there is to show of them all. */
export interface View<Snapshot> {
  /** Takes one event; says whether the next snapshot differs. */
  add(event: RuntimeEvent): boolean;
  /** Immutable: the same object until something changed. */
  snapshot(): Snapshot;
}

/**
 * @param add as a view's
 * @param take makes the snapshot, only where an event has changed it since the last.
 */
export function viewOf<Snapshot>(
  add: (event: RuntimeEvent) => boolean,
  take: () => Snapshot,
): View<Snapshot> {
  let taken: { readonly snapshot: Snapshot } | undefined;
  return {
    add(event) {
      const changed = add(event);
      if (changed) taken = undefined;
      return changed;
    },
    snapshot() {
      taken ??= { snapshot: take() };
      return taken.snapshot;
    },
  };
}

/** A view that follows a runtime and tells React of changes, in animation frames. */
export interface LiveView<Snapshot> {
  subscribe(listener: () => void): () => void;
  snapshot(): Snapshot;
}

/** Feeds `view` with everything that happened so far and everything from now on. */
export function followEvents<Snapshot>(
  runtime: Pick<Runtime, 'events' | 'subscribe'>,
  view: View<Snapshot>,
): LiveView<Snapshot> {
  const listeners = new Set<() => void>();
  for (const event of runtime.events()) view.add(event);
  let shown = view.snapshot();
  const pace = createPace(() => {
    shown = view.snapshot();
    for (const listener of listeners) listener();
  });

  runtime.subscribe((event) => {
    if (view.add(event)) pace.soon();
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => shown,
  };
}

/** What a live view shows now. */
export function useLiveView<Snapshot>(view: LiveView<Snapshot>): Snapshot {
  return useSyncExternalStore(view.subscribe, view.snapshot);
}
