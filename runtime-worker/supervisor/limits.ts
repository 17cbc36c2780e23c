import {
  BODY_WINDOW,
  CACHE_BYTES,
  CACHE_ENTRIES,
  CACHE_ENTRY_BYTES,
  HEADERS,
  ISOLATES,
  LOG_CHARACTERS,
  LOG_LINES,
  MESSAGES,
  RPC_BYTES,
  RPC_DEPTH,
  RPC_VALUES,
  RPC_WAITING,
  SOCKET_MESSAGE_LIMIT,
  SOCKET_WINDOW,
  SUBREQUEST_DEPTH_LIMIT,
  SUBREQUESTS_LIMIT,
  TAIL_EVENTS,
  TAILED_BYTES,
  TEXT_LIMIT,
  TIMERS,
  TRACE_BYTES,
} from '../bounds';
import { DEFAULT_SETTINGS } from '../settings';
import { LINGERING_LIMIT } from './counters';

/** Something that an isolate can use up, how much of it there is, and what comes past that. */
export interface Limit {
  readonly resource: string;
  readonly bound: number;
  readonly unit: string;
  readonly past: string;
}

/** Every bound on what an isolate can take of the page. `LIMITS.md` prints it. */
export const LIMITS: readonly Limit[] = [
  {
    resource: 'time without coming back to the event loop',
    bound: DEFAULT_SETTINGS.cpuLimit,
    unit: 'ms',
    past: 'destroyed: `exceededCpu`. `limits.cpu_ms` sets another one',
  },
  {
    resource: 'memory in buffers and Wasm memories',
    bound: DEFAULT_SETTINGS.memoryLimit,
    unit: 'bytes',
    past: 'condemned; past twice as much destroyed: `exceededMemory`',
  },
  {
    resource: 'isolates at once, of one house',
    bound: ISOLATES,
    unit: 'threads',
    past: '`TooManyIsolatesError` for whoever needs one more',
  },
  {
    resource: 'threads that were ended and linger',
    bound: LINGERING_LIMIT,
    unit: 'threads',
    past: 'the next isolate waits until fewer do',
  },
  {
    resource: 'messages that wait to be read',
    bound: MESSAGES,
    unit: 'messages',
    past: 'destroyed: `crashed`, and its error says why',
  },
  {
    resource: 'lines of the log that wait to be read',
    bound: LOG_LINES,
    unit: 'lines',
    past: 'dropped; one line says so',
  },
  {
    resource: 'text of the log that waits to be read',
    bound: LOG_CHARACTERS,
    unit: 'characters',
    past: 'dropped; one line says so',
  },
  {
    resource: 'one text: a line of the log, a stack, a reason',
    bound: TEXT_LIMIT,
    unit: 'characters',
    past: 'cut',
  },
  {
    resource: 'one header of a request or a response, a URL',
    bound: TEXT_LIMIT,
    unit: 'characters',
    past: '`TypeError`, which says what is too large',
  },
  {
    resource: 'headers of a request or a response',
    bound: HEADERS,
    unit: 'headers',
    past: '`TypeError`, which says so',
  },
  {
    resource: 'timers of a request at once',
    bound: TIMERS,
    unit: 'timers',
    past: '`QuotaExceededError`, as in workerd',
  },
  {
    resource: 'subrequests of a request',
    bound: DEFAULT_SETTINGS.subrequestLimit,
    unit: 'subrequests',
    past: '"Too many subrequests."; `limits.subrequests` sets another one',
  },
  {
    resource: 'subrequests of an isolate at once',
    bound: SUBREQUESTS_LIMIT,
    unit: 'subrequests',
    past: '"Too many subrequests."',
  },
  {
    resource: 'subrequests in subrequests',
    bound: SUBREQUEST_DEPTH_LIMIT,
    unit: 'deep',
    past: '"Subrequest depth limit exceeded."',
  },
  {
    resource: 'bytes of a body ahead of its reader',
    bound: BODY_WINDOW,
    unit: 'bytes',
    past: 'its source waits',
  },
  {
    resource: 'messages of a socket that nobody took',
    bound: SOCKET_WINDOW,
    unit: 'bytes',
    past: 'what is sent waits in the isolate',
  },
  {
    resource: 'one message of a socket',
    bound: SOCKET_MESSAGE_LIMIT,
    unit: 'bytes',
    past: '`send` throws a `RangeError`',
  },
  { resource: 'one message of RPC', bound: RPC_BYTES, unit: 'bytes', past: 'the call is rejected' },
  {
    resource: 'values of one message of RPC',
    bound: RPC_VALUES,
    unit: 'values',
    past: 'the call is rejected',
  },
  {
    resource: 'depth of one message of RPC',
    bound: RPC_DEPTH,
    unit: 'deep',
    past: 'the call is rejected',
  },
  {
    resource: 'messages of an RPC session that wait for its target',
    bound: RPC_WAITING,
    unit: 'messages',
    past: 'the request that makes it ends',
  },
  {
    resource: 'one response in a cache',
    bound: CACHE_ENTRY_BYTES,
    unit: 'bytes',
    past: '`put` is rejected',
  },
  {
    resource: 'all responses in the caches',
    bound: CACHE_BYTES,
    unit: 'bytes',
    past: 'the oldest go',
  },
  {
    resource: 'responses in the caches',
    bound: CACHE_ENTRIES,
    unit: 'responses',
    past: 'the oldest go',
  },
  {
    resource: 'what is recorded of a request for its tails',
    bound: TRACE_BYTES,
    unit: 'bytes',
    past: 'the rest is left out',
  },
  {
    resource: 'what is on its way to tails',
    bound: TAILED_BYTES,
    unit: 'bytes',
    past: 'tails hear no more until it is taken',
  },
  {
    resource: 'events on their way to tails',
    bound: TAIL_EVENTS,
    unit: 'events',
    past: 'tails hear no more until they are taken',
  },
];

/** The table as Markdown. */
export function limitsTable(): string {
  const rows = LIMITS.map(
    ({ resource, bound, unit, past }) =>
      `| ${resource} | ${bound.toLocaleString('en')} ${unit} | ${past} |`,
  );
  return ['| what | bound | past it |', '|---|---|---|', ...rows].join('\n');
}
