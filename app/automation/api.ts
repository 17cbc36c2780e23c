import type {
  DispatchInit,
  DispatchResult,
  RuntimeEvent,
  WorkerResponse,
} from '../../runtime-worker/index';

/** A project: its files by path. */
export interface IsolabProject {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** As of the global `fetch`, and which worker service the request is for. */
export interface IsolabRequestInit extends RequestInit {
  /** Name of the worker service; by default the project's main one. */
  readonly service?: string;
}

/** The automation API, `window.isolab`: for workshops, embedders and tests. */
export interface IsolabApi {
  /** Resolves when the sandbox is up and the first project is open. */
  readonly ready: Promise<void>;
  /**
   * Opens a project, or the one in a share link. It takes effect at once: the isolates of the code
   * before are condemned, and the next event runs the new code. Nothing runs until then.
   * A compile error is an outcome of the next event.
   * Rejects where the project cannot be read (`ProjectError`), the link cannot be opened (`LinkError`)
   * or it is no project (`TypeError`); the open project then stays as it was.
   */
  open(project: IsolabProject | string): Promise<void>;
  /** A copy of the open project, with what is typed and not saved. */
  project(): { files: Record<string, string | Uint8Array<ArrayBuffer>> };
  /**
   * Sends a request to the worker, as the global `fetch` would: a relative URL is resolved against
   * `https://playground.example`. Header names are not restricted as in a browser. Redirects are
   * not followed. Resolves once there are headers; reading the body streams it.
   * Rejects with an `Error` named `IsolateAbortedError` whose message contains the reason where the
   * isolate was aborted (a read of the body under way rejects so too), with the worker's error where it
   * threw, with the signal's reason where that fired, and with a `TypeError` where `fetch` would.
   * With `headers: { Upgrade: 'websocket' }` a worker may answer with a WebSocket, as in the Workers API:
   * `status` reads 101, and `webSocket` is the client's end (`accept()`, `send()`, `close()`, and the
   * events `message`, `close` and `error`). When the isolate is aborted it gets an `error` with the
   * reason in its message, then a `close` with code 1006 that is not clean.
   */
  fetch(input: string | URL | Request, init?: IsolabRequestInit): Promise<WorkerResponse>;
  /** Fires an event other than `fetch`. Where its `signal` fires, the event ends as `canceled`. */
  dispatch(event: DispatchInit): Promise<DispatchResult>;
  /** Aborts a service's isolate from outside. Resolves when everything in flight was rejected. */
  abortIsolate(reason?: string, service?: string): Promise<void>;
  /** A copy of everything that has happened, oldest first. */
  events(): RuntimeEvent[];
  /** Calls back for each event from now on. Returns how to stop. */
  subscribe(listener: (event: RuntimeEvent) => void): () => void;
  /** A link to this page with the open project in it. */
  share(): Promise<string>;
}

declare global {
  interface Window {
    isolab: IsolabApi;
  }
}
