import type { ProjectFiles } from '../../runtime-worker/index';
import { MOST_FILES, problemOfFileNames } from './file-names';
import { LinkError } from './link-error';

/**
 * The files of a project as bytes, before they are packed into a link (version 1):
 *
 *     payload = count file*
 *     file    = length-of-name name length-and-kind content
 *
 * Numbers are LEB128 (7 bits in each byte, lowest first). Names and texts are UTF-8.
 * `length-and-kind` is twice the content's length in bytes, plus one where it is not text.
 */
export function toPayload(files: ProjectFiles): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const entries = Object.entries(files);
  const parts: Uint8Array[] = [number(entries.length)];
  for (const [name, content] of entries) {
    const nameBytes = encoder.encode(name);
    const bytes = typeof content === 'string' ? encoder.encode(content) : content;
    const kind = typeof content === 'string' ? 0 : 1;
    parts.push(number(nameBytes.length), nameBytes, number(bytes.length * 2 + kind), bytes);
  }
  return concatenated(parts);
}

/**
 * Reads a payload that may come from anyone.
 * @returns the files in an object without prototype: no name finds what is not a file.
 * @throws {LinkError} where it is not a payload, or has a file name that is refused.
 */
export function fromPayload(payload: Uint8Array<ArrayBuffer>): ProjectFiles {
  const reader = new Reader(payload);
  const count = reader.number();
  if (count > MOST_FILES) {
    throw new LinkError(`This link has ${count} files, and a project has at most ${MOST_FILES}.`);
  }
  const entries: [string, string | Uint8Array<ArrayBuffer>][] = [];
  for (let index = 0; index < count; index += 1) {
    const name = textOf(reader.bytes(reader.number()));
    const lengthAndKind = reader.number();
    const bytes = reader.bytes(Math.floor(lengthAndKind / 2));
    entries.push([name, lengthAndKind % 2 === 0 ? textOf(bytes) : bytes.slice()]);
  }
  if (!reader.atEnd) throw new LinkError(NOT_A_PAYLOAD);
  const problem = problemOfFileNames(entries.map(([name]) => name));
  if (problem !== undefined) throw new LinkError(`This link cannot be opened: ${problem}.`);
  const files: Record<string, string | Uint8Array<ArrayBuffer>> = Object.create(null);
  for (const [name, content] of entries) files[name] = content;
  return files;
}

const NOT_A_PAYLOAD = 'This link does not hold a project: whatever made it is not this page.';

class Reader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** At most 2^28: four bytes, far above what a link may hold. */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) break;
      this.#at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw new LinkError(NOT_A_PAYLOAD);
  }

  bytes(length: number): Uint8Array<ArrayBuffer> {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new LinkError(NOT_A_PAYLOAD);
    const bytes = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return bytes;
  }
}

function number(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return Uint8Array.of(...bytes, rest);
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new LinkError(NOT_A_PAYLOAD);
  }
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
