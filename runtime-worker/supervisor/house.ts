import { ISOLATES } from '../bounds';
import type { HouseCounters } from './counters';
import type { EventLog } from './event-log';
import { Sandbox } from './sandbox';
import { Spare } from './spare';

/** What every house of the visit shares. */
export interface Visit {
  readonly log: EventLog;
  readonly counters: HouseCounters;
  /** A fresh id, unique in the visit. */
  readonly newId: (of: 'isolate' | 'request') => string;
}

/** A service, as far as its house cares. */
interface Tenant {
  /** All that have not ended. */
  readonly isolates: readonly { destroy(cause: 'policy', reason: null): void }[];
  /** The sandbox frame died. */
  crash(): void;
}

/**
 * The services that share one sandbox, and so one process: what `workerd` is on one machine. When the
 * process ends, every isolate of every service in it ends too.
 */
export class House {
  readonly visit: Visit;
  readonly #sandbox: Sandbox;
  readonly spare: Spare;
  readonly #services = new Set<Tenant>();

  constructor(visit: Visit) {
    this.visit = visit;
    this.#sandbox = new Sandbox(visit.counters, () => {
      this.spare.lose();
      for (const service of this.#services) service.crash();
    });
    this.spare = new Spare(this.#sandbox);
  }

  add(service: Tenant): void {
    this.#services.add(service);
  }

  /** Whether it has as many isolates as it may: one more would be one thread too many. */
  get isFull(): boolean {
    let isolates = 0;
    for (const service of this.#services) isolates += service.isolates.length;
    return isolates >= ISOLATES;
  }

  /** Ends the process and starts another. `first` ends the isolate that caused it, before all others. */
  restart(first: () => void): void {
    const others = [...this.#services].flatMap((service) => service.isolates);
    this.#sandbox.replace();
    this.spare.lose();
    first();
    for (const isolate of others) isolate.destroy('policy', null);
  }
}
