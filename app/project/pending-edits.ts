import type { Runtime } from '../../runtime-worker/index';
import type { ProjectStore } from './store';

/** The runtime as everyone but the project sees it: no event is fired at code that is already edited. */
export function withPendingEdits(runtime: Runtime, project: ProjectStore): Runtime {
  return {
    ...runtime,
    fetch(init) {
      project.getState().flush();
      return runtime.fetch(init);
    },
    dispatch(init) {
      project.getState().flush();
      return runtime.dispatch(init);
    },
  };
}
