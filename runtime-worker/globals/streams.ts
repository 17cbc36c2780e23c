/** What the streams of workerd have beyond the browser's, and its words for what streams refuse. */

type Words = readonly (readonly [pattern: RegExp, message: string])[];

const LOCKED = 'This ReadableStream is currently locked to a reader.';
const FORMAT = "The compression format must be either 'deflate', 'deflate-raw' or 'gzip'.";

/** By class and method: what the browser says, and what workerd says. */
const WORDS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  ReadableStream: {
    getReader: [
      [/not yet locked|locked/, LOCKED],
      [/non-byte|byte stream/, 'This ReadableStream does not support BYOB reads.'],
      [/mode|enum/, "mode must be undefined or 'byob' in call to getReader()."],
    ],
    cancel: [[/locked/, LOCKED]],
    tee: [[/locked/, LOCKED.replace('.', ',')]],
    pipeTo: [[/locked/, LOCKED]],
  },
  ReadableStreamDefaultReader: {
    read: [[/released|unowned/, 'This ReadableStream reader has been released.']],
  },
  ReadableStreamBYOBReader: {
    read: [[/released|unowned/, 'This ReadableStream reader has been released.']],
  },
  ReadableStreamDefaultController: {
    enqueue: [[/closed/, 'Unable to enqueue']],
    close: [[/closed|close/, 'This ReadableStream is closed.']],
  },
  WritableStreamDefaultWriter: {
    write: [[/CLOSED|closed|closing/, 'This WritableStream has been closed.']],
  },
};

for (const [name, methods] of Object.entries(WORDS)) {
  const { prototype } = Reflect.get(globalThis, name) as { prototype: object };
  for (const [method, words] of Object.entries(methods)) reword(prototype, method, words);
}

function reword(holder: object, method: string, words: Words): void {
  const native: unknown = Reflect.get(holder, method);
  if (typeof native !== 'function') return;
  const reworded = (error: unknown): unknown => {
    if (!(error instanceof TypeError)) return error;
    const found = words.find(([pattern]) => pattern.test(error.message));
    return found ? new TypeError(found[1]) : error;
  };
  define(holder, method, function (this: unknown, ...values: unknown[]): unknown {
    try {
      const result: unknown = Reflect.apply(native, this, values);
      if (!(result instanceof Promise)) return result;
      return result.catch((error: unknown) => {
        throw reworded(error);
      });
    } catch (error) {
      throw reworded(error);
    }
  });
}

for (const name of ['CompressionStream', 'DecompressionStream'] as const) {
  const native = globalThis[name];
  const value = new Proxy(native, {
    construct(target, [format]: unknown[], newTarget) {
      if (format === undefined) {
        throw new TypeError(
          `Failed to construct '${name}': constructor parameter 1 is not of type 'string'.`,
        );
      }
      if (!FORMAT.includes(`'${format}'`)) throw new TypeError(FORMAT);
      return Reflect.construct(target, [format], newTarget);
    },
  });
  define(Object.getPrototypeOf(globalThis), name, value);
  Object.defineProperty(native.prototype, 'constructor', { value, configurable: true });
}

/** Reads until there are at least `least` bytes, or the stream ends. */
define(
  ReadableStreamBYOBReader.prototype,
  'readAtLeast',
  function (this: ReadableStreamBYOBReader, least: number, view: Uint8Array) {
    const options = { min: least };
    return Reflect.apply(this.read, this, [view, options]);
  },
);

if (!('from' in ReadableStream)) define(ReadableStream, 'from', from);

/** A stream of what an iterable gives. */
function from(given: AsyncIterable<unknown> | Iterable<unknown>): ReadableStream<unknown> {
  const iterable: typeof given = Object(given);
  const iterator =
    Symbol.asyncIterator in iterable
      ? iterable[Symbol.asyncIterator]()
      : iterable[Symbol.iterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(await value);
      },
      async cancel(reason) {
        await iterator.return?.(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

function define(holder: object, name: string, value: unknown): void {
  Object.defineProperty(holder, name, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
