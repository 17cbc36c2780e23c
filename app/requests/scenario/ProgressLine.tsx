import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button';
import type { ScenarioRun, Scenarios } from './scenarios';
import './ProgressLine.css';

/** How far a run is, with the button that cancels it. */
export function ProgressLine({ scenarios }: { readonly scenarios: Scenarios }) {
  const run = useStore(scenarios.store, (state) => state.run);
  if (!run) return null;
  return (
    <section className="progress-line" aria-label="Run of the scenario">
      {run.state === 'running' ? (
        <>
          <progress aria-label="Events that are over" max={run.total} value={run.ended} />
          <span className="progress-text">
            {run.name}: {number(run.fired)} of {number(run.total)} fired,{' '}
            {number(run.fired - run.ended)} in flight, <Elapsed run={run} />
          </span>
          <Button onClick={() => scenarios.cancel()}>Cancel the run</Button>
        </>
      ) : (
        <>
          <span className="progress-text" role="status">
            {textOf(run)}
          </span>
          <Button look="quiet" onClick={() => scenarios.dismiss()}>
            Dismiss
          </Button>
        </>
      )}
    </section>
  );
}

function textOf({ name, state, fired, total, ended }: ScenarioRun): string {
  if (state === 'done') return `${name}: all ${number(total)} were fired, and are over.`;
  const cancelled = fired - ended;
  const were = cancelled === 1 ? 'was in flight and was' : 'were in flight and were';
  return `${name} was cancelled: ${number(fired)} of ${number(total)} had been fired, ${number(cancelled)} of them ${were} cancelled.`;
}

function Elapsed({ run: { began, lasts } }: { readonly run: ScenarioRun }) {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  const whole = lasts > 0 ? ` of ${seconds(lasts)} s` : ' s';
  return (
    <span className="progress-time">
      {seconds(now - began)}
      {whole}
    </span>
  );
}

function seconds(ms: number): string {
  return (Math.max(0, ms) / 1000).toFixed(1);
}

function number(count: number): string {
  return count.toLocaleString('en');
}
