import type { Script } from '../compiler/script';
import { mapStack } from '../compiler/stack';
import type { ErrorInfo } from '../events';
import type { Thrown } from '../protocol';

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

/** The isolate's frame died, most often of a full JavaScript heap. */
export class IsolateCrashedError extends Error {
  override readonly name = 'IsolateCrashedError';

  constructor() {
    super(
      'The isolate crashed: its process ended, most often because its JavaScript heap was full.',
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

/** An error that a worker threw, as its client sees it: name, message and mapped stack. */
export class WorkerError extends Error {
  override readonly name: string;
  override readonly stack: string;
  readonly info: ErrorInfo;

  constructor(info: ErrorInfo) {
    super(info.message);
    this.info = info;
    this.name = info.name;
    this.stack = info.stack ?? `${info.name}: ${info.message}`;
  }
}

/** What was thrown in an isolate, in terms of the user's files. */
export function errorInfoOf(thrown: Thrown, script: Script | undefined): ErrorInfo {
  const { name, message } = thrown;
  if (!thrown.stack || !script) return { name, message };
  return { name, message, ...mapStack(thrown.stack, script) };
}

/** One of the supervisor's own errors as data. */
export function ownErrorInfo(error: Error): ErrorInfo {
  return { name: error.name, message: error.message };
}
