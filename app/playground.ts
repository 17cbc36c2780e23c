import type { Runtime } from '../runtime-worker/index';
import { type ConsoleSnapshot, createConsoleLines } from './console/lines';
import { createProblems, type Problems } from './editor/problems';
import { followEvents, type LiveView } from './events/live-view';
import { type Account, createAccount } from './isolates/account';
import { withPendingEdits } from './project/pending-edits';
import { createProjectStore, type ProjectStore } from './project/store';
import { autosave } from './projects/autosave';
import type { Saving } from './projects/saving';
import { type Composing, createComposing } from './requests/composing';
import { createRequester, type Requester } from './requests/fire';
import { createRequestList, type RequestListSnapshot } from './requests/request-list';
import { createScenarios, type Scenarios } from './requests/scenario/scenarios';

/** What runs a project and shows it, wired once and passed down. It keeps nothing. */
export interface Workings {
  readonly runtime: Runtime;
  readonly project: ProjectStore;
  readonly requester: Requester;
  readonly composing: Composing;
  readonly scenarios: Scenarios;
  readonly requests: LiveView<RequestListSnapshot>;
  readonly consoleLines: LiveView<ConsoleSnapshot>;
  readonly account: LiveView<Account>;
  readonly problems: Problems;
}

/** What the page is made of. */
export interface Playground extends Workings {
  /** What saves the open project. */
  readonly loadSaving: () => Promise<Saving>;
}

export function createPlayground(engine: Runtime): Playground {
  const workings = createWorkings(engine);
  return { ...workings, loadSaving: autosave(workings.project) };
}

export function createWorkings(engine: Runtime): Workings {
  const project = createProjectStore(engine);
  const runtime = withPendingEdits(engine, project);
  engine.onVersionsResolved((change) => project.getState().nameVersions(change));
  const requester = createRequester(runtime);
  return {
    runtime,
    project,
    requester,
    composing: createComposing(requester),
    scenarios: createScenarios(runtime, project, requester),
    requests: followEvents(runtime, createRequestList()),
    consoleLines: followEvents(runtime, createConsoleLines()),
    account: followEvents(runtime, createAccount()),
    problems: createProblems(runtime, project),
  };
}
