/** `crypto.DigestStream`, and the digest that browsers refuse: MD5. Browsers' own digests take no streams. */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesOf } from './bytes';

const HASHES = { MD5: md5, 'SHA-1': sha1, 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 };

/**
 * The hash that an algorithm names, in whatever case.
 * @throws as workerd does where there is none.
 */
export function hashOf(algorithm: unknown, failure: string) {
  const name: unknown = typeof algorithm === 'string' ? algorithm : Object(algorithm).name;
  if (typeof name !== 'string') throw new TypeError(failure);
  const found = Object.entries(HASHES).find(([known]) => known === name.toUpperCase());
  if (found) return { name: found[0], hash: found[1] };
  throw new DOMException(
    'Unrecognized or unimplemented digest algorithm requested.',
    'NotSupportedError',
  );
}

/** A WritableStream whose `digest` resolves to the hash of what was written. */
export class DigestStream extends WritableStream<unknown> {
  readonly #digest: Promise<ArrayBuffer>;
  #written = 0n;

  constructor(...values: unknown[]) {
    const { hash } = hashOf(
      values[0],
      "Failed to construct 'DigestStream': constructor parameter 1 is not of type 'string or HashAlgorithm'.",
    );
    const state = hash.create();
    const digest = Promise.withResolvers<ArrayBuffer>();
    // It is nobody's error as long as nobody asks for it.
    digest.promise.catch(() => {});
    super({
      write: (chunk) => {
        const bytes = bytesOf(
          chunk,
          'DigestStream is a byte stream but received an object of non-ArrayBuffer/ArrayBufferView/string type on its writable side.',
        );
        state.update(bytes);
        this.#written += BigInt(bytes.byteLength);
      },
      close: () => digest.resolve(state.digest().slice().buffer),
      abort: (reason) => digest.reject(reason),
    });
    this.#digest = digest.promise;
  }

  get digest(): Promise<ArrayBuffer> {
    return this.#digest;
  }

  get bytesWritten(): bigint {
    return this.#written;
  }
}
