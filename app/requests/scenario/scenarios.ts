import { createStore, type StoreApi } from 'zustand/vanilla';
import { POLICIES, type Runtime } from '../../../runtime-worker/index';
import { createPace } from '../../events/pace';
import type { ProjectStore } from '../../project/store';
import type { Requester } from '../fire';

/** A run of a scenario, under way or the last one. */
export interface ScenarioRun {
  /** The scenario's name. */
  readonly name: string;
  readonly state: 'running' | 'done' | 'cancelled';
  /** Events to fire, and those that were. */
  readonly total: number;
  readonly fired: number;
  /** Of those fired, the ones that are over; of a cancelled run, those that were over by then. */
  readonly ended: number;
  /** On the clock of `performance.now()`. */
  readonly began: number;
  /** ms after the start at which the last events are fired. */
  readonly lasts: number;
}

export interface ScenariosState {
  /** The file that was chosen; by default it is the project's first. */
  readonly chosen: string | undefined;
  readonly run: ScenarioRun | undefined;
}

/** The project's scenarios, and what can be done with them from anywhere in the page. */
export interface Scenarios {
  readonly store: StoreApi<ScenariosState>;
  /** The scenario that is run next. */
  file(): string | undefined;
  choose(file: string): void;
  /** Runs the scenario for the service, or for its twins under each policy. Does nothing during a run. */
  run(what: 'service' | 'twins'): Promise<void>;
  /** Fires no more, and cancels what is in flight. */
  cancel(): void;
  dismiss(): void;
  /** Calls back when a run begins. Returns how to stop. */
  onRun(listener: (what: 'service' | 'twins') => void): () => void;
}

/** The scenarios of a project, by path. */
export function scenarioFilesOf(files: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(files)
    .filter((path) => path.endsWith('.http'))
    .toSorted();
}

/** A scenario's name: its file's, without `.http`. */
export function scenarioName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.http$/, '');
}

export function createScenarios(
  runtime: Pick<Runtime, 'ready' | 'twin'>,
  project: ProjectStore,
  requester: Requester,
): Scenarios {
  const store = createStore<ScenariosState>(() => ({ chosen: undefined, run: undefined }));
  const listeners = new Set<(what: 'service' | 'twins') => void>();
  let current: { readonly abort: () => void; readonly count: () => void } | undefined;

  const cancel = () => {
    if (!current) return;
    current.count();
    const { run } = store.getState();
    if (run?.state === 'running') store.setState({ run: { ...run, state: 'cancelled' } });
    current.abort();
    current = undefined;
  };

  // Another project ends the run of this one.
  project.subscribe((now, before) => {
    if (now.opening === before.opening) return;
    cancel();
    store.setState({ chosen: undefined, run: undefined });
  });

  const file = () => {
    const { files } = project.getState();
    const { chosen } = store.getState();
    return chosen !== undefined && Object.hasOwn(files, chosen)
      ? chosen
      : scenarioFilesOf(files)[0];
  };

  const run = async (what: 'service' | 'twins') => {
    const path = file();
    const content = path === undefined ? undefined : project.getState().files[path];
    if (current || path === undefined || typeof content !== 'string') return;
    const controller = new AbortController();
    const began = performance.now();
    let [total, fired, ended] = [0, 0, 0];
    const count = () => {
      const { run } = store.getState();
      if (run?.began !== began || run.state !== 'running') return;
      store.setState({ run: { ...run, fired, ended } });
    };
    const pace = createPace(count);
    const own = { abort: () => controller.abort(), count };
    current = own;
    try {
      const [{ readScenario }, { runScenario }] = await Promise.all([
        import('./read-scenario'),
        import('./run-scenario'),
      ]);
      if (controller.signal.aborted) return;
      const scenario = readScenario(path, content);
      project.getState().notify(undefined);
      const services = what === 'twins' ? POLICIES.length : 1;
      total = services * scenario.steps.reduce((sum, { count }) => sum + count, 0);
      const lasts = scenario.steps.at(-1)?.at ?? 0;
      const { name } = scenario;
      store.setState({ run: { name, state: 'running', total, fired, ended, began, lasts } });
      for (const tell of listeners) tell(what);
      await runtime.ready;
      await runScenario(
        scenario,
        requester,
        controller.signal,
        what === 'twins' ? await Promise.all(POLICIES.map(runtime.twin)) : undefined,
        {
          fired(count) {
            fired += count;
            pace.soon();
          },
          ended() {
            ended += 1;
            pace.soon();
          },
        },
      );
    } catch (error) {
      if (!controller.signal.aborted) tellOf(error, project);
    } finally {
      pace.stop();
      if (current === own) current = undefined;
      count();
      const { run } = store.getState();
      if (run?.began === began && run.state === 'running') {
        store.setState({ run: { ...run, state: 'done' } });
      }
    }
  };

  return {
    store,
    file,
    choose: (chosen) => store.setState({ chosen }),
    run,
    cancel,
    dismiss: () => store.setState({ run: undefined }),
    onRun(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Says what kept a scenario from running, and shows its line. */
function tellOf(error: unknown, project: ProjectStore): void {
  project.getState().notify(error instanceof Error ? error.message : String(error));
  if (!(error instanceof Error) || !('position' in error)) return;
  // Of all that is thrown here only a ScenarioError has a position: its module is not loaded for the class.
  const { file, line, column } = error.position as { file: string; line: number; column: number };
  project.getState().select(file, { line, column });
}
