import { useEffect, useRef, useState } from 'react';
import { POLICIES, type Runtime } from '../../runtime-worker/index';
import { useProject, useProjectStore } from '../project/context';
import { Button } from '../ui/Button';
import type { Requester } from './fire';
import { runScenario } from './run-scenario';
import { readScenario, ScenarioError, scenarioFileOf } from './scenario';

interface ScenarioControlProps {
  readonly runtime: Pick<Runtime, 'ready' | 'twin'>;
  readonly requester: Requester;
  /** Called when a run begins: of the service, or of its twins under each policy. */
  readonly onRun: (what: 'service' | 'twins') => void;
}

/** ms in which a press on Stop is the second half of a double click on Run. */
const DOUBLE_CLICK = 500;

/**
 * Runs the project's scenario, alone or under every policy at once, and stops it; nothing where the
 * project has none.
 */
export function ScenarioControl({ runtime, requester, onRun }: ScenarioControlProps) {
  const project = useProjectStore();
  const file = useProject((state) => scenarioFileOf(state.files));
  const opening = useProject((state) => state.opening);
  const [running, setRunning] = useState<AbortController>();
  const current = useRef<AbortController>(undefined);
  const began = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another project ends the run of this one
  useEffect(() => () => current.current?.abort(), [opening]);

  if (file === undefined) return null;
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.http$/, '');

  const run = async (what: 'service' | 'twins') => {
    const content = project.getState().files[file];
    if (typeof content !== 'string') return;
    const controller = new AbortController();
    try {
      const scenario = readScenario(file, content);
      current.current = controller;
      began.current = performance.now();
      setRunning(controller);
      project.getState().notify(undefined);
      onRun(what);
      await runtime.ready;
      const services =
        what === 'service' ? [undefined] : await Promise.all(POLICIES.map(runtime.twin));
      await runScenario(scenario, requester, controller.signal, services);
    } catch (error) {
      project.getState().notify(error instanceof Error ? error.message : String(error));
      if (error instanceof ScenarioError) project.getState().select(file, error.position);
    } finally {
      setRunning((shown) => (shown === controller ? undefined : shown));
    }
  };

  return running && !running.signal.aborted ? (
    <Button
      onClick={() => {
        if (performance.now() - began.current > DOUBLE_CLICK) running.abort();
      }}
    >
      <StopIcon /> Stop {name}
    </Button>
  ) : (
    <>
      <Button look="primary" onClick={() => void run('service')}>
        <RunIcon /> Run {name}
      </Button>
      <Button onClick={() => void run('twins')}>Compare policies</Button>
    </>
  );
}

function RunIcon() {
  return (
    <svg viewBox="0 0 10 10" width="10" height="10" fill="currentColor" aria-hidden="true">
      <path d="M2 1v8l7-4z" />
    </svg>
  );
}

function StopIcon() {
  return (
    <svg viewBox="0 0 10 10" width="10" height="10" fill="currentColor" aria-hidden="true">
      <path d="M1.5 1.5h7v7h-7z" />
    </svg>
  );
}
