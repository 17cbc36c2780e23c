import { TAIL_EVENTS, TAILED_BYTES } from '../bounds';
import type { Trace } from '../protocol';
import type { Arrival } from './arrival';
import { type Client, eventClient } from './client';
import { TraceRecorder } from './trace';

/** Whose requests are told of, and to whom. */
export interface Tailed {
  /** Name of the service. */
  readonly service: string;
  /** Names of the services that hear of its requests. */
  readonly consumers: readonly string[];
  /** Fires an event at such a service, where the project still has it. */
  readonly fire: (consumer: string, arrival: Arrival, client: Client<unknown>) => void;
}

/**
 * Tells those who tail a service of each of its requests once that ended, in an event of its own. What
 * becomes of that event never touches the request. Where consumers do not keep up, some are not told.
 */
export class Tails {
  /** What is on its way to consumers. */
  #bytes = 0;
  #events = 0;

  /**
   * Starts to record a request, if anybody is to hear of it.
   * @param id The request's.
   */
  record(tailed: Tailed, id: string, arrival: Arrival): TraceRecorder | undefined {
    const consumers = tailed.consumers.filter(
      (consumer) => !tellsItself(arrival, tailed, consumer),
    );
    if (consumers.length === 0) return undefined;
    return new TraceRecorder(arrival, (trace, bytes) => {
      for (const consumer of consumers) {
        if (this.#events >= TAIL_EVENTS || this.#bytes + bytes > TAILED_BYTES) return;
        const told = tailArrival(trace, tailed.service, id, arrival);
        tailed.fire(consumer, told, this.#client(bytes));
      }
    });
  }

  #client(bytes: number): Client<unknown> {
    this.#events += 1;
    this.#bytes += bytes;
    const client = eventClient();
    return {
      ...client,
      ended: (ending) => {
        this.#events -= 1;
        this.#bytes -= bytes;
        client.ended(ending);
      },
    };
  }
}

/** A service that tails itself does not hear of the events that tell it of itself: there would be no end. */
function tellsItself({ summary }: Arrival, { service }: Tailed, consumer: string): boolean {
  return consumer === service && summary.type === 'tail' && summary.of === service;
}

function tailArrival(trace: Trace, of: string, parent: string, { depth = 0 }: Arrival): Arrival {
  return {
    message: { type: 'tail', entrypoint: undefined, traces: [trace] },
    summary: { type: 'tail', of },
    parent,
    // What a consumer fires at its producer is told of again: that comes to an end.
    depth: depth + 1,
  };
}
