/** The bytes of a body as a person reads them. */
export interface BodyPreview {
  readonly kind: 'text' | 'binary';
  readonly text: string;
}

/** How many bytes of a binary body are written out. */
export const HEX_LIMIT = 4096;

/**
 * UTF-8 text where the bytes are that, else rows of hexadecimal. A character cut off at the end, as a
 * stream under way leaves it, does not make text binary.
 */
export function previewOf(chunks: readonly Uint8Array[]): BodyPreview {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('');
    if (!text.includes('\u0000')) return { kind: 'text', text };
  } catch {
    // Not UTF-8.
  }
  return { kind: 'binary', text: hexRows(firstBytes(chunks)) };
}

function firstBytes(chunks: readonly Uint8Array[]): number[] {
  const bytes: number[] = [];
  for (const chunk of chunks) {
    bytes.push(...chunk.subarray(0, HEX_LIMIT - bytes.length));
    if (bytes.length === HEX_LIMIT) break;
  }
  return bytes;
}

function hexRows(bytes: readonly number[]): string {
  const rows: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += 16) {
    const row = bytes.slice(offset, offset + 16);
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const ascii = row
      .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'))
      .join('');
    rows.push(`${offset.toString(16).padStart(8, '0')}  ${hex.padEnd(47)}  ${ascii}`);
  }
  return rows.join('\n');
}
