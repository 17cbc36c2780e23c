/**
 * Everything that ever happens in the runtime, as data. The timeline, the console, the request list
 * and the exports derive from these events and from nothing else. Every event survives
 * `structuredClone` and JSON.
 */

import type { ValuePreviews } from './value-preview';

/** A place in the user's project. `line` and `column` count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** An error as data: its class name and message, its stack in terms of the user's files, and its place. */
export interface ErrorInfo {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly position?: Position;
  readonly cause?: ErrorInfo;
  /** What an `AggregateError` gathers. */
  readonly errors?: readonly ErrorInfo[];
}

/**
 * What nobody caught, though the request goes on: an `exception` of a timer's callback, which workerd
 * counts among the request's; the `rejection` of a promise that nobody handled; what was `reported` by
 * `reportError` or by a listener that threw.
 */
export type UncaughtKind = (typeof UNCAUGHT_KINDS)[number];
export const UNCAUGHT_KINDS = ['exception', 'rejection', 'reported'] as const;

/** How a request ended. */
export type Outcome =
  | 'ok'
  | 'exception'
  | 'aborted'
  | 'exceededCpu'
  | 'exceededMemory'
  | 'canceled'
  | 'startupFailed'
  | 'crashed';

/** Why a service got a fresh isolate. */
export type CreationCause = 'first' | 'abort' | 'condemned' | 'edit' | 'crash' | 'limit';

/** Why an isolate gets no new requests. */
export type CondemnCause = 'edit' | 'exceededMemory' | 'policy' | 'user';

/** What destroyed an isolate. */
export type AbortCause =
  | 'abortIsolate'
  | 'exceededCpu'
  | 'exceededMemory'
  | 'crashed'
  | 'user'
  | 'policy';

/** Calls of `console` that workerd prints nothing of: only DevTools show them. */
export const CONSOLE_METHODS = [
  'assert',
  'count',
  'countReset',
  'dir',
  'group',
  'groupCollapsed',
  'groupEnd',
  'table',
  'time',
  'timeEnd',
  'timeLog',
  'trace',
] as const;
export type ConsoleMethod = (typeof CONSOLE_METHODS)[number];

export type LogLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

/** What a request is about: the type of its event and what names it on screen. */
export type EventSummary =
  | { readonly type: 'fetch'; readonly method: string; readonly url: string }
  | { readonly type: 'scheduled'; readonly cron: string }
  | { readonly type: 'queue'; readonly queue: string; readonly messages: number }
  | { readonly type: 'test'; readonly entrypoint: string }
  /** A call of another worker's; `method` is what was asked first. */
  | { readonly type: 'rpc'; readonly method: string }
  /** Tells of a request that ended, of the service named: its `parent`. */
  | { readonly type: 'tail'; readonly of: string };

interface OfIsolate {
  /** ms since the page opened (`performance.now()`), never decreasing. */
  readonly at: number;
  /** Name of the worker service. */
  readonly service: string;
  /** Id of the isolate, unique in the visit. */
  readonly isolate: string;
  /** 1, 2, 3 …: which isolate of its service it is. */
  readonly generation: number;
}

interface OfRequest extends OfIsolate {
  /** Id of the request, unique in the visit. */
  readonly request: string;
}

interface OfWaitUntil extends OfRequest {
  /** Which `waitUntil` task of its request: 1, 2, 3 … */
  readonly task: number;
}

/** What the Web Worker that an isolate took did before. */
export interface SpareInfo {
  /** ms that it booted. */
  readonly booting: number;
  /** ms that it then stood ready; `undefined` where it was not up yet. */
  readonly ready?: number;
}

export type IsolateEvent =
  | (OfIsolate & {
      readonly type: 'isolate.created';
      readonly cause: CreationCause;
      readonly spare?: SpareInfo;
    })
  | (OfIsolate & {
      readonly type: 'startup.began';
      /** What the configuration asks for and does not get, with the first startup after it changed. */
      readonly warnings?: readonly ErrorInfo[];
    })
  | (OfIsolate & {
      readonly type: 'startup.ended';
      readonly outcome: 'ok' | 'startupFailed' | 'aborted' | 'crashed';
      readonly error?: ErrorInfo;
    })
  | (OfIsolate & {
      readonly type: 'isolate.condemned';
      readonly cause: CondemnCause;
    })
  | (OfIsolate & {
      readonly type: 'isolate.aborted';
      /** `null`: `abortIsolate()` was called with none. */
      readonly reason: string | null;
      readonly cause: AbortCause;
      /** The request that caused it, if one did. */
      readonly request?: string;
      /** Where `abortIsolate` was called. */
      readonly position?: Position;
    })
  | (OfIsolate & {
      readonly type: 'isolate.memory';
      /** What its Wasm memories, ArrayBuffers and typed arrays hold, in bytes. */
      readonly bytes: number;
      /** 1×: over it the isolate is condemned, over twice it aborted. */
      readonly limit: number;
    })
  /** The service aborts again and again: its fresh isolate has to wait before its startup. */
  | (OfIsolate & {
      readonly type: 'isolate.delayed';
      /** ms from now. */
      readonly delay: number;
      /** Threads that were terminated and may not have ended yet. */
      readonly lingering: number;
    })
  | (OfIsolate & { readonly type: 'isolate.ended' });

export type RequestEvent =
  | (OfRequest & {
      readonly type: 'request.began';
      readonly event: EventSummary;
      /** It is a subrequest: the request that made it. Of a `tail` event: the request that it tells of. */
      readonly parent?: string;
      /** The real network answers it; its isolate is the one that asks. */
      readonly network?: true;
    })
  /** The isolate it was sent to was destroyed before it looked at it: the request goes to a fresh one. */
  | (OfRequest & { readonly type: 'request.moved' })
  /** The isolate called the handler: before this the request waited for a startup. */
  | (OfRequest & { readonly type: 'request.handled' })
  | (OfRequest & {
      readonly type: 'request.responded';
      readonly status: number;
    })
  /** The last byte of the response body is there. */
  | (OfRequest & { readonly type: 'request.bodyEnded'; readonly bytes: number })
  | (OfRequest & {
      readonly type: 'request.ended';
      readonly outcome: Outcome;
      readonly error?: ErrorInfo;
      readonly reason?: string;
    })
  | (OfWaitUntil & { readonly type: 'waitUntil.began' })
  | (OfWaitUntil & {
      readonly type: 'waitUntil.ended';
      readonly outcome: 'ok' | 'exception' | 'aborted' | 'canceled' | 'crashed';
      readonly error?: ErrorInfo;
    });

interface Logged {
  readonly request?: string;
  readonly level: LogLevel;
  readonly text: string;
  /** What may be unfolded of the values, where any of them is an object. */
  readonly values?: ValuePreviews;
  readonly position?: Position;
}

/** What workerd prints. */
export type LogEvent = OfIsolate & Logged & { readonly type: 'log' };

/** A call of `console` that is for DevTools only: workerd prints nothing of it. */
export type ConsoleEvent = OfIsolate &
  Logged & {
    readonly type: 'console';
    readonly method: ConsoleMethod;
    /** Of `console.trace`: in terms of the project's files. */
    readonly stack?: string;
  };

export type UncaughtEvent = OfIsolate & {
  readonly type: 'uncaught';
  readonly kind: UncaughtKind;
  readonly request?: string;
  readonly error: ErrorInfo;
};

export type RuntimeEvent = IsolateEvent | RequestEvent | LogEvent | ConsoleEvent | UncaughtEvent;
