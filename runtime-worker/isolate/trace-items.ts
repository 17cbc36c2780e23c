/**
 * What a tail consumer gets: the classes of workerd (src/workerd/api/trace.h), whose objects have
 * properties of their own that cannot be assigned.
 */
import type { Trace, TracedEvent } from '../protocol';
import { illegalConstructor } from './illegal-constructor';
import { illegalInvocation } from './illegal-invocation';
import { redactHeader, redactUrl } from './redaction';

// Taken before user code can replace them.
const { parse } = JSON;
const { create, defineProperty, entries, fromEntries } = Object;

type FetchDetails = Extract<TracedEvent, { type: 'fetch' }>;

const prototypes = new Map<string, object>();
const details = new WeakMap<object, FetchDetails>();

/** In the order in which workerd has the properties. */
export function traceItem(trace: Trace): object {
  return made('TraceItem', {
    // A workerd that is told no limits measures neither.
    wallTime: 0,
    cpuTime: 0,
    truncated: trace.truncated,
    executionModel: 'stateless',
    outcome: trace.outcome,
    durableObjectId: undefined,
    preview: undefined,
    tailAttributes: undefined,
    scriptTags: undefined,
    dispatchNamespace: undefined,
    scriptVersion: undefined,
    entrypoint: trace.entrypoint,
    // Only Cloudflare tells it.
    scriptName: null,
    diagnosticsChannelEvents: trace.diagnostics.map(({ message, channel, timestamp }) =>
      made('TraceDiagnosticChannelEvent', { message, channel, timestamp }),
    ),
    exceptions: trace.exceptions.map(({ stack, name, message, timestamp }) =>
      made('TraceException', { stack, name, message, timestamp }),
    ),
    logs: trace.logs.map(logItem),
    eventTimestamp: trace.timestamp,
    event: eventItem(trace.event),
  });
}

function logItem({ json, errors, level, timestamp }: Trace['logs'][number]): object {
  const message = valuesIn(json);
  const errorInfo =
    errors.size === 0 || !Array.isArray(message)
      ? undefined
      : message.map((_, index) => errors.get(index) ?? null);
  return made('TraceLog', { errorInfo, message, level, timestamp });
}

/** What a producer says is JSON may be none. */
function valuesIn(json: string): unknown {
  try {
    return parse(json);
  } catch {
    return json;
  }
}

function eventItem(event: TracedEvent): object {
  switch (event.type) {
    case 'fetch': {
      const { status } = event;
      return made('FetchEventInfo', {
        request: requestItem(event, true),
        response: status === undefined ? undefined : made('Response', { status }),
      });
    }
    case 'rpc':
      return made('JsRpcEventInfo', { rpcMethod: event.rpcMethod });
    case 'scheduled':
      return made('ScheduledEventInfo', { cron: event.cron, scheduledTime: event.scheduledTime });
    case 'queue':
      return made('QueueEventInfo', { batchSize: event.batchSize, queue: event.queue });
    case 'tail': {
      const consumedEvents = Array.from({ length: event.consumed }, () =>
        made('TailItem', { scriptName: null }),
      );
      return made('TailEventInfo', { consumedEvents });
    }
    case 'test':
      return made('CustomEventInfo', {});
  }
}

function requestItem(event: FetchDetails, redacted: boolean): object {
  const { method, url, headers, cf } = event;
  const item = made('Request', {
    url: redacted ? redactUrl(url) : url,
    method,
    headers: fromEntries(
      headers.map(([name, value]) => [name, redacted ? redactHeader(name, value) : value]),
    ),
    cf: cf === undefined ? undefined : parse(cf),
  });
  details.set(item, event);
  return item;
}

function getUnredacted(this: object): object {
  const event = details.get(this);
  if (event) return requestItem(event, false);
  throw illegalInvocation();
}

function made(name: string, properties: Readonly<Record<string, unknown>>): object {
  const item: object = create(prototypeOf(name));
  for (const [property, value] of entries(properties)) {
    defineProperty(item, property, { value, enumerable: true, configurable: true });
  }
  return item;
}

function prototypeOf(name: string): object {
  const known = prototypes.get(name);
  if (known) return known;
  const own = name === 'Request' ? { getUnredacted } : {};
  const { prototype } = illegalConstructor(name, own);
  prototypes.set(name, prototype);
  return prototype;
}
