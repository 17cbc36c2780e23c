import { lazy, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { UnlessUnloadable } from '../../ui/UnlessUnloadable';
import type { Scenarios } from './scenarios';

const ProgressLine = lazy(async () => {
  const { ProgressLine } = await import('./ProgressLine');
  return { default: ProgressLine };
});

/** ms after which a run is a long one. */
const LONG = 1500;

/** How far a long run is; what became of one that was cancelled. */
export function ScenarioProgress({ scenarios }: { readonly scenarios: Scenarios }) {
  const began = useStore(scenarios.store, ({ run }) => run?.began);
  const state = useStore(scenarios.store, ({ run }) => run?.state);
  const [long, setLong] = useState<number>();

  useEffect(() => {
    if (state !== 'running') return;
    const timer = setTimeout(() => setLong(began), LONG);
    return () => clearTimeout(timer);
  }, [began, state]);

  const shown = state === 'cancelled' || (state === 'running' && long === began);
  if (!shown) return null;
  return (
    <UnlessUnloadable instead={null}>
      <ProgressLine scenarios={scenarios} />
    </UnlessUnloadable>
  );
}
