import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ProjectFiles } from '../../runtime-worker/index';
import { concatenated, numberBytes } from './byte-reader';

/**
 * A short hash of the files, such as `a3f9-21c0`, so that two people can see that they have the same:
 * the first four bytes of SHA-256 over the files in the order of their names. Neither their order nor
 * what else a link carries counts, nor whether a content is taken for text.
 */
export function contentHash(files: ProjectFiles): string {
  const encoder = new TextEncoder();
  const measured = (bytes: Uint8Array) => [numberBytes(bytes.length), bytes];
  const parts = Object.keys(files)
    .toSorted()
    .flatMap((name) => {
      const content = files[name] ?? '';
      const bytes = typeof content === 'string' ? encoder.encode(content) : content;
      return [...measured(encoder.encode(name)), ...measured(bytes)];
    });
  const hex = bytesToHex(sha256(concatenated(parts)).subarray(0, 4));
  return `${hex.slice(0, 4)}-${hex.slice(4)}`;
}
