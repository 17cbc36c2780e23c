import type { RuntimeEvent } from '../events';

/** `Omit` that keeps the members of a union apart. */
type OmitEach<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An event before it got its time. */
export type EventToAppend = OmitEach<RuntimeEvent, 'at'>;

/** Everything that happened, oldest first, and who wants to hear of it. */
export class EventLog {
  readonly #events: RuntimeEvent[] = [];
  readonly #listeners = new Set<(event: RuntimeEvent) => void>();

  /** The list itself: it grows in place. */
  get events(): readonly RuntimeEvent[] {
    return this.#events;
  }

  /** Stamps the event with the time, which never decreases, and tells every listener. */
  append(event: EventToAppend): void {
    const at = Math.max(performance.now(), this.#events.at(-1)?.at ?? 0);
    // Spreading a union with one more field gives the union back; TypeScript cannot see that.
    const stamped = { ...event, at } as RuntimeEvent;
    this.#events.push(stamped);
    for (const listener of this.#listeners) callListener(listener, stamped);
  }

  subscribe(listener: (event: RuntimeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** A listener that throws must not stop the others, nor the isolate's life that is being told. */
function callListener(listener: (event: RuntimeEvent) => void, event: RuntimeEvent): void {
  try {
    listener(event);
  } catch (error) {
    reportError(error);
  }
}
