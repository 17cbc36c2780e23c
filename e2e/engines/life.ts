import type { RuntimeEvent } from '../../runtime-worker/index';
import type { Data, Visit } from './visit';

/** A machine that is busy with something else is no endless loop. */
export const PATIENT = { cpu_ms: 30_000 };

/** `window.isolab` in a page that journeys share, each with a worker service of its own. */
export class Life {
  readonly visit: Visit;
  readonly service: string;
  readonly #since: number;

  /** @param since How many events there were before. */
  constructor(visit: Visit, service: string, since: number) {
    this.visit = visit;
    this.service = service;
    this.#since = since;
  }

  /** The text of a `wrangler.jsonc` of this service. */
  configuration(more: Record<string, Data> = {}): string {
    return JSON.stringify({ name: this.service, limits: PATIENT, ...more });
  }

  /** Opens a project of one JavaScript module. */
  openWorker(source: string, configuration: Record<string, Data> = {}): Promise<void> {
    const wrangler = this.configuration(configuration);
    return this.visit.open({ 'worker.js': source, 'wrangler.jsonc': wrangler });
  }

  fetch(path: string) {
    return this.visit.fetch(path);
  }

  fetchAll(paths: readonly string[]) {
    return this.visit.fetchAll(paths);
  }

  /** What happened to this service. */
  async events(): Promise<RuntimeEvent[]> {
    const events = await this.visit.events();
    return events.slice(this.#since).filter(({ service }) => service === this.service);
  }

  async eventsOf<Type extends RuntimeEvent['type']>(
    type: Type,
  ): Promise<Extract<RuntimeEvent, { type: Type }>[]> {
    const events = await this.events();
    return events.filter(
      (event): event is Extract<RuntimeEvent, { type: Type }> => event.type === type,
    );
  }
}
