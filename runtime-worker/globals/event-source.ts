/**
 * `EventSource`: events out of a stream of text, as a server sends them.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
import { placeClasses, platform } from './place';

// Taken before user code can replace it.
const later: (callback: () => void) => unknown = setTimeout;

const STATE = { CONNECTING: 0, OPEN: 1, CLOSED: 2 } as const;

type Handler = ((event: Event) => unknown) | null;

class EventSource extends EventTarget {
  readonly #url: string;
  #state: number = STATE.CONNECTING;
  #lastEventId = '';
  readonly #handlers = new Map<string, { handler: Handler; listener: EventListener }>();
  #reader: ReadableStreamDefaultReader<string> | undefined;

  constructor(...[url, options]: unknown[]) {
    super();
    if (url === undefined) {
      throw new TypeError(
        "Failed to construct 'EventSource': constructor parameter 1 is not of type 'string'.",
      );
    }
    const stream = url instanceof ReadableStream ? url : undefined;
    this.#url = stream ? '' : absolute(`${url}`);
    void this.#run(stream ?? opened(this.#url, options));
  }

  /** Reads the events of a stream instead of a server's. */
  static from(stream: unknown): EventSource {
    if (!(stream instanceof ReadableStream)) {
      throw new TypeError(
        "Failed to execute 'from' on 'EventSource': parameter 1 is not of type 'JsReadableStream'.",
      );
    }
    return new EventSource(stream);
  }

  get url(): string {
    return this.#url;
  }

  get withCredentials(): boolean {
    return false;
  }

  get readyState(): number {
    return this.#state;
  }

  close(): void {
    this.#state = STATE.CLOSED;
    void this.#reader?.cancel().catch(() => {});
  }

  get onopen(): Handler {
    return this.#handler('open');
  }
  set onopen(handler: Handler) {
    this.#handle('open', handler);
  }
  get onmessage(): Handler {
    return this.#handler('message');
  }
  set onmessage(handler: Handler) {
    this.#handle('message', handler);
  }
  get onerror(): Handler {
    return this.#handler('error');
  }
  set onerror(handler: Handler) {
    this.#handle('error', handler);
  }

  #handler(type: string): Handler {
    return this.#handlers.get(type)?.handler ?? null;
  }

  #handle(type: string, handler: Handler): void {
    const before = this.#handlers.get(type);
    if (before) this.removeEventListener(type, before.listener);
    const listener = (event: Event) => handler?.(event);
    this.#handlers.set(type, { handler, listener });
    if (typeof handler === 'function') this.addEventListener(type, listener);
  }

  async #run(source: ReadableStream<BufferSource> | Promise<ReadableStream<BufferSource>>) {
    const dispatch = platform.bindToFrame((event: Event) => this.dispatchEvent(event));
    const report = platform.bindToFrame((error: Error) => {
      later(() => {
        throw error;
      });
    });
    try {
      const wasOpen = source instanceof ReadableStream;
      if (wasOpen) this.#state = STATE.OPEN;
      const stream = await source;
      this.#state = STATE.OPEN;
      this.#reader = stream.pipeThrough(new TextDecoderStream()).getReader();
      if (!wasOpen) dispatch(new Event('open'));
      let rest = '';
      let lines: string[] = [];
      for (;;) {
        const { done, value } = await this.#reader.read();
        if (done || this.#state === STATE.CLOSED) break;
        const parts = (rest + value).split(/\r\n|\n|\r(?!$)/);
        rest = parts.pop() ?? '';
        for (const line of parts) {
          if (line !== '') lines.push(line);
          else {
            const event = this.#eventOf(lines);
            lines = [];
            if (event) dispatch(event);
          }
        }
      }
    } catch {
      // The same as an end.
    }
    if (this.#state === STATE.CLOSED) return;
    this.#state = STATE.CLOSED;
    const error = new Error('The server disconnected.');
    dispatch(new ErrorEvent('error', { message: error.message, error }));
    report(error);
  }

  #eventOf(lines: readonly string[]): Event | undefined {
    const data: string[] = [];
    let type = 'message';
    for (const line of lines) {
      const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
      if (name === 'data') data.push(value);
      if (name === 'event') type = value || 'message';
      if (name === 'id' && !value.includes('\0')) this.#lastEventId = value;
    }
    if (data.length === 0) return undefined;
    return new MessageEvent(type, { data: data.join('\n'), lastEventId: this.#lastEventId });
  }
}

async function opened(url: string, options: unknown): Promise<ReadableStream<BufferSource>> {
  const { fetcher = globalThis } = Object(options);
  const response: Response = await fetcher.fetch(url, {
    headers: { accept: 'text/event-stream', 'cache-control': 'no-cache' },
  });
  const { body } = response;
  if (!response.ok || !body) throw new Error(`The server answered with ${response.status}.`);
  return body;
}

function absolute(url: string): string {
  if (URL.canParse(url)) return new URL(url).href;
  throw new DOMException(
    `Cannot open an EventSource to '${url}'. The URL is invalid.`,
    'SyntaxError',
  );
}

for (const [name, value] of Object.entries(STATE)) {
  for (const holder of [EventSource, EventSource.prototype]) {
    Object.defineProperty(holder, name, { value, enumerable: true });
  }
}
placeClasses({ EventSource });
