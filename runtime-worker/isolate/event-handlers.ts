import type { EventMessage, FetchEventMessage, QueueResult } from '../protocol';
import type { IoContext } from './io-context';
import type { Tell } from './tell';
import { traceItem } from './trace-items';

type NonFetchMessage = Exclude<EventMessage, FetchEventMessage | { readonly type: 'rpc' }>;

/** What a handler of an event other than `fetch` gets first: a controller, a batch, or what was traced. */
export function handlerArgument(event: NonFetchMessage, context: IoContext, tell: Tell): object {
  const { request } = context;
  switch (event.type) {
    case 'scheduled':
      return new ScheduledController(event.scheduledTime, event.cron, () =>
        tell({ type: 'noRetry', request }),
      );
    case 'queue': {
      const fates = new Fates();
      context.beforeSettled = () => tell({ type: 'queueResult', request, result: fates.result() });
      return new QueueController(event, fates);
    }
    case 'test':
      return new TestController();
    case 'tail':
      return event.traces.map(traceItem);
  }
}

class TestController {}

class ScheduledController {
  readonly scheduledTime: number;
  readonly cron: string;
  readonly #noRetry: () => void;

  constructor(scheduledTime: number, cron: string, noRetry: () => void) {
    this.cron = cron;
    this.scheduledTime = scheduledTime;
    this.#noRetry = noRetry;
  }

  noRetry(): void {
    this.#noRetry();
  }
}

interface Retry {
  readonly retry: true;
  readonly delaySeconds: number | undefined;
}

/**
 * What a batch's handler says of its messages. The first word counts: of a message, and of the batch.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/queue.c%2B%2B
 */
class Fates {
  #all: 'ack' | Retry | undefined;
  readonly #each = new Map<string, 'ack' | Retry>();

  setAll(fate: 'ack' | Retry): void {
    this.#all ??= fate;
  }

  set(id: string, fate: 'ack' | Retry): void {
    if (this.#all === undefined && !this.#each.has(id)) this.#each.set(id, fate);
  }

  result(): QueueResult {
    const all = this.#all;
    const each = [...this.#each];
    return {
      ackAll: all === 'ack',
      retryBatch: {
        retry: all !== undefined && all !== 'ack',
        ...(typeof all === 'object' && delayOf(all)),
      },
      explicitAcks: each.flatMap(([id, fate]) => (fate === 'ack' ? [id] : [])),
      retryMessages: each.flatMap(([msgId, fate]) =>
        fate === 'ack' ? [] : [{ msgId, ...delayOf(fate) }],
      ),
    };
  }
}

function delayOf({ delaySeconds }: Retry): { delaySeconds?: number } {
  return delaySeconds === undefined ? {} : { delaySeconds };
}

/** @throws {TypeError} as workerd does. */
function retryOf(options: unknown, Class: string, method: string): Retry {
  if (options === undefined) return { retry: true, delaySeconds: undefined };
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(
      `Failed to execute '${method}' on '${Class}': parameter 1 is not of type 'QueueRetryOptions'.`,
    );
  }
  const delay: unknown = Reflect.get(options, 'delaySeconds');
  // As Web IDL makes a `long` of it.
  return { retry: true, delaySeconds: delay === undefined ? undefined : Number(delay) | 0 };
}

type Given = Extract<EventMessage, { type: 'queue' }>['messages'][number];

class QueueMessage {
  readonly attempts: number;
  readonly body: unknown;
  readonly timestamp: Date;
  readonly id: string;
  readonly #fates: Fates;

  constructor({ id, timestamp, body, attempts }: Given, fates: Fates) {
    this.attempts = attempts;
    this.body = body;
    this.timestamp = new Date(timestamp);
    this.id = id;
    this.#fates = fates;
  }

  retry(options?: unknown): void {
    this.#fates.set(this.id, retryOf(options, 'QueueMessage', 'retry'));
  }

  ack(): void {
    this.#fates.set(this.id, 'ack');
  }
}

class QueueController {
  readonly metadata = { metrics: { backlogCount: 0, backlogBytes: 0 } };
  readonly queue: string;
  readonly messages: readonly QueueMessage[];
  readonly #fates: Fates;

  constructor({ queue, messages }: Extract<EventMessage, { type: 'queue' }>, fates: Fates) {
    this.queue = queue;
    this.messages = messages.map((message) => new QueueMessage(message, fates));
    this.#fates = fates;
  }

  retryAll(options?: unknown): void {
    this.#fates.setAll(retryOf(options, 'QueueController', 'retryAll'));
  }

  ackAll(): void {
    this.#fates.setAll('ack');
  }
}

// The names that user code sees must survive the build.
const NAMES = { ScheduledController, QueueMessage, QueueController, TestController };
for (const [name, Class] of Object.entries(NAMES)) {
  Object.defineProperty(Class, 'name', { value: name });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: name });
}
