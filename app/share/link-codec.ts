import { deflateSync, Inflate } from 'fflate';
import type { ProjectFiles } from '../../runtime-worker/index';
import { fromBase64Url, toBase64Url } from './base64';
import { problemOfFileNames } from './file-names';
import { LinkError } from './link-error';
import { splitLink } from './link-text';
import { fromPayload, toPayload } from './payload';

/**
 * A link carries the whole project in its fragment, which browsers send to nobody:
 *
 *     #v1.<base64url of: CRC-32 of packed (4 bytes, highest first), length of packed (4 bytes), packed>
 *
 * where `packed` is the payload (see `payload.ts`) in raw DEFLATE. What version 1 means never changes:
 * links of it open for ever.
 */
const VERSION = 1;
const HEADER = 8;

/** Bytes of a payload. A link that unpacks to more is refused while it unpacks. */
export const LARGEST_PAYLOAD = 5 * 1024 * 1024;

/** Bytes unpacked in one go. DEFLATE makes at most 1032 of one: 4 MB of these. */
const PACKED_CHUNK = 4096;

/** What {@link import('./link').encodeLink} loads. */
export function encode(files: ProjectFiles, page: string): string {
  const problem = problemOfFileNames(Object.keys(files));
  if (problem !== undefined) throw new LinkError(`No link can be made: ${problem}.`);
  const payload = toPayload(files);
  if (payload.length > LARGEST_PAYLOAD) {
    throw new LinkError(
      `No link can be made: the project has ${megabytes(payload.length)}, and a link holds ${megabytes(LARGEST_PAYLOAD)}.`,
    );
  }
  const packed = deflateSync(payload, { level: 9 });
  const framed = new Uint8Array(HEADER + packed.length);
  const header = new DataView(framed.buffer);
  header.setUint32(0, crc32(packed));
  header.setUint32(4, packed.length);
  framed.set(packed, HEADER);
  const url = new URL(page);
  url.hash = `v${VERSION}.${toBase64Url(framed)}`;
  return url.href;
}

/** What {@link import('./link').decodeLink} loads. */
export function decode(textOrUrl: string): ProjectFiles {
  const link = splitLink(textOrUrl);
  if (!link) {
    throw new LinkError(
      'This is not an Isolab link: those have #v1. and then the project in them.',
    );
  }
  if (link.version !== VERSION) {
    throw new LinkError(
      `This link is of version ${link.version}, and this page opens version ${VERSION}. Reload the page for a newer one, or open the link where it was made.`,
    );
  }
  return fromPayload(unpacked(packedOf(link.data)));
}

function packedOf(data: string): Uint8Array<ArrayBuffer> {
  const strange = /[^\w-]/.exec(data);
  if (strange) {
    throw new LinkError(
      `This link was altered: it has a ${JSON.stringify(strange[0])} in it, which no link has. Copy it again from where it came.`,
    );
  }
  const framed = fromBase64Url(data);
  if (framed.length < HEADER) throw new LinkError(cutShort(data.length));
  const header = new DataView(framed.buffer);
  const length = header.getUint32(4);
  const packed = framed.subarray(HEADER);
  const checked = packed.subarray(0, length);
  if (packed.length < length) throw new LinkError(cutShort(data.length));
  if (packed.length > length || crc32(checked) !== header.getUint32(0)) {
    throw new LinkError(
      'This link was altered on its way: its checksum does not fit. Copy it again from where it came.',
    );
  }
  return checked;
}

function cutShort(characters: number): string {
  return `This link is cut short: only ${characters} characters of its project arrived. Copy the whole link from where it came.`;
}

function unpacked(packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length > LARGEST_PAYLOAD) {
      throw new LinkError(
        `This link is refused: it unpacks to more than ${megabytes(LARGEST_PAYLOAD)}.`,
      );
    }
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += PACKED_CHUNK) {
      const end = at + PACKED_CHUNK;
      inflate.push(packed.subarray(at, end), end >= packed.length);
    }
  } catch (error) {
    if (error instanceof LinkError) throw error;
    throw new LinkError('This link does not unpack: whatever made it is not this page.');
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** CRC-32 as in ZIP and PNG (polynomial 0xEDB88320, bits reversed). */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
