/** What `abortIsolate` does to a service. */
export type Policy =
  /** As in production: the isolate is destroyed at once, a fresh one takes over. */
  | 'abort'
  /** The API's first design: only the caller ends; the isolate finishes what it has and gets nothing new. */
  | 'condemn'
  /** As `workerd` does on one machine: the process ends, and every service's isolates with it. */
  | 'process';

export const POLICIES: readonly Policy[] = ['abort', 'condemn', 'process'];

/** How isolates are run. The project's configuration goes before them. */
export interface Settings {
  readonly policy: Policy;
  /** How long a thread may not come back to its event loop, in ms. */
  readonly cpuLimit: number;
  /** What an isolate may allocate, in bytes: over it condemned, over twice it aborted. */
  readonly memoryLimit: number;
  /** How many subrequests a request may make. */
  readonly subrequestLimit: number;
  /** When a fresh isolate evaluates its modules. */
  readonly startup: 'firstEvent' | 'atOnce';
  /** Whether a service that aborts again and again is slowed. */
  readonly limiter: boolean;
  /** Base URL of the CDN that npm packages come from, as ES modules: https://esm.sh/#docs */
  readonly cdn: string;
}

export const DEFAULT_SETTINGS: Settings = {
  policy: 'abort',
  cpuLimit: 1000,
  memoryLimit: 128 * 1024 * 1024,
  subrequestLimit: 1000,
  startup: 'firstEvent',
  limiter: true,
  cdn: 'https://esm.sh',
};
