import type { Outcome } from '../events';
import type { FromNetwork } from '../network-protocol';
import type { Arrival } from './arrival';
import type { Client } from './client';
import { ClientResponse } from './client-response';
import { ownErrorInfo } from './errors';
import type { Visit } from './house';
import type { NetworkExchange, NetworkFrame, NetworkListener } from './network-frame';
import type { IsolateStamp } from './request';
import { ResponseBody } from './response-body';

/** The largest body that is sent, in bytes: browsers cannot stream one everywhere, so it is gathered first. */
const LARGEST_BODY = 64 * 1024 * 1024;

interface From {
  readonly frame: NetworkFrame;
  readonly visit: Visit;
  /** The isolate that asks. */
  readonly by: IsolateStamp;
}

/** A subrequest that the real network answers. It is an event of the isolate that asks. */
export class NetworkRequest implements NetworkListener {
  readonly #from: From;
  readonly #url: string;
  readonly #client: Client<unknown>;
  readonly #stamp: IsolateStamp & { readonly request: string };
  #exchange: NetworkExchange | undefined;
  #body: ResponseBody | undefined;
  #open = true;

  constructor(from: From, arrival: Arrival, client: Client<unknown>) {
    const { visit, by } = from;
    const { summary: event, parent, message, signal } = arrival;
    this.#from = from;
    this.#client = client;
    this.#url = message.type === 'fetch' ? message.url : '';
    this.#stamp = { ...by, request: visit.newId('request') };
    visit.log.append({
      type: 'request.began',
      ...this.#stamp,
      event,
      network: true,
      ...(parent !== undefined && { parent }),
    });
    visit.log.append({ type: 'request.handled', ...this.#stamp });
    signal?.addEventListener('abort', () => this.#leave(), { once: true });
  }

  async send({ message, body, redirect = 'follow' }: Arrival): Promise<void> {
    if (message.type !== 'fetch') return;
    const { method, url, headers } = message;
    try {
      const whole = body ? await gather(body) : null;
      if (!this.#open) return;
      this.#exchange = this.#from.frame.fetch(
        { method, url, headers, body: whole, redirect },
        this,
      );
      if (!this.#exchange) this.lost();
    } catch (error) {
      this.#fail(error instanceof Error ? error : new TypeError(String(error)));
    }
  }

  receive(message: FromNetwork): boolean {
    switch (message.type) {
      case 'responded':
        return !this.#body && this.#respond(message);
      case 'chunk':
        // A structured clone's buffer is never shared: a shared one cannot leave the frame.
        return this.#body?.push(message.bytes as Uint8Array<ArrayBuffer>) ?? false;
      case 'ended':
        if (!this.#body) return false;
        this.#bodyEnded(this.#body);
        return true;
      case 'failed':
        this.#fail(new TypeError(message.why === 'hidden' ? this.#hidden() : this.#unsaid()));
        return true;
    }
  }

  lost(): void {
    this.#fail(new TypeError(`fetch(${JSON.stringify(this.#url)}) failed: the network is off.`));
  }

  #respond(message: Extract<FromNetwork, { type: 'responded' }>): boolean {
    const { status, statusText, headers, url } = message;
    this.#body = message.body
      ? new ResponseBody(
          (bytes) => this.#exchange?.grant(bytes),
          () => this.#leave(),
        )
      : undefined;
    this.#from.visit.log.append({ type: 'request.responded', ...this.#stamp, status });
    const head = { status, statusText, headers, url: url || this.#url };
    this.#client.responded(new ClientResponse(this.#body?.stream ?? null, head));
    if (!this.#body) this.#end('ok');
    return true;
  }

  #bodyEnded(body: ResponseBody): void {
    body.end();
    const { bytes } = body;
    this.#from.visit.log.append({ type: 'request.bodyEnded', ...this.#stamp, bytes });
    this.#end('ok');
  }

  #leave(): void {
    this.#exchange?.cancel();
    this.#end('canceled');
  }

  #fail(error: Error): void {
    this.#body?.fail(error);
    this.#client.failed(error);
    this.#end('exception', error);
  }

  #end(outcome: Outcome, error?: Error): void {
    if (!this.#open) return;
    this.#open = false;
    this.#from.visit.log.append({
      type: 'request.ended',
      ...this.#stamp,
      outcome,
      ...(error && { error: ownErrorInfo(error) }),
    });
  }

  /** Browsers say only that it failed. */
  #unsaid(): string {
    return `fetch(${JSON.stringify(this.#url)}) failed, and the browser does not say why. Most likely ${hostOf(this.#url)} does not let pages of other origins read its answers (CORS), which a Worker on Cloudflare is not bound by; or it cannot be reached. ${INSTEAD}`;
  }

  #hidden(): string {
    return `fetch(${JSON.stringify(this.#url)}) with redirect: "manual" failed: ${hostOf(this.#url)} redirects, and a browser does not say where to. ${INSTEAD}`;
  }
}

const INSTEAD =
  'Let another Worker of the project answer ("isolab": { "outbound": "NAME" } in wrangler.jsonc), or run the project with wrangler dev.';

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** @throws {RangeError} where it is too large. */
async function gather(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > LARGEST_BODY) {
      await reader.cancel();
      throw new RangeError(`A body that goes to the network may have ${LARGEST_BODY} bytes here.`);
    }
    chunks.push(new Uint8Array(next.value));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
