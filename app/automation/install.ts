import type { Runtime } from '../../runtime-worker/index';
import type { ProjectStore } from '../project/store';
import { loadLinks } from '../share/link';
import type { IsolabApi } from './api';
import { fetchInitOf } from './fetch-init';
import { copyOf, filesOf } from './files';

export type { IsolabApi } from './api';

interface Playground {
  readonly runtime: Runtime;
  readonly project: ProjectStore;
}

/** Puts the automation API on the page as `window.isolab`. */
export function installAutomation(playground: Playground): IsolabApi {
  const api = createApi(playground);
  window.isolab = api;
  return api;
}

/** The automation API, for whoever may have all of it. */
export function createApi({ runtime, project }: Playground): IsolabApi {
  return {
    ready: readiness(runtime, project),
    async open(given) {
      if (typeof given === 'string') {
        await (await loadLinks()).openLink(project, given);
      } else {
        project.getState().open(filesOf(given), 'api');
      }
    },
    project: () => ({ files: copyOf(project.getState().files) }),
    async fetch(input, init) {
      const event = fetchInitOf(input, init);
      event.signal?.throwIfAborted();
      return untilAborted(event.signal, () => runtime.fetch(event).result);
    },
    async dispatch(event) {
      if (typeof event?.type !== 'string') {
        throw new TypeError(
          'dispatch() takes an event with a type, such as { type: "scheduled" }.',
        );
      }
      return runtime.dispatch(event).result;
    },
    abortIsolate: async (reason, service) => runtime.abortIsolate(reason, service),
    events: () => [...runtime.events()],
    subscribe: (listener) => runtime.subscribe(listener),
    share: async () => (await loadLinks()).linkTo(project.getState()),
  };
}

async function readiness(runtime: Runtime, project: ProjectStore): Promise<void> {
  await runtime.ready;
  const isOpen = () => Object.keys(project.getState().files).length > 0;
  if (isOpen()) return;
  await new Promise<void>((resolve) => {
    const unsubscribe = project.subscribe(() => {
      if (!isOpen()) return;
      unsubscribe();
      resolve();
    });
  });
}

/** Whatever the runtime makes of a client that goes away, its caller hears the signal's reason. */
function untilAborted<T>(signal: AbortSignal | undefined, fire: () => Promise<T>): Promise<T> {
  const result = fire();
  if (!signal) return result;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
