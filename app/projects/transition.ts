import type { ProjectState } from '../project/store';

/** What became of the project: its state after and before. */
export type Transition = readonly [now: ProjectState, before: ProjectState];

/** Whether it was edited then, and no other one opened. */
export function isEdit([now, before]: Transition): boolean {
  return now.opening === before.opening;
}
