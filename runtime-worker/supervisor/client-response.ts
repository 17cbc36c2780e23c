import type { WorkerResponse } from '../runtime';

/** What a response has beside its body. */
interface ResponseHead {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly url: string;
}

/**
 * The Response that a client gets. Where its body errors, whatever reads it rejects with that very
 * error: Chromium's own `text()`, `json()` … say only "Failed to fetch".
 */
export class ClientResponse extends Response implements WorkerResponse {
  /** Only an upgrade has one. */
  readonly webSocket = null;
  readonly #head: ResponseHead;
  /** The browser's own Response drops `Set-Cookie`; a Headers of its own keeps it. */
  readonly #headers = new Headers();

  /** @throws {TypeError | RangeError} where the head cannot be that of a Response. */
  constructor(body: ReadableStream<Uint8Array<ArrayBuffer>> | null, head: ResponseHead) {
    super(body, { status: head.status, statusText: head.statusText });
    this.#head = head;
    for (const [name, value] of head.headers) this.#headers.append(name, value);
  }

  override get headers(): Headers {
    return this.#headers;
  }

  override get url(): string {
    return this.#head.url;
  }

  override clone(): ClientResponse {
    return new ClientResponse(super.clone().body, { ...this.#head, headers: [...this.#headers] });
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.#whole()).arrayBuffer();
  }

  override async blob(): Promise<Blob> {
    return (await this.#whole()).blob();
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.#whole()).bytes();
  }

  override async formData(): Promise<FormData> {
    return (await this.#whole()).formData();
  }

  override async json(): Promise<unknown> {
    return (await this.#whole()).json();
  }

  override async text(): Promise<string> {
    return (await this.#whole()).text();
  }

  /** A Response of what the body held. */
  async #whole(): Promise<Response> {
    if (this.bodyUsed) throw new TypeError('The body of this response was read before.');
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const reader = this.body?.getReader();
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      chunks.push(next.value);
    }
    return new Response(new Blob(chunks), { headers: this.#headers });
  }
}
