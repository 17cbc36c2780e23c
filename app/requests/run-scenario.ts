import type { FetchInit } from '../../runtime-worker/index';
import type { Requester } from './fire';
import type { Scenario, ScenarioStep } from './scenario';

/**
 * Fires the requests of a scenario at their times. When `signal` aborts, no more are fired and the
 * clients of those in flight go away.
 * @param services Each gets all of the requests; `undefined` is the project's main one.
 * @returns when every response was read, or the scenario was stopped.
 */
export async function runScenario(
  scenario: Scenario,
  requester: Requester,
  signal: AbortSignal,
  services: readonly (string | undefined)[] = [undefined],
): Promise<void> {
  const start = performance.now();
  await Promise.all(
    scenario.steps.map(async (step) => {
      await until(start + step.at, signal);
      if (signal.aborted) return;
      await Promise.all(services.map((service) => fireStep(step, requester, { signal, service })));
    }),
  );
}

async function fireStep(
  { count, init }: ScenarioStep,
  requester: Requester,
  how: Pick<FetchInit, 'signal' | 'service'>,
) {
  const fired = Array.from({ length: count }, () => requester.fire({ ...init, ...how }));
  await Promise.all(fired.map(({ done }) => done));
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
