/** Bytes that may come from anyone, read from their beginning to their end. */
export class ByteReader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** The next byte, if it is this one: it is then read. */
  skips(byte: number): boolean {
    if (this.#bytes[this.#at] !== byte) return false;
    this.#at += 1;
    return true;
  }

  /**
   * A number in LEB128 (7 bits in each byte, lowest first), below 2^28: far above what a link may hold.
   * @throws {NotReadable}
   */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) break;
      this.#at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new NotReadable();
  }

  /** @throws {NotReadable} where there are not so many. */
  bytes(length: number): Uint8Array<ArrayBuffer> {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new NotReadable();
    const bytes = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return bytes;
  }

  /**
   * The bytes before the next that is one of `ends`, which is read too.
   * @throws {NotReadable} where none comes.
   */
  until(ends: readonly number[]): { bytes: Uint8Array<ArrayBuffer>; end: number } {
    for (let at = this.#at; at < this.#bytes.length; at += 1) {
      const end = this.#bytes[at];
      if (end === undefined || !ends.includes(end)) continue;
      const bytes = this.#bytes.subarray(this.#at, at);
      this.#at = at + 1;
      return { bytes, end };
    }
    throw new NotReadable();
  }
}

/** The bytes are not what they are read as. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
}

/** A number as {@link ByteReader.number} reads it. */
export function numberBytes(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return Uint8Array.of(...bytes, rest);
}

/** @throws {NotReadable} where it is not UTF-8. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotReadable();
  }
}

export function concatenated(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
