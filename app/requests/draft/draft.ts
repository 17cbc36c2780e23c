/** A line of a table: the name and value of a header, or of a field of a form. */
export interface Field {
  readonly name: string;
  readonly value: string;
  /** Whether it is sent. */
  readonly on: boolean;
}

/** A file that was chosen to be sent. */
export interface ChosenFile {
  readonly name: string;
  readonly type: string;
  /** `undefined` once the page was loaded anew: it has to be chosen again. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}

/** A part of a multipart form. */
export interface Part {
  readonly name: string;
  readonly value: string | ChosenFile;
  readonly on: boolean;
}

export type BodyType = (typeof BODY_TYPES)[number];
export const BODY_TYPES = ['none', 'json', 'form', 'multipart', 'text', 'file'] as const;

/** The body as it is filled in: what was typed for one type is there again when it is chosen again. */
export interface BodyDraft {
  readonly type: BodyType;
  /** Of `json` and `text`. */
  readonly text: string;
  readonly form: readonly Field[];
  readonly parts: readonly Part[];
  readonly file: ChosenFile | undefined;
}

export type EventKind = (typeof EVENT_KINDS)[number];
export const EVENT_KINDS = ['fetch', 'webSocket', 'scheduled', 'queue', 'test'] as const;

/** An event as it is composed: everything as it was typed, right or wrong. */
export interface Draft {
  readonly kind: EventKind;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Field[];
  readonly body: BodyDraft;
  /** Of `scheduled`. */
  readonly cron: string;
  /** Of `queue`: its name, and the bodies of its messages, each as JSON or else text. */
  readonly queue: string;
  readonly messages: readonly string[];
  /** The worker service that gets it; empty: the project's main one. */
  readonly service: string;
  /** The export that handles it; empty: `default`. */
  readonly entrypoint: string;
  /** How many at once. */
  readonly count: string;
}

export const FIRST_DRAFT: Draft = {
  kind: 'fetch',
  method: 'GET',
  url: '/',
  headers: [],
  body: { type: 'none', text: '', form: [], parts: [], file: undefined },
  cron: '',
  queue: '',
  messages: [],
  service: '',
  entrypoint: '',
  count: '1',
};

/** Whether a method is one that `fetch` and HTTP clients give no body. */
export function isBodyless(method: string): boolean {
  return /^(get|head)$/i.test(method.trim());
}
