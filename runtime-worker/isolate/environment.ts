/** What says where the code runs and what time it is: `navigator`, `performance` and `scheduler`, as in workerd. */
import { illegalConstructor } from './illegal-constructor';

// Taken before user code can replace them.
const { now } = Date;

/** Puts them on the global object. */
export function installEnvironment(): void {
  installNavigator();
  installScheduler();
  patchPerformance();
}

function installNavigator(): void {
  const Navigator = illegalConstructor('Navigator', {
    sendBeacon(...values: unknown[]): boolean {
      if (values.length > 0) return true;
      throw new TypeError(
        "Failed to execute 'sendBeacon' on 'Navigator': parameter 1 is not of type 'string'.",
      );
    },
  });
  const navigator: object = Object.create(Navigator.prototype);
  Object.assign(navigator, {
    hardwareConcurrency: 1,
    language: 'en',
    languages: ['en'],
    platform: '',
    userAgent: 'Cloudflare-Workers',
  });
  Object.assign(replaceable('navigator'), { Navigator, navigator });
}

function installScheduler(): void {
  const { setTimeout, clearTimeout } = globalThis;
  const Scheduler = illegalConstructor('Scheduler', {
    /** Resolves after `delay` ms; rejects with the reason of the signal that is aborted before. */
    async wait(...[delay, options]: [unknown?, { signal?: AbortSignal }?]): Promise<void> {
      if (delay === undefined) {
        throw new TypeError(
          "Failed to execute 'wait' on 'Scheduler': parameter 1 is not of type 'number'.",
        );
      }
      const signal = options?.signal;
      signal?.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        const timeout = setTimeout(resolve, Number(delay));
        signal?.addEventListener('abort', () => {
          clearTimeout(timeout);
          reject(signal.reason);
        });
      });
    },
  });
  Object.assign(replaceable('scheduler'), { scheduler: Object.create(Scheduler.prototype) });
}

/** The browser has it as an accessor that ignores what is assigned. */
function replaceable(name: string): typeof globalThis {
  Object.defineProperty(globalThis, name, {
    value: undefined,
    configurable: true,
    writable: true,
  });
  return globalThis;
}

/** Its clock counts from the epoch, in whole ms: `timeOrigin` is 0. */
function patchPerformance(): void {
  const { mark, measure } = Performance.prototype;
  const own = {
    now: () => now(),
    mark(this: Performance, name: string, options?: PerformanceMarkOptions) {
      return mark.call(this, name, { startTime: now(), ...options });
    },
    measure(
      this: Performance,
      name: string,
      from?: string | PerformanceMeasureOptions,
      to?: string,
    ) {
      const options = typeof from === 'object' ? from : { start: from ?? 0 };
      return measure.call(this, name, {
        ...(options.duration === undefined && { end: to ?? now() }),
        ...options,
      });
    },
    toJSON: () => ({ timeOrigin: 0 }),
    eventLoopUtilization: () => ({ idle: 0, active: 0, utilization: 0 }),
    markResourceTiming() {},
    timerify: (work: unknown) => work,
  };
  for (const [name, value] of Object.entries(own)) {
    Object.defineProperty(Performance.prototype, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  const values = { timeOrigin: 0, eventCounts: new Map(), nodeTiming: NODE_TIMING };
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(Performance.prototype, name, {
      get: () => value,
      configurable: true,
      enumerable: true,
    });
  }
}

const NODE_TIMING = {
  name: 'node',
  entryType: 'node',
  startTime: 0,
  duration: 0,
  nodeStart: 0,
  v8Start: 0,
  bootstrapComplete: 0,
  environment: 0,
  loopStart: 0,
  loopExit: 0,
  idleTime: 0,
};
