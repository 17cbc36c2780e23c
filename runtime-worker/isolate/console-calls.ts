/**
 * What of `console` the platform prints nothing of: only DevTools show it.
 * @see https://console.spec.whatwg.org
 */
import type { ConsoleMethod, LogLevel } from '../events';
import { OF_TABLE, type OF_VALUES, titleOf } from './inspect/preview';

/** One call, to be told. */
interface ConsoleCall {
  readonly method: ConsoleMethod;
  readonly level: LogLevel;
  /** Before the values. */
  readonly label?: string;
  readonly values: readonly unknown[];
  readonly budget?: typeof OF_VALUES;
}

// Taken before user code can replace it: its timers are not on the request's frozen clock.
const now = performance.now.bind(performance);

/** So many labels are counted or timed at once. */
const LABELS = 1000;

export function createConsoleCalls(tell: (call: ConsoleCall) => void) {
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();
  const log = (method: ConsoleMethod, values: readonly unknown[], label?: string) =>
    tell({ method, level: 'log', values, ...(label !== undefined && { label }) });
  const warn = (method: ConsoleMethod, label: string) =>
    tell({ method, level: 'warn', label, values: [] });

  const timed = (method: 'timeLog' | 'timeEnd', label: string, values: readonly unknown[]) => {
    const began = timers.get(label);
    if (began === undefined) return warn(method, `Timer '${label}' does not exist`);
    if (method === 'timeEnd') timers.delete(label);
    log(method, values, `${label}: ${Number((now() - began).toPrecision(4))} ms`);
  };

  return {
    assert(...[condition, ...values]: unknown[]) {
      if (condition) return;
      const label = values.length > 0 ? 'Assertion failed:' : 'Assertion failed';
      tell({ method: 'assert', level: 'error', label, values });
    },
    count(...[given]: unknown[]) {
      const label = labelOf(given);
      const count = (counts.get(label) ?? 0) + 1;
      if (counts.size < LABELS || counts.has(label)) counts.set(label, count);
      log('count', [], `${label}: ${count}`);
    },
    countReset(...[given]: unknown[]) {
      const label = labelOf(given);
      if (!counts.delete(label)) warn('countReset', `Count for '${label}' does not exist`);
    },
    dir(...[value]: unknown[]) {
      log('dir', [value]);
    },
    dirxml(...values: unknown[]) {
      log('dir', values);
    },
    group(...values: unknown[]) {
      log('group', values.length > 0 ? values : ['console.group']);
    },
    groupCollapsed(...values: unknown[]) {
      log('groupCollapsed', values.length > 0 ? values : ['console.groupCollapsed']);
    },
    groupEnd(..._: unknown[]) {
      log('groupEnd', []);
    },
    table(...[data, columns]: unknown[]) {
      const values = columns === undefined ? [data] : [data, columns];
      if (typeof data !== 'object' || data === null) log('dir', values);
      else tell({ method: 'table', level: 'log', values, budget: OF_TABLE });
    },
    time(...[given]: unknown[]) {
      const label = labelOf(given);
      if (timers.has(label)) warn('time', `Timer '${label}' already exists`);
      else if (timers.size < LABELS) timers.set(label, now());
    },
    timeEnd(...[given]: unknown[]) {
      timed('timeEnd', labelOf(given), []);
    },
    timeLog(...[given, ...values]: unknown[]) {
      timed('timeLog', labelOf(given), values);
    },
    trace(...values: unknown[]) {
      log('trace', values.length > 0 ? values : ['console.trace']);
    },
  };
}

/** workerd converts no label: a `toString` of its own must not run. */
function labelOf(given: unknown): string {
  if (given === undefined) return 'default';
  const isObject = (typeof given === 'object' && given !== null) || typeof given === 'function';
  return (isObject ? titleOf(given) : String(given)).slice(0, 1000);
}
