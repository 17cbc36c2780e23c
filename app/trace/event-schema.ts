import * as v from 'valibot';
import {
  CONSOLE_METHODS,
  type ErrorInfo,
  type RuntimeEvent,
  ValuePreviews,
} from '../../runtime-worker/index';

/*
 * Every field of an event that this page reads, checked: a file may come from anywhere. What else is in
 * there is left out.
 */

/** UTF-16 units. Longer than any URL that a browser takes; more than one line is never shown of it. */
const LONGEST_TEXT = 2 * 1024 * 1024;
const LONGEST_ID = 200;

/** ms: thirty years on the clock of a page. */
const LATEST = 1e12;

/** So many causes of causes, and errors gathered in errors. */
const DEEPEST = 20;
const MOST_GATHERED = 100;

const Text = v.pipe(
  v.string(),
  v.maxLength(LONGEST_TEXT, `Expected at most ${LONGEST_TEXT} characters`),
);
const Id = v.pipe(v.string(), v.maxLength(LONGEST_ID, `Expected at most ${LONGEST_ID} characters`));
const Time = v.pipe(v.number(), v.finite(), v.minValue(-LATEST), v.maxValue(LATEST));
const Length = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LATEST));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Nth = v.pipe(Count, v.minValue(1));

const Position = v.object({ file: Text, line: Count, column: Count });

const described = {
  name: Text,
  message: Text,
  stack: v.exactOptional(Text),
  position: v.exactOptional(Position),
};

/** An error without what is behind it. */
const Flat: v.GenericSchema<unknown, ErrorInfo> = v.object(described);

/** An error, with so many levels of what is behind it. */
const Thrown = Array.from({ length: DEEPEST }).reduce<v.GenericSchema<unknown, ErrorInfo>>(
  (behind) =>
    v.object({
      ...described,
      cause: v.exactOptional(behind),
      errors: v.exactOptional(v.pipe(v.array(behind), v.maxLength(MOST_GATHERED))),
    }),
  Flat,
);

const Failure = v.exactOptional(Thrown);

const Summary = v.variant('type', [
  v.object({ type: v.literal('fetch'), method: Text, url: Text }),
  v.object({ type: v.literal('scheduled'), cron: Text }),
  v.object({ type: v.literal('queue'), queue: Text, messages: Count }),
  v.object({ type: v.literal('test'), entrypoint: Text }),
  v.object({ type: v.literal('rpc'), method: Text }),
  v.object({ type: v.literal('tail'), of: Text }),
]);

const ofIsolate = { at: Time, service: Text, isolate: Id, generation: Nth };
const ofRequest = { ...ofIsolate, request: Id };
const ofTask = { ...ofRequest, task: Nth };
const logged = {
  request: v.exactOptional(Id),
  level: v.picklist(['debug', 'log', 'info', 'warn', 'error']),
  text: Text,
  values: v.exactOptional(ValuePreviews),
  position: v.exactOptional(Position),
};

/** Each kind of event. */
const EVENTS = [
  v.object({
    ...ofIsolate,
    type: v.literal('isolate.created'),
    cause: v.picklist(['first', 'abort', 'condemned', 'edit', 'crash', 'limit']),
    spare: v.exactOptional(v.object({ booting: Length, ready: v.exactOptional(Length) })),
  }),
  v.object({
    ...ofIsolate,
    type: v.literal('startup.began'),
    warnings: v.exactOptional(v.pipe(v.array(Flat), v.maxLength(1000))),
  }),
  v.object({
    ...ofIsolate,
    type: v.literal('startup.ended'),
    outcome: v.picklist(['ok', 'startupFailed', 'aborted', 'crashed']),
    error: Failure,
  }),
  v.object({
    ...ofIsolate,
    type: v.literal('isolate.condemned'),
    cause: v.picklist(['edit', 'exceededMemory', 'policy', 'user']),
  }),
  v.object({
    ...ofIsolate,
    type: v.literal('isolate.aborted'),
    reason: v.nullable(Text),
    cause: v.picklist([
      'abortIsolate',
      'exceededCpu',
      'exceededMemory',
      'crashed',
      'user',
      'policy',
    ]),
    request: v.exactOptional(Id),
    position: v.exactOptional(Position),
  }),
  v.object({ ...ofIsolate, type: v.literal('isolate.memory'), bytes: Count, limit: Count }),
  v.object({ ...ofIsolate, type: v.literal('isolate.delayed'), delay: Length, lingering: Count }),
  v.object({ ...ofIsolate, type: v.literal('isolate.ended') }),
  v.object({
    ...ofRequest,
    type: v.literal('request.began'),
    event: Summary,
    parent: v.exactOptional(Id),
    network: v.exactOptional(v.literal(true)),
  }),
  v.object({ ...ofRequest, type: v.literal('request.moved') }),
  v.object({ ...ofRequest, type: v.literal('request.handled') }),
  v.object({ ...ofRequest, type: v.literal('request.responded'), status: Count }),
  v.object({ ...ofRequest, type: v.literal('request.bodyEnded'), bytes: Count }),
  v.object({
    ...ofRequest,
    type: v.literal('request.ended'),
    outcome: v.picklist([
      'ok',
      'exception',
      'aborted',
      'exceededCpu',
      'exceededMemory',
      'canceled',
      'startupFailed',
      'crashed',
    ]),
    error: Failure,
    reason: v.exactOptional(Text),
  }),
  v.object({ ...ofTask, type: v.literal('waitUntil.began') }),
  v.object({
    ...ofTask,
    type: v.literal('waitUntil.ended'),
    outcome: v.picklist(['ok', 'exception', 'aborted', 'canceled', 'crashed']),
    error: Failure,
  }),
  v.object({ ...ofIsolate, ...logged, type: v.literal('log') }),
  v.object({
    ...ofIsolate,
    ...logged,
    type: v.literal('console'),
    method: v.picklist(CONSOLE_METHODS),
    stack: v.exactOptional(Text),
  }),
  v.object({
    ...ofIsolate,
    type: v.literal('uncaught'),
    kind: v.picklist(['exception', 'rejection', 'reported']),
    request: v.exactOptional(Id),
    error: Thrown,
  }),
] as const;

const AnyEvent = v.variant('type', EVENTS);

const BY_TYPE = new Map<unknown, (typeof EVENTS)[number]>(
  EVENTS.map((schema) => [schema.entries.type.literal, schema]),
);

/**
 * The schema of what is meant to be an event: that of its type. A variant tries one after the other,
 * which took half as long again for a trace of a million events.
 */
export function schemaOfEvent(value: unknown): v.GenericSchema<unknown, RuntimeEvent> {
  const type = typeof value === 'object' && value !== null && 'type' in value && value.type;
  return BY_TYPE.get(type) ?? AnyEvent;
}

type Checked = v.InferOutput<typeof AnyEvent>;

// What passes is an event, and every kind of event can pass; else this does not compile.
true satisfies Checked extends RuntimeEvent ? true : false;
true satisfies RuntimeEvent['type'] extends Checked['type'] ? true : false;
