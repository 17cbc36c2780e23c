import { useStore } from 'zustand';
import { useProject } from '../../project/context';
import { Button } from '../../ui/Button';
import { type Scenarios, scenarioName } from './scenarios';

interface ScenarioControlProps {
  readonly scenarios: Scenarios;
}

/** ms in which a press on Cancel is the second half of a double click on Run. */
export const DOUBLE_CLICK = 500;

/**
 * Runs the project's scenario, alone or under every policy at once, and cancels it; nothing where the
 * project has none.
 */
export function ScenarioControl({ scenarios }: ScenarioControlProps) {
  const run = useStore(scenarios.store, (state) => state.run);
  useStore(scenarios.store, (state) => state.chosen);
  const file = useProject(() => scenarios.file());

  if (file === undefined) return null;
  if (run?.state === 'running') {
    return (
      <Button
        onClick={() => {
          if (performance.now() - run.began > DOUBLE_CLICK) scenarios.cancel();
        }}
      >
        <StopIcon /> Cancel {run.name}
      </Button>
    );
  }
  return (
    <>
      <Button look="primary" onClick={() => void scenarios.run('service')}>
        <RunIcon /> Run {scenarioName(file)}
      </Button>
      <Button onClick={() => void scenarios.run('twins')}>Compare policies</Button>
    </>
  );
}

/** A triangle: runs. */
export function RunIcon() {
  return (
    <svg viewBox="0 0 10 10" width="10" height="10" fill="currentColor" aria-hidden="true">
      <path d="M2 1v8l7-4z" />
    </svg>
  );
}

/** A square: stops. */
export function StopIcon() {
  return (
    <svg viewBox="0 0 10 10" width="10" height="10" fill="currentColor" aria-hidden="true">
      <path d="M1.5 1.5h7v7h-7z" />
    </svg>
  );
}
