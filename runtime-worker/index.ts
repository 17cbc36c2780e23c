/** The simulated Workers runtime. This is its only door: the app imports nothing else of it. */
import type { Runtime } from './runtime';
import { createSupervisor } from './supervisor/supervisor';

export type { Bundle } from './bundle-result';
export type {
  AbortCause,
  CondemnCause,
  ConsoleMethod,
  CreationCause,
  ErrorInfo,
  EventSummary,
  LogLevel,
  Outcome,
  Position,
  RuntimeEvent,
  SpareInfo,
  UncaughtKind,
} from './events';
export { CONSOLE_METHODS } from './events';
export type { ProjectFiles } from './project';
export { mainModuleOf, mainModulesOf, readProject, readServices } from './project';
export type { PackageJsonChange } from './resolved-versions';
export type {
  Counters,
  DispatchInit,
  DispatchResult,
  FetchInit,
  Runtime,
  WorkerResponse,
} from './runtime';
export type { Policy, Settings } from './settings';
export { POLICIES } from './settings';

export type { PreviewedEntry, PreviewedObject, PreviewedValue } from './value-preview';
export { ValuePreviews } from './value-preview';

/** Makes the runtime: the sandbox frame is added to `document.body`, the compiler starts in its own thread. */
export function createRuntime(): Runtime {
  return createSupervisor();
}
