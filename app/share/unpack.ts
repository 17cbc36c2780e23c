import { FlateErrorCode, Inflate } from 'fflate';
import { concatenated } from './byte-reader';

/** Bytes that a link may unpack to. */
export const LARGEST_PAYLOAD = 5 * 1024 * 1024;

/** Bytes unpacked in one go. DEFLATE makes at most 1032 of one: 4 MB of these. */
const PACKED_CHUNK = 4096;

export type Unpacked =
  | { readonly how: 'whole'; readonly payload: Uint8Array<ArrayBuffer> }
  /** It would be more than {@link LARGEST_PAYLOAD}: the rest stays packed. */
  | { readonly how: 'too large' }
  | { readonly how: 'cut short' }
  | { readonly how: 'broken' };

/** Unpacks raw DEFLATE that may come from anyone. @param dictionary that it was packed with. */
export function unpack(packed: Uint8Array, dictionary?: Uint8Array): Unpacked {
  // The library takes nothing at all for a whole.
  if (packed.length === 0) return { how: 'cut short' };
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate(dictionary ? { dictionary } : {}, (chunk) => {
    length += chunk.length;
    if (length > LARGEST_PAYLOAD) throw new TooLarge();
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += PACKED_CHUNK) {
      const end = at + PACKED_CHUNK;
      inflate.push(packed.subarray(at, end), end >= packed.length);
    }
  } catch (error) {
    if (error instanceof TooLarge) return { how: 'too large' };
    return { how: isUnexpectedEnd(error) ? 'cut short' : 'broken' };
  }
  return { how: 'whole', payload: concatenated(chunks) };
}

class TooLarge extends Error {}

function isUnexpectedEnd(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === FlateErrorCode.UnexpectedEOF;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
