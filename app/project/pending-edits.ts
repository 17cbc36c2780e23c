import type { Runtime } from '../../runtime-worker/index';
import type { ProjectStore } from './store';

/** The runtime as everyone but the project sees it: no event is fired at code that is already edited. */
export function withPendingEdits(runtime: Runtime, project: ProjectStore): Runtime {
  const prepare = () => {
    project.getState().flush();
    project.getState().ran();
  };

  return {
    ...runtime,
    fetch(init) {
      prepare();
      return runtime.fetch(init);
    },
    dispatch(init) {
      prepare();
      return runtime.dispatch(init);
    },
  };
}
