import type { Arrival } from './arrival';
import type { Client } from './client';
import type { Visit } from './house';
import { NetworkFrame } from './network-frame';
import { NetworkRequest } from './network-request';
import type { IsolateStamp } from './request';

/** The real network while it is switched on. Imported only by `import()`: most visits never do. */
export class OpenNetwork {
  readonly #frame = new NetworkFrame();

  /** Has it answer a subrequest, unless nobody waits for it any more. */
  fire(visit: Visit, by: IsolateStamp, arrival: Arrival, client: Client<unknown>): void {
    if (arrival.signal?.aborted) return;
    void new NetworkRequest({ frame: this.#frame, visit, by }, arrival, client).send(arrival);
  }

  /** What is under way is lost. */
  close(): void {
    this.#frame.close();
  }
}
