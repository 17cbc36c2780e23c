import type { FiredEvent } from '../draft/event-of';
import type { Requester } from '../fire';
import type { Scenario, ScenarioStep } from './read-scenario';

/** Hears how far a run is. */
export interface RunListener {
  fired(count: number): void;
  ended(): void;
}

/**
 * Fires the events of a scenario at their times. When `signal` aborts, no more are fired and those
 * in flight are cancelled.
 * @param services Each gets all that names no service of its own; `undefined` is the project's main one.
 * @returns when everything was read, or the scenario was stopped.
 */
export async function runScenario(
  scenario: Scenario,
  requester: Requester,
  signal: AbortSignal,
  services: readonly (string | undefined)[] = [undefined],
  listener?: RunListener,
): Promise<void> {
  const start = performance.now();
  await Promise.all(
    scenario.steps.map(async (step) => {
      await until(start + step.at, signal);
      if (signal.aborted) return;
      const fired = services.flatMap((service) =>
        fireStep(step, requester, { signal, service }).map(({ done }) => done),
      );
      listener?.fired(fired.length);
      await Promise.all(fired.map((done) => done.finally(() => listener?.ended())));
    }),
  );
}

interface How {
  readonly signal: AbortSignal;
  readonly service: string | undefined;
}

function fireStep({ count, event }: ScenarioStep, requester: Requester, how: How) {
  const fired = toService(event, how);
  return Array.from({ length: count }, () => requester.fire(fired));
}

function toService(event: FiredEvent, { signal, service }: How): FiredEvent {
  const { init } = event;
  const to = { service: init.service ?? service, signal };
  return event.kind === 'fetch'
    ? { kind: 'fetch', init: { ...event.init, ...to } }
    : { kind: 'dispatch', init: { ...event.init, ...to } };
}

function until(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(finish, time - performance.now());
    signal.addEventListener('abort', finish, { once: true });
    function finish() {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    }
  });
}
