import type { Arrival } from './arrival';
import type { Client } from './client';
import type { Visit } from './house';
import type { OpenNetwork } from './open-network';
import type { IsolateStamp } from './request';

/** The real network. There is none, and nothing of it is loaded, until a visitor switches it on. */
export class Network {
  #open: Promise<OpenNetwork> | undefined;

  get isOn(): boolean {
    return this.#open !== undefined;
  }

  switchOn(): void {
    this.#open ??= import('./open-network').then(({ OpenNetwork }) => new OpenNetwork());
    // Whoever asks it for something is told.
    this.#open.catch(() => {});
  }

  /** What is under way is lost. */
  switchOff(): void {
    this.#open?.then((open) => open.close()).catch(() => {});
    this.#open = undefined;
  }

  /**
   * Has it answer a subrequest, which is an event of the isolate that asks.
   * @throws {TypeError} where it is off.
   */
  fire(visit: Visit, by: IsolateStamp, arrival: Arrival, client: Client<unknown>): void {
    if (arrival.message.type !== 'fetch') throw new TypeError('The network answers only fetch().');
    const { url } = arrival.message;
    if (!this.#open) {
      throw new TypeError(
        `${failed(url)}: a worker in this playground has no network. Let another Worker of the project answer ("isolab": { "outbound": "NAME" } in wrangler.jsonc, the Worker in workers/NAME/), or switch the network on for this visit in the page's Isolate menu.`,
      );
    }
    this.#open.then(
      (open) => open.fire(visit, by, arrival, client),
      () =>
        client.failed(
          new TypeError(
            `${failed(url)}: what reaches the network could not be loaded. Switch the network off and on again in the page's Isolate menu.`,
          ),
        ),
    );
  }
}

const failed = (url: string) => `fetch(${JSON.stringify(url)}) failed`;
