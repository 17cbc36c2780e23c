import { fromBase64Url } from './base64';
import { crc32 } from './crc32';
import { LinkError } from './link-error';
import type { LinkedProject } from './linked-project';
import { fromPayloadV1 } from './payload-v1';
import { refusal } from './refusals';
import { unpack } from './unpack';

const HEADER = 8;

/**
 * Opens what a link of version 1 has after `v1.`, which is base64url of: CRC-32 of packed (4 bytes,
 * highest first), length of packed (4 bytes), packed, where packed is raw DEFLATE of the payload. No
 * such link is made any more, and they open for ever.
 * @throws {NotReadable} where it unpacks to something else.
 * @throws {LinkError}
 */
export function openV1(data: string): LinkedProject {
  const framed = fromBase64Url(data);
  if (framed.length < HEADER) throw new LinkError(refusal.cutShort(data));
  const header = new DataView(framed.buffer);
  const length = header.getUint32(4);
  const packed = framed.subarray(HEADER);
  if (packed.length < length) throw new LinkError(refusal.cutShort(data));
  if (packed.length > length || crc32(packed) !== header.getUint32(0)) {
    throw new LinkError(refusal.altered);
  }
  const unpacked = unpack(packed);
  switch (unpacked.how) {
    case 'whole':
      return { files: fromPayloadV1(unpacked.payload) };
    case 'too large':
      throw new LinkError(refusal.tooLarge);
    default:
      throw new LinkError(refusal.broken);
  }
}
