/**
 * What the page around an embed and the embed say to each other, as data. A method that is not in here
 * does not exist: the request names one of a list, never a property of anything.
 *
 *     asked:    { isolab: 1, id, method, args }
 *     answered: { isolab: 1, id, ok: true, result } or { isolab: 1, id, ok: false, error }
 *     told:     { type: 'isolab:height' | 'isolab:started' | 'isolab:event', … }
 */
import * as v from 'valibot';
import type { DispatchResult, ProjectFiles, RuntimeEvent } from '../../runtime-worker/index';

const MEGABYTE = 1024 * 1024;

/** Characters and bytes that a project may have, and what a link unpacks to at most. */
const LARGEST_PROJECT = 5 * MEGABYTE;
/** Characters or bytes of a body, either way. */
export const LARGEST_BODY = MEGABYTE;
const LONGEST_TEXT = 8192;
const MOST_HEADERS = 100;
/** As Cloudflare's queues have them: https://developers.cloudflare.com/queues/platform/limits/ */
const MOST_MESSAGES = 100;
const LARGEST_MESSAGE = 128 * 1024;

const Text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const Time = v.pipe(v.number(), v.finite());

const Bytes = v.instance(Uint8Array);
const Content = v.union([v.string(), Bytes]);

const Project = v.object({
  files: v.pipe(
    v.record(v.string(), Content),
    v.check((files) => sizeOf(files) <= LARGEST_PROJECT, 'The project is larger than 5 MB.'),
  ),
});

const Link = v.pipe(v.string(), v.maxLength(2 * LARGEST_PROJECT));

const RequestInit = v.object({
  method: v.exactOptional(Text),
  headers: v.exactOptional(
    v.union([
      v.pipe(v.record(v.string(), Text), v.maxEntries(MOST_HEADERS)),
      v.pipe(v.array(v.tuple([Text, Text])), v.maxLength(MOST_HEADERS)),
    ]),
  ),
  body: v.exactOptional(
    v.nullable(
      v.pipe(
        Content,
        v.check((body) => body.length <= LARGEST_BODY, 'The body is larger than 1 MB.'),
      ),
    ),
  ),
  service: v.exactOptional(Text),
});

/** What JSON makes of it, so that its size is known whatever it was. */
const Json = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, unknown>(({ dataset, addIssue, NEVER }) => {
    try {
      const text = JSON.stringify(dataset.value) ?? 'null';
      if (text.length <= LARGEST_MESSAGE) return JSON.parse(text);
      addIssue({ message: 'The body of a message is larger than 128 KB.' });
    } catch {
      addIssue({ message: 'The body of a message has to be JSON.' });
    }
    return NEVER;
  }),
);

const ofAnyEvent = { service: v.exactOptional(Text), entrypoint: v.exactOptional(Text) };

const Event = v.variant('type', [
  v.object({
    type: v.literal('scheduled'),
    cron: v.exactOptional(Text),
    scheduledTime: v.exactOptional(Time),
    ...ofAnyEvent,
  }),
  v.object({
    type: v.literal('queue'),
    queue: v.exactOptional(Text),
    messages: v.pipe(
      v.array(
        v.object({
          body: Json,
          id: v.exactOptional(Text),
          timestamp: v.exactOptional(Time),
          attempts: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
        }),
      ),
      v.maxLength(MOST_MESSAGES),
    ),
    ...ofAnyEvent,
  }),
  v.object({ type: v.literal('test'), ...ofAnyEvent }),
]);

const Nothing = v.pipe(v.array(v.unknown()), v.maxLength(0));

const Call = v.variant('method', [
  v.object({ method: v.literal('project'), args: Nothing }),
  v.object({ method: v.literal('open'), args: v.strictTuple([v.union([Project, Link])]) }),
  v.object({ method: v.literal('fetch'), args: v.strictTuple([Text, v.optional(RequestInit)]) }),
  v.object({ method: v.literal('dispatch'), args: v.strictTuple([Event]) }),
  v.object({
    method: v.literal('abortIsolate'),
    args: v.strictTuple([v.optional(Text), v.optional(Text)]),
  }),
  v.object({ method: v.literal('events'), args: Nothing }),
  v.object({ method: v.literal('share'), args: Nothing }),
  v.object({ method: v.literal('subscribe'), args: Nothing }),
]);
export type Call = v.InferOutput<typeof Call>;

const METHODS: readonly string[] = Call.options.map(({ entries }) => entries.method.literal);

const Id = v.union([v.pipe(v.string(), v.maxLength(100)), Time]);
export type RequestId = v.InferOutput<typeof Id>;

/** What makes a message one of ours, whatever it asks for. */
const Envelope = v.object({
  isolab: v.literal(1),
  id: Id,
  method: v.string(),
  args: v.optional(v.array(v.unknown()), []),
});

/** An error as it crosses the window: by its name and its words. */
export interface SentError {
  readonly name: string;
  readonly message: string;
}

/** What a worker answered to the page around. */
export interface SentResponse {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** As text in UTF-8, at most the first MB. */
  readonly body: string;
  /** Whether there was more. */
  readonly truncated: boolean;
}

export type Answer =
  | {
      readonly isolab: 1;
      readonly id: RequestId;
      readonly ok: true;
      readonly result:
        | { readonly files: ProjectFiles }
        | SentResponse
        | DispatchResult
        | readonly RuntimeEvent[]
        | string
        | undefined;
    }
  | { readonly isolab: 1; readonly id: RequestId; readonly ok: false; readonly error: SentError };

/** What an embed tells the page around it unasked, or asked for by `subscribe`. */
export type Told =
  /** CSS pixels that it would fill. */
  | { readonly type: 'isolab:height'; readonly height: number }
  /** The reader ran what is open: what runs it may be called now. */
  | { readonly type: 'isolab:started' }
  | { readonly type: 'isolab:event'; readonly event: RuntimeEvent };

export type ReadMessage =
  /** Not for us, or nobody could tell which answer is to it. */
  | { readonly is: 'none' }
  | { readonly is: 'refused'; readonly id: RequestId; readonly error: SentError }
  | { readonly is: 'call'; readonly id: RequestId; readonly call: Call };

/** Reads what came from the page around. Nothing of it is believed before its schema has passed it. */
export function readMessage(data: unknown): ReadMessage {
  const envelope = v.safeParse(Envelope, data);
  if (!envelope.success) return { is: 'none' };
  const { id, method, args } = envelope.output;
  if (!METHODS.includes(method)) {
    return refused(id, `There is no such method. There are ${METHODS.join(', ')}.`);
  }
  const call = v.safeParse(Call, { method, args });
  if (call.success) return { is: 'call', id, call: call.output };
  const [issue] = call.issues;
  const path = v.getDotPath(issue);
  return refused(
    id,
    `${method}() cannot be called so${path ? `, at ${path}` : ''}: ${issue.message}`,
  );
}

function refused(id: RequestId, message: string): ReadMessage {
  return { is: 'refused', id, error: { name: 'TypeError', message } };
}

function sizeOf(files: Readonly<Record<string, string | Uint8Array>>): number {
  return Object.entries(files).reduce((sum, [path, { length }]) => sum + path.length + length, 0);
}
