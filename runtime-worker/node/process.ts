/**
 * `node:process`: that of unenv, with what workerd answers.
 * @see https://github.com/cloudflare/workerd/blob/main/src/node/internal/public_process.ts
 */
import { vars } from 'isolab:vars';
import { hrtime } from 'unenv/node/internal/process/hrtime';
import { Process } from 'unenv/node/internal/process/process';
import { invalidArgType, notImplemented } from './internal/errors';

/** The plain bindings, as text; what is set becomes text, too. */
const env = new Proxy<Record<string, string>>(
  Object.fromEntries(
    Object.entries(vars).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ),
  {
    set: (target, name, value) => Reflect.set(target, name, `${value}`),
  },
);

function nextTick(callback: (...values: unknown[]) => void, ...values: unknown[]): void {
  queueMicrotask(() => callback(...values));
}

const NODE_VERSION = '22.23.4';
const id = () => 0;

const process: Process = Object.assign(new Process({ env, hrtime, nextTick }), {
  title: 'workerd',
  argv: ['workerd'],
  argv0: 'workerd',
  arch: 'x64',
  platform: 'linux',
  pid: 1,
  ppid: 0,
  getegid: id,
  geteuid: id,
  getgid: id,
  getuid: id,
  getgroups: () => [0],
  umask: () => 0o22,
  channel: null,
  domain: null,
  _exiting: false,
  emitWarning(warning: unknown) {
    if (typeof warning !== 'string' && !(warning instanceof Error)) {
      throw invalidArgType('warning', 'an string or Error', warning);
    }
    console.warn(warning);
  },
});

Object.defineProperties(process, {
  version: { value: `v${NODE_VERSION}`, enumerable: true },
  versions: { value: { node: NODE_VERSION }, enumerable: true },
  [Symbol.toStringTag]: { value: 'process', configurable: true },
});
process.chdir('/bundle');

for (const name of ['binding', 'cpuUsage', 'dlopen', 'kill', 'initgroups', 'openStdin'] as const) {
  Object.defineProperty(process, name, {
    configurable: true,
    enumerable: true,
    writable: true,
    value() {
      throw notImplemented(`process.${name}`);
    },
  });
}

export { env, hrtime, nextTick };
export const {
  abort,
  addListener,
  allowedNodeEnvironmentFlags,
  hasUncaughtExceptionCaptureCallback,
  setUncaughtExceptionCaptureCallback,
  loadEnvFile,
  sourceMapsEnabled,
  arch,
  argv,
  argv0,
  chdir,
  config,
  connected,
  constrainedMemory,
  availableMemory,
  cpuUsage,
  cwd,
  debugPort,
  dlopen,
  disconnect,
  emit,
  emitWarning,
  eventNames,
  execArgv,
  execPath,
  exit,
  finalization,
  features,
  getBuiltinModule,
  getActiveResourcesInfo,
  getMaxListeners,
  kill,
  listeners,
  listenerCount,
  memoryUsage,
  on,
  off,
  once,
  pid,
  platform,
  ppid,
  prependListener,
  prependOnceListener,
  rawListeners,
  release,
  removeAllListeners,
  removeListener,
  report,
  resourceUsage,
  setMaxListeners,
  setSourceMapsEnabled,
  stderr,
  stdin,
  stdout,
  title,
  umask,
  uptime,
  version,
  versions,
  domain,
  initgroups,
  moduleLoadList,
  reallyExit,
  openStdin,
  assert,
  binding,
  send,
  exitCode,
  channel,
  getegid,
  geteuid,
  getgid,
  getgroups,
  getuid,
  setegid,
  seteuid,
  setgid,
  setgroups,
  setuid,
  permission,
  mainModule,
  ref,
  unref,
  _events,
  _eventsCount,
  _exiting,
  _maxListeners,
  _debugEnd,
  _debugProcess,
  _fatalException,
  _getActiveHandles,
  _getActiveRequests,
  _kill,
  _preload_modules,
  _rawDebug,
  _startProfilerIdleNotifier,
  _stopProfilerIdleNotifier,
  _tickCallback,
  _disconnect,
  _handleQueue,
  _pendingMessage,
  _channel,
  _send,
  _linkedBinding,
} = process;
export default process;
