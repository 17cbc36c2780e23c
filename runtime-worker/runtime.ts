import type { BundleResult } from './bundle-result';
import type { Diagnostic } from './diagnostic';
import type { Outcome, RuntimeEvent } from './events';
import type { ProjectFiles } from './project';
import type { QueueResult } from './protocol';
import type { PackageJsonChange } from './resolved-versions';
import type { Policy, Settings } from './settings';
import type { WebSocketEnd } from './web-socket';

/** A `fetch` event: what a client sends. Header names are not restricted, as they are in a browser. */
export interface FetchInit {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | null;
  /** Which worker service; by default the project's main one. */
  readonly service?: string | undefined;
  /** The client goes away. */
  readonly signal?: AbortSignal | undefined;
}

/** What a worker answered. */
export interface WorkerResponse extends Response {
  /** The client's end of the WebSocket, where `status` reads 101. */
  readonly webSocket: WebSocketEnd | null;
}

/** An event other than `fetch`. */
export type DispatchInit = {
  /** Which worker service; by default the project's main one. */
  readonly service?: string | undefined;
  /** Name of the export that handles it; by default `default`. */
  readonly entrypoint?: string | undefined;
  /** Whoever waits for its end goes away: it ends as `canceled`. */
  readonly signal?: AbortSignal | undefined;
} & (
  | {
      readonly type: 'scheduled';
      readonly cron?: string;
      /** ms since the epoch; by default now. */
      readonly scheduledTime?: number;
    }
  | {
      readonly type: 'queue';
      readonly queue?: string;
      readonly messages: readonly {
        /** Anything that can be cloned. */
        readonly body: unknown;
        readonly id?: string;
        /** ms since the epoch; by default now. */
        readonly timestamp?: number;
        readonly attempts?: number;
      }[];
    }
  /** What `workerd test` calls. */
  | { readonly type: 'test' }
);

/** How an event other than `fetch` ended. */
export interface DispatchResult extends Partial<QueueResult> {
  readonly outcome: Outcome;
  /** Of `scheduled`: whether `controller.noRetry()` was called. */
  readonly noRetry?: boolean;
  /** The message of the error that ended it. */
  readonly error?: string;
}

export interface Fired<Result> {
  /** Id of the request: the key to its events. */
  readonly request: string;
  readonly result: Promise<Result>;
}

export interface Counters {
  /** Messages of isolates that were dead when they came. */
  readonly ignoredMessages: number;
  /** Messages that are none of the protocol. */
  readonly refusedMessages: number;
  /** Threads that were terminated and may not have ended yet. */
  readonly lingeringThreads: number;
}

export interface Runtime {
  /** Settles when the sandbox is up and a spare is booted. */
  readonly ready: Promise<void>;
  /**
   * Takes effect at once: the isolates of the code before are condemned, the next event runs the new
   * code. It is compiled right away; a compile error is the outcome of the next event.
   * @throws {ProjectError} and changes nothing, where there is no project to be read from the files.
   */
  open(files: ProjectFiles): void;
  /** Like {@link open} for an edit under way: a configuration that cannot be read is the outcome of the next event. */
  edit(files: ProjectFiles): void;
  /**
   * `result` resolves once there are headers; reading the body streams it. It rejects with the worker's
   * error, or with an `Error` named `IsolateAbortedError` whose message contains the reason. Where the
   * worker answered with a WebSocket, the request lasts until that is closed.
   */
  fetch(init: FetchInit): Fired<WorkerResponse>;
  /** @throws {TypeError} where there is no such type of event. */
  dispatch(init: DispatchInit): Fired<DispatchResult>;
  /** Destroys the service's isolate from outside. Resolves when everything in flight was rejected. */
  abortIsolate(reason?: string, service?: string): Promise<void>;
  /**
   * Provokes by hand what the platform does to an isolate over a limit: `exceededCpu` and
   * `exceededMemory` destroy it, `condemned` lets it finish what it has.
   */
  provoke(what: 'exceededCpu' | 'exceededMemory' | 'condemned', service?: string): void;
  /** How isolates are run. */
  settings(): Settings;
  /** Changes settings for isolates that are created from now on. */
  configure(settings: Partial<Settings>): void;
  /** Whether `fetch()` of the project's workers reaches the real network. */
  networkIsOn(): boolean;
  /**
   * Switches the real network on or off for the open project: another one that is opened finds it off.
   * Only a visitor's own hand may switch it on; nothing saves it.
   */
  switchNetwork(on: boolean): void;
  /**
   * Bundles a worker service of the open project for `workerd`: JavaScript that has nothing of this runtime
   * in it. Never rejects: what goes wrong is in the diagnostics.
   */
  bundle(service: string): Promise<BundleResult>;
  /** What is no event: counted since the page opened. */
  counters(): Counters;
  /**
   * A twin of the main worker service that runs the same code under another policy, in a sandbox of its
   * own, so that policies can be compared side by side.
   * @returns The name of its service, once its spare is booted.
   */
  twin(policy: Policy): Promise<string>;
  /** Everything that happened so far, oldest first. The list grows in place; treat it as read-only. */
  events(): readonly RuntimeEvent[];
  /** Calls back for each event from now on, at once and in order. Returns how to stop. */
  subscribe(listener: (event: RuntimeEvent) => void): () => void;
  /** Calls back after each compile with what it found (nothing, if all is well). Returns how to stop. */
  onDiagnostics(listener: (diagnostics: readonly Diagnostic[]) => void): () => void;
  /**
   * Calls back when a compile looked up versions of npm packages, with what `package.json` has to become
   * to name them. The code is the same: it need not be compiled again. Returns how to stop.
   */
  onVersionsResolved(listener: (change: PackageJsonChange) => void): () => void;
}
