import { requireHandler } from '../global-scope';
import type { IoContext } from '../io-context';
import { currentRequest, requireSameRequest } from '../request-ownership';
import { isFormData, type WorkerFormData } from './form-data';
import { isHeaders } from './headers';
import { dress, isObject } from './interface';
import { parseForm, serializeForm } from './multipart';

// Taken before user code can replace them, and before the Workers API takes their places.
const NativeResponse = Response;
const NativeStream = ReadableStream;
const NativeBlob = Blob;
const NativeBytes = Uint8Array;
const NativeBuffer = ArrayBuffer;
const NativeSearchParams = URLSearchParams;
const { isView } = ArrayBuffer;
const { parse } = JSON;
const encoder = new TextEncoder();
const encode = encoder.encode.bind(encoder);

type Bytes = Uint8Array<ArrayBuffer>;
type ByteStream = ReadableStream<Bytes>;

/** What a body is made of: all of it at once, or a stream. */
type Source =
  | { readonly content: Bytes | Blob; readonly owner: IoContext | undefined }
  | { readonly stream: ByteStream; readonly owner: IoContext | undefined };

/** The largest piece that the stream of a body in memory gives, in bytes; as workerd's. */
const PIECE = 4096;

const USED =
  'Body has already been used. It can only be used once. Use tee() first if you need to read it twice.';

/** What the runtime does to a body, and user code cannot. */
interface BodyAccess {
  /**
   * Gives a body what was given for it. Returns the type to send it with.
   * @param owner The request that may read what is in memory; by default the one that is current.
   */
  fill(body: WorkerBody, init: unknown, owner?: IoContext): string | null;
  /** Gives a body a stream that only `owner` may read. */
  fillFromIo(body: WorkerBody, stream: ByteStream, owner: IoContext | undefined): void;
  /** Gives `to` what `from` has, which is used then. */
  move(from: WorkerBody, to: WorkerBody): void;
  /** Gives `to` a copy of what `from` has. */
  copy(from: WorkerBody, to: WorkerBody): void;
  exists(body: WorkerBody): boolean;
  /** Whether it was made of a stream: its length is unknown, and it can be read once. */
  isStream(body: WorkerBody): boolean;
  /** Takes an empty body away. Returns whether there is none now. */
  dropEmpty(body: WorkerBody): boolean;
  /**
   * What is to be sent of it, which uses it.
   * @throws {TypeError} where it was used before.
   */
  take(body: WorkerBody): ByteStream | null;
}

// Set by the class, as only it sees its fields; its statics would be the user's too.
export let isBody: (value: unknown) => value is WorkerBody;
export let bodyAccess: BodyAccess;

/**
 * What Request and Response share.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/http.c%2B%2B
 */
export class WorkerBody {
  #source: Source | null = null;
  /** The stream of a body that is in memory, once somebody asked for it. */
  #opened: ByteStream | undefined;
  /** The browser's own Response of the stream: it knows whether anybody read of it. */
  #witness: Response | undefined;
  #consumed = false;

  static {
    isBody = (value) => isObject(value) && #source in value;
    bodyAccess = {
      fill(body, init, owner = currentRequest()) {
        if (init === undefined || init === null) return null;
        const stream = streamOf(init);
        if (stream) {
          body.#setStream(stream, undefined);
          return null;
        }
        requireHandler();
        const { content, type } = contentOf(init);
        body.#source = { content, owner };
        return type;
      },
      fillFromIo(body, stream, owner) {
        body.#setStream(stream, owner);
      },
      move(from, to) {
        if (from.bodyUsed) throw new TypeError('Cannot reconstruct a Request with a used body.');
        if (from.#stream?.locked) {
          throw new TypeError('The ReadableStream has been locked to a reader.');
        }
        to.#source = from.#source;
        to.#opened = from.#opened;
        to.#witness = from.#witness;
        from.#consumed = from.#source !== null;
      },
      copy(from, to) {
        if (!from.#source) return;
        requireHandler();
        const stream = from.#stream;
        if (from.#consumed || stream?.locked) {
          throw new TypeError('This ReadableStream is currently locked to a reader,');
        }
        const { owner } = from.#source;
        if (!stream) {
          to.#source = from.#source;
          return;
        }
        const [its, mine] = stream.tee();
        from.#setStream(mine, owner);
        to.#setStream(its, owner);
      },
      exists: (body) => body.#source !== null,
      isStream: (body) => body.#source !== null && 'stream' in body.#source,
      dropEmpty(body) {
        const { content } = { content: undefined, ...body.#source };
        if (body.#source && !content) return false;
        if (content instanceof NativeBlob ? content.size > 0 : content?.byteLength) return false;
        body.#source = null;
        return true;
      },
      take(body) {
        if (body.bodyUsed) throw new TypeError(USED);
        if (!body.#source) return null;
        body.#consumed = true;
        if (body.#stream) return body.#stream.locked ? lockedStream() : body.#stream;
        const { content } = body.#content;
        return content instanceof NativeBlob ? content.stream() : streamOfBytes(content, Infinity);
      },
    };
  }

  get body(): ByteStream | null {
    if (!this.#source) return null;
    const existing = this.#stream;
    if (existing) return existing;
    const { content } = this.#content;
    const opened = content instanceof NativeBlob ? content.stream() : streamOfBytes(content, PIECE);
    this.#opened = opened;
    this.#witness = witnessOf(opened);
    if (this.#consumed) opened.getReader();
    return opened;
  }

  get bodyUsed(): boolean {
    return this.#consumed || (this.#witness?.bodyUsed ?? false);
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.#consume()).buffer;
  }

  async bytes(): Promise<Bytes> {
    return this.#consume();
  }

  async text(): Promise<string> {
    return new NativeResponse(await this.#consume()).text();
  }

  async json(): Promise<unknown> {
    return parse(await this.text());
  }

  async formData(): Promise<WorkerFormData> {
    const type = typeOf(this);
    return parseForm(await this.#consume(), type);
  }

  async blob(): Promise<Blob> {
    const type = typeOf(this);
    const bytes = await this.#consume();
    return new NativeResponse(
      bytes,
      type === null ? {} : { headers: { 'content-type': type } },
    ).blob();
  }

  get #stream(): ByteStream | undefined {
    return this.#source && 'stream' in this.#source ? this.#source.stream : this.#opened;
  }

  #setStream(stream: ByteStream, owner: IoContext | undefined): void {
    this.#source = { stream, owner };
    this.#opened = undefined;
    this.#witness = witnessOf(stream);
  }

  get #content() {
    if (this.#source && 'content' in this.#source) return this.#source;
    throw new TypeError('This body is a stream.');
  }

  /** All of it, which uses it. */
  async #consume(): Promise<Bytes> {
    if (!this.#source) return new NativeBytes();
    requireHandler();
    if (this.bodyUsed) throw new TypeError(USED);
    const stream = this.#stream;
    if (stream?.locked) {
      throw new TypeError('This ReadableStream is currently locked to a reader.');
    }
    this.#consumed = true;
    requireSameRequest(this.#source.owner, 'ReadableStreamSource>');
    if (stream) return readAll(stream);
    const { content } = this.#content;
    return new NativeBytes(
      content instanceof NativeBlob ? await content.arrayBuffer() : content.slice(),
    );
  }
}

export function dressBody(): void {
  dress(WorkerBody, { name: 'Body', isInstance: isBody });
}

/** The bytes in a chunk of a stream. */
export function bytesOf(chunk: unknown): Bytes | undefined {
  if (chunk instanceof NativeBuffer) return new NativeBytes(chunk);
  if (!isView(chunk)) return undefined;
  // A view of shared memory is copied by whoever uses it.
  return new NativeBytes(chunk.buffer as ArrayBuffer, chunk.byteOffset, chunk.byteLength);
}

function typeOf(body: WorkerBody): string | null {
  const headers: unknown = Reflect.get(body, 'headers');
  return isHeaders(headers) ? headers.get('content-type') : null;
}

function witnessOf(stream: ReadableStream): Response {
  try {
    return new NativeResponse(stream);
  } catch {
    throw new TypeError(
      stream.locked
        ? 'This ReadableStream is locked to a reader, and cannot be used as a body.'
        : 'This ReadableStream is disturbed (has already been read from), and cannot be used as a body.',
    );
  }
}

/** What a client gets of a body that somebody else reads. */
function lockedStream(): ByteStream {
  return new NativeStream({
    start(controller) {
      controller.error(new TypeError('The ReadableStream has been locked to a reader.'));
    },
  });
}

async function readAll(stream: ByteStream): Promise<Bytes> {
  const reader = stream.getReader();
  const chunks: Bytes[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const bytes = bytesOf(value);
    if (!bytes) throw new TypeError('This ReadableStream did not return bytes.');
    chunks.push(bytes.slice());
  }
  return new NativeBytes(await new NativeBlob(chunks).arrayBuffer());
}

/** Strings and what else has a type of its own go before what can be iterated. */
function streamOf(init: unknown): ByteStream | undefined {
  // What its chunks are is seen when they are read.
  if (init instanceof NativeStream) return init as ByteStream;
  if (!isObject(init) || hasTypeOfItsOwn(init)) return undefined;
  const iterate: unknown =
    Reflect.get(init, Symbol.asyncIterator) ?? Reflect.get(init, Symbol.iterator);
  if (typeof iterate !== 'function') return undefined;
  const iterator = Reflect.apply(iterate, init, []);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(await value);
    },
    async cancel(reason) {
      await iterator.return?.(reason);
    },
  });
}

function hasTypeOfItsOwn(init: object): boolean {
  return (
    isView(init) || init instanceof NativeSearchParams || init instanceof String || isFormData(init)
  );
}

function contentOf(init: unknown): { content: Bytes | Blob; type: string | null } {
  const bytes = bytesOf(init);
  if (bytes) return { content: bytes.slice(), type: null };
  if (init instanceof NativeBlob) return { content: init, type: init.type || null };
  if (isFormData(init)) {
    const { blob, type } = serializeForm(init);
    return { content: blob, type };
  }
  const type =
    init instanceof NativeSearchParams ? 'application/x-www-form-urlencoded' : 'text/plain';
  return { content: encode(`${init}`), type: `${type};charset=UTF-8` };
}

function streamOfBytes(bytes: Bytes, piece: number): ByteStream {
  let at = 0;
  return new NativeStream({
    type: 'bytes',
    pull(controller) {
      if (at < bytes.byteLength) controller.enqueue(bytes.slice(at, at + piece));
      at += piece;
      if (at >= bytes.byteLength) {
        controller.close();
        controller.byobRequest?.respond(0);
      }
    },
  });
}
