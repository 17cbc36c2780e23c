import { ISOLATES } from '../bounds';
import type { Script } from '../compiler/script';
import { mapStack } from '../compiler/stack';
import type { ErrorInfo, Position } from '../events';
import type { Thrown } from '../protocol';
import { type Described, errorFrom } from '../thrown-error';

/** Rejects everything that was in flight in an isolate that was destroyed by `abortIsolate`. */
export class IsolateAbortedError extends Error {
  override readonly name = 'IsolateAbortedError';

  /** @param reason As it was given; `null` where there was none. */
  constructor(reason: string | null) {
    super(reason === null ? 'The isolate was aborted.' : `The isolate was aborted: ${reason}`);
    // The supervisor's own frames say nothing to whoever fired the request.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** The isolate's frame died, most often of a full JavaScript heap, or it had to be ended. */
export class IsolateCrashedError extends Error {
  override readonly name = 'IsolateCrashedError';

  /** @param why It had to be ended; `null` where it ended by itself. */
  constructor(why: string | null) {
    super(
      `The isolate crashed: ${why ?? 'its process ended, most often because its JavaScript heap was full.'}`,
    );
  }
}

/** A service has no isolate, and there is no room for one more. */
export class TooManyIsolatesError extends Error {
  override readonly name = 'TooManyIsolatesError';

  constructor() {
    super(
      `${ISOLATES} isolates run already, and each is a thread of this browser. Abort some, or let what is in flight end.`,
    );
  }
}

/** The thread did not come back in time. Worded as the platform does. */
export class ExceededCpuError extends Error {
  override readonly name = 'Error';

  constructor(during: 'startup' | 'request') {
    super(
      during === 'startup'
        ? 'Script startup exceeded CPU time limit.'
        : 'Worker exceeded CPU time limit.',
    );
  }
}

/** The isolate's account of memory is over twice its limit. Worded as the platform does. */
export class ExceededMemoryError extends Error {
  override readonly name = 'Error';

  constructor() {
    super('Worker exceeded memory limit.');
  }
}

/** The process ended, and its clients with it: they are told nothing, as with `workerd` today. */
export class ConnectionLostError extends Error {
  override readonly name = 'Error';

  constructor() {
    super('Network connection lost.');
  }
}

/** What was thrown in an isolate, in terms of the user's files: as data, and as the client gets it. */
export interface Explained {
  readonly info: ErrorInfo;
  /** An Error, or an object that the worker threw instead of one. */
  readonly error: unknown;
}

/** What was thrown, by what clients get. */
const thrownBy = new WeakMap<object, Thrown>();

/** @param fallback The place of an error that has none of its own. */
export function explain(
  thrown: Thrown,
  script: Script | undefined,
  fallback?: Position,
): Explained {
  const info = treeOf(thrown, (described) => infoOf(described, script));
  const error = errorFrom(thrown, (described) => stackOf(infoOf(described, script)));
  if (typeof error === 'object' && error !== null) thrownBy.set(error, thrown);
  return { info: info.position || !fallback ? info : { ...info, position: fallback }, error };
}

/** An error as data, as its client gets it. */
export function errorOfInfo(info: ErrorInfo): Error {
  const { name, message } = info;
  return Object.assign(new Error(message), { name, stack: stackOf(info) });
}

function infoOf({ name, message, stack }: Described, script: Script | undefined): ErrorInfo {
  if (!stack || !script) return { name, message };
  return { name, message, ...mapStack(stack, script) };
}

function stackOf({ name, message, stack }: ErrorInfo): string {
  return stack ?? `${name}: ${message}`;
}

/** Puts what is related to an error below it. */
function treeOf(thrown: Thrown, infoOf: (described: Described) => ErrorInfo): ErrorInfo {
  const related = thrown.related ?? [];
  const infoAt = (described: Described, index: number): ErrorInfo => {
    // What is related to it stands behind it, so this comes to an end.
    const own = related.flatMap((each, at) =>
      each.of === index && at + 1 > index ? [{ as: each.as, info: infoAt(each, at + 1) }] : [],
    );
    const cause = own.find(({ as }) => as === 'cause')?.info;
    const errors = own.filter(({ as }) => as === 'error').map(({ info }) => info);
    return {
      ...infoOf(described),
      ...(cause && { cause }),
      ...(errors.length > 0 && { errors }),
    };
  };
  return infoAt(thrown, 0);
}

/** One of the supervisor's own errors as data. */
export function ownErrorInfo(error: Error): ErrorInfo {
  return { name: error.name, message: error.message };
}

/** An error on its way into the isolate that asked for what failed with it. */
export function thrownOf(error: unknown): Thrown {
  const thrown = typeof error === 'object' && error !== null ? thrownBy.get(error) : undefined;
  if (thrown) return thrown;
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message } = error;
  return { name, message, ...(error instanceof TypeError && { class: 'TypeError' }) };
}
