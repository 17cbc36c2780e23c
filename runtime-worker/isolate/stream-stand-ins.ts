/**
 * What stands in where the engine's streams are not whole, as WebKit's: there they cannot be iterated, and
 * there are no byte streams. Imported before all else: others take what they use of the global object.
 */
import { illegalConstructor } from './illegal-constructor';

const NO_BYTE_STREAMS =
  "This browser's engine has no byte streams, so nothing is read into a buffer of yours (mode: 'byob'). Read with getReader() and no mode, or open this page in a browser that has them: Chrome, Edge or Firefox.";

if (!('ReadableByteStreamController' in globalThis)) standInForByteStreams();
if (!(Symbol.asyncIterator in ReadableStream.prototype)) makeIterable();

/** A stream of bytes is an ordinary one, whose chunks are bytes; the reader that fills a buffer is refused. */
function standInForByteStreams(): void {
  for (const name of [
    'ReadableByteStreamController',
    'ReadableStreamBYOBReader',
    'ReadableStreamBYOBRequest',
  ]) {
    define(globalThis, name, illegalConstructor(name));
  }
  const Native = ReadableStream;
  const { getReader } = Native.prototype;
  const streams = new Proxy(Native, {
    construct(target, [source, strategy]: unknown[], newTarget) {
      if (!isObject(source) || Reflect.get(source, 'type') !== 'bytes') {
        return Reflect.construct(target, [source, strategy], newTarget);
      }
      const ordinary = new Proxy(source, {
        get: (of, name) => (name === 'type' ? undefined : Reflect.get(of, name)),
      });
      // A byte stream asks for nothing before somebody reads, unless it is told otherwise.
      return Reflect.construct(target, [ordinary, strategy ?? { highWaterMark: 0 }], newTarget);
    },
  });
  define(globalThis, 'ReadableStream', streams);
  define(Native.prototype, 'constructor', streams);
  define(
    Native.prototype,
    'getReader',
    function (this: ReadableStream, options?: ReadableStreamGetReaderOptions): unknown {
      if (options?.mode === 'byob') throw new DOMException(NO_BYTE_STREAMS, 'NotSupportedError');
      return Reflect.apply(getReader, this, [options]);
    },
  );
}

function makeIterable(): void {
  const { prototype } = ReadableStream;
  define(prototype, 'values', values);
  define(prototype, Symbol.asyncIterator, values);
}

/** @see https://streams.spec.whatwg.org/#rs-asynciterator */
function values(
  this: ReadableStream,
  { preventCancel = false }: ReadableStreamIteratorOptions = {},
): AsyncGenerator<unknown> {
  return chunksOf(this.getReader(), preventCancel);
}

async function* chunksOf(
  reader: ReadableStreamDefaultReader<unknown>,
  preventCancel: boolean,
): AsyncGenerator<unknown> {
  let over = false;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        over = true;
        throw error;
      });
      over = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!over && !preventCancel) await reader.cancel();
    reader.releaseLock();
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function define(holder: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(holder, name, { value, configurable: true, writable: true });
}
