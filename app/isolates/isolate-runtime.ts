import type { Runtime } from '../../runtime-worker/index';

/** What the Isolate menu needs of the runtime. */
export type IsolateRuntime = Pick<
  Runtime,
  'settings' | 'configure' | 'provoke' | 'counters' | 'networkIsOn' | 'switchNetwork'
>;
