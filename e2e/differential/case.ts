/** A case: a folder of modules and a list of events, and what is observed when they are played. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is fired, one after the other, each once the one before has ended. */
export type CaseEvent =
  | {
      readonly type: 'fetch';
      /** Resolved against `https://playground.example`. */
      readonly path: string;
      readonly method?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      /** Sent on the WebSocket that the worker answers with, which is then closed. */
      readonly socket?: readonly string[];
    }
  /** Of a case that has one all events are such. By default of the default export. */
  | { readonly type: 'test'; readonly entrypoint?: string }
  | { readonly type: 'scheduled'; readonly cron: string; readonly scheduledTime: number }
  | {
      readonly type: 'queue';
      readonly queue: string;
      readonly messages: readonly {
        readonly id: string;
        readonly timestamp: number;
        readonly attempts: number;
        readonly body: unknown;
      }[];
    };

export interface ErrorSeen {
  readonly name: string;
  readonly message: string;
}

/** What came of one event. */
export type Result =
  | {
      readonly status: number;
      readonly headers: readonly (readonly string[])[];
      readonly body: string | ErrorSeen;
      readonly socket?: readonly unknown[];
    }
  | { readonly error: ErrorSeen }
  | { readonly outcome: string };

/** All that must agree. */
export interface Observation {
  /** `Name: message` of what was thrown. */
  readonly startup: string;
  readonly events: readonly {
    readonly result: Result;
    readonly outcome: string;
    /** What was thrown, also by `waitUntil` tasks. */
    readonly exceptions: readonly ErrorSeen[];
  }[];
  /** `level text`, in order. */
  readonly logs: readonly string[];
}

export interface Case {
  /** `topic/name`: its folder. */
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;
  readonly events: readonly CaseEvent[];
  /** Why the playground differs from `workerd` here, where it is known to. */
  readonly difference: string | undefined;
}

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'cases');
const EVENTS = 'events.json';
const DIFFERENCE = 'difference.txt';
const TEXT = /\.(?:[cm]?[jt]sx?|jsonc?|txt|html|sql|wat)$/;

/**
 * Every folder of `cases/TOPIC/`. Without `events.json` one `GET /` is fired. A `difference.txt` says
 * why the playground is known to differ: the case fails once it agrees.
 */
export function allCases(): Case[] {
  return readdirSync(FOLDER).flatMap((topic) =>
    readdirSync(join(FOLDER, topic)).map((name) => readCase(`${topic}/${name}`)),
  );
}

function readCase(name: string): Case {
  const folder = join(FOLDER, name);
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== EVENTS && entry.name !== DIFFERENCE)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [
      relative(folder, path),
      TEXT.test(path) ? readFileSync(path, 'utf8') : new Uint8Array(readFileSync(path)),
    ]);
  const events = existsSync(join(folder, EVENTS))
    ? JSON.parse(readFileSync(join(folder, EVENTS), 'utf8'))
    : [{ type: 'fetch', path: '/' }];
  const difference = existsSync(join(folder, DIFFERENCE))
    ? readFileSync(join(folder, DIFFERENCE), 'utf8').trim()
    : undefined;
  return { name, files: Object.fromEntries(files), events, difference };
}
