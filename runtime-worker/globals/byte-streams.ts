/**
 * `IdentityTransformStream` and `FixedLengthStream`: pass bytes on and hold none back.
 * @see https://github.com/cloudflare/workerd/blob/main/src/workerd/api/streams/internal.c%2B%2B
 */
import { bytesOf } from './bytes';
import { placeClasses } from './place';

const NOT_BYTES =
  'This TransformStream is being used as a byte stream, but received an object of non-ArrayBuffer/ArrayBufferView type on its writable side.';

interface Sides {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<unknown>;
}

/** @param expected How many bytes must pass; any number by default. */
function sides(expected = Number.POSITIVE_INFINITY): Sides {
  let left = expected;
  let controller: ReadableByteStreamController;
  let canceled: { readonly reason: unknown } | undefined;
  let wanted = Promise.withResolvers<void>();
  const readable = new ReadableStream({
    type: 'bytes',
    start(given: ReadableByteStreamController) {
      controller = given;
    },
    pull: () => wanted.resolve(),
    cancel(reason) {
      canceled = { reason };
      wanted.resolve();
    },
  });
  const writable = new WritableStream<unknown>({
    async write(chunk) {
      const bytes = bytesOf(chunk, NOT_BYTES);
      if (bytes.byteLength === 0) return;
      await wanted.promise;
      if (canceled) throw canceled.reason;
      wanted = Promise.withResolvers();
      left -= bytes.byteLength;
      if (left < 0) {
        controller.error(
          new TypeError('Attempt to write too many bytes through a FixedLengthStream.'),
        );
      } else controller.enqueue(bytes);
    },
    close() {
      if (canceled) return;
      if (left > 0 && left !== Number.POSITIVE_INFINITY) {
        controller.error(
          new TypeError('FixedLengthStream did not see all expected bytes before close().'),
        );
        return;
      }
      if (left < 0) return;
      controller.close();
      controller.byobRequest?.respond(0);
    },
    abort(reason) {
      if (!canceled) controller.error(reason);
    },
  });
  return { readable, writable };
}

class IdentityTransformStream extends TransformStream {
  constructor(_strategy?: unknown, given: Sides = sides()) {
    super();
    for (const side of ['readable', 'writable'] as const) {
      Object.defineProperty(this, side, { value: given[side], configurable: true });
    }
  }
}

class FixedLengthStream extends IdentityTransformStream {
  constructor(...values: unknown[]) {
    super(undefined, sides(expectedLength(values[0])));
  }
}

/** @throws {TypeError} as workerd does where it is no length. */
function expectedLength(given: unknown): number {
  if (given === undefined) {
    throw new TypeError(
      "Failed to construct 'FixedLengthStream': constructor parameter 1 is not of type 'bigint'.",
    );
  }
  const length = typeof given === 'bigint' ? Number(given) : Math.trunc(Number(given));
  if (length < 0) {
    throw new TypeError(
      'The value cannot be converted because it is negative and this API expects a positive bigint.',
    );
  }
  if (length > Number.MAX_SAFE_INTEGER) {
    throw new TypeError('FixedLengthStream requires an integer expected length less than 2^53.');
  }
  return length || 0;
}

placeClasses({ IdentityTransformStream, FixedLengthStream });
