import * as v from 'valibot';
import frameSource from '../network/frame.ts?script';
import { FromNetwork, type NetworkInit, type ToNetwork } from '../network-protocol';

/** Whoever waits for something from the network. */
export interface NetworkListener {
  /** Returns whether the message makes sense at this point. */
  receive(message: FromNetwork): boolean;
  /** The network was switched off. */
  lost(): void;
}

/** What is asked of the network, before it has its number. */
export type NetworkFetch = Omit<Extract<ToNetwork, { type: 'fetch' }>, 'type' | 'id'>;

/** How to go on with something that was asked of the network. */
export interface NetworkExchange {
  grant(bytes: number): void;
  cancel(): void;
}

/**
 * A frame of an opaque origin whose policy allows connections, and which runs no code of a project.
 * Imported only by `import()`: most visits never switch the network on.
 */
export class NetworkFrame {
  readonly #port: MessagePort;
  readonly #element: HTMLIFrameElement;
  readonly #listeners = new Map<number, NetworkListener>();
  readonly #begin: (event: MessageEvent) => void;
  #last = 0;
  #closed = false;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => this.#receive(data);
    const element = document.createElement('iframe');
    this.#element = element;
    element.setAttribute('sandbox', 'allow-scripts');
    element.title = 'Isolab network';
    element.ariaHidden = 'true';
    element.tabIndex = -1;
    element.hidden = true;
    element.src = new URL('network.html', document.baseURI).href;
    this.#begin = ({ source, data }) => {
      if (source !== element.contentWindow || data?.type !== 'isolab.network.ready') return;
      removeEventListener('message', this.#begin);
      const init: NetworkInit = { type: 'isolab.network', frame: frameSource };
      // An opaque origin has no name: the message can only be addressed to whoever is in the frame.
      element.contentWindow?.postMessage(init, '*', [port2]);
    };
    addEventListener('message', this.#begin);
    document.body.append(element);
  }

  /** @returns How to go on with it; `undefined` where the frame is closed. */
  fetch(asked: NetworkFetch, listener: NetworkListener): NetworkExchange | undefined {
    if (this.#closed) return undefined;
    this.#last += 1;
    const id = this.#last;
    this.#listeners.set(id, listener);
    this.#tell({ type: 'fetch', id, ...asked });
    return {
      grant: (bytes) => this.#tell({ type: 'grant', id, bytes }),
      cancel: () => {
        if (this.#listeners.delete(id)) this.#tell({ type: 'cancel', id });
      },
    };
  }

  /** What is under way is lost. */
  close(): void {
    this.#closed = true;
    removeEventListener('message', this.#begin);
    this.#port.close();
    this.#element.remove();
    for (const listener of this.#listeners.values()) listener.lost();
    this.#listeners.clear();
  }

  #tell(message: ToNetwork): void {
    this.#port.postMessage(message);
  }

  #receive(data: unknown): void {
    const parsed = v.safeParse(FromNetwork, data);
    if (!parsed.success) return;
    const { output: message } = parsed;
    const listener = this.#listeners.get(message.id);
    if (!listener) return;
    const last =
      message.type === 'ended' ||
      message.type === 'failed' ||
      (message.type === 'responded' && !message.body);
    if (last) this.#listeners.delete(message.id);
    if (!listener.receive(message)) {
      this.#listeners.delete(message.id);
      listener.lost();
    }
  }
}
