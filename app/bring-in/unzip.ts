import { Unzip, UnzipInflate } from 'fflate';
import { sizeText } from '../bytes/kind';
import { MOST_BYTES } from '../files/incoming';
import { MOST_FILES } from '../share/file-names';
import { BringInError } from './bring-in-error';
import { leftOutIn } from './left-out';

/** So much is given to the decompressor at once: what it makes of it is at most a thousand times as large. */
const PIECE = 2048;

/**
 * Unpacks a zip, which may be hostile: what is left out of projects is not unpacked, and what becomes too
 * large is given up while it grows, whatever the zip says of its sizes.
 * @returns the paths as they are in the zip, unchecked, with their bytes; of what is left out with none.
 * @throws {BringInError}
 */
export function unzip(
  zip: Uint8Array,
): (readonly [path: string, bytes: Uint8Array<ArrayBuffer>])[] {
  const entries: { readonly path: string; readonly parts: Uint8Array[] }[] = [];
  let size = 0;
  let open = 0;
  const unzip = new Unzip((file) => {
    if (file.name.endsWith('/')) return;
    const entry = { path: file.name, parts: [] as Uint8Array[] };
    entries.push(entry);
    if (leftOutIn(file.name) !== undefined) return;
    if (entries.length > MOST_FILES * 20) throw new BringInError('the zip has too many files');
    open += 1;
    file.ondata = (error, part, isLast) => {
      // What is thrown below comes back here.
      if (error instanceof BringInError) throw error;
      if (error) throw new BringInError(`${file.name} in the zip cannot be unpacked`);
      size += part.length;
      if (size > MOST_BYTES) {
        throw new BringInError(
          `it is more than ${sizeText(MOST_BYTES)} unpacked, and a project has at most that`,
        );
      }
      entry.parts.push(part);
      if (isLast) open -= 1;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < zip.length || at === 0; at += PIECE) {
      unzip.push(zip.subarray(at, at + PIECE), at + PIECE >= zip.length);
    }
  } catch (error) {
    if (error instanceof BringInError) throw error;
    throw new BringInError('it is no zip that can be read');
  }
  if (open > 0) throw new BringInError('the zip ends in the middle');
  if (entries.length === 0)
    throw new BringInError('it is no zip that can be read, or an empty one');
  return entries.map(({ path, parts }) => [path, joined(parts)] as const);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
