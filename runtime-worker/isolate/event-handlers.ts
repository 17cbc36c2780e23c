import type { EventMessage, FetchEventMessage } from '../protocol';

type NonFetchMessage = Exclude<EventMessage, FetchEventMessage>;

/** What a handler of an event other than `fetch` gets first: a controller or a batch. */
export function handlerArgument(event: NonFetchMessage): object {
  switch (event.type) {
    case 'scheduled':
      return new ScheduledController(event.scheduledTime, event.cron);
    case 'queue':
      return new MessageBatch(event);
    case 'test':
      return {};
  }
}

class ScheduledController {
  readonly scheduledTime: number;
  readonly cron: string;

  constructor(scheduledTime: number, cron: string) {
    this.scheduledTime = scheduledTime;
    this.cron = cron;
  }

  noRetry(): void {}
}

type QueueMessage = Extract<EventMessage, { type: 'queue' }>['messages'][number];

class Message {
  readonly id: string;
  readonly timestamp: Date;
  readonly body: unknown;
  readonly attempts: number;

  constructor({ id, timestamp, body, attempts }: QueueMessage) {
    this.id = id;
    this.timestamp = new Date(timestamp);
    this.body = body;
    this.attempts = attempts;
  }

  ack(): void {}
  retry(): void {}
}

class MessageBatch {
  readonly queue: string;
  readonly messages: readonly Message[];

  constructor({ queue, messages }: Extract<EventMessage, { type: 'queue' }>) {
    this.queue = queue;
    this.messages = messages.map((message) => new Message(message));
  }

  ackAll(): void {}
  retryAll(): void {}
}
