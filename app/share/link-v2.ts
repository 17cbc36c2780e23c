import { deflateSync } from 'fflate';
import { fromBase64Url, toBase64Url } from './base64';
import { concatenated } from './byte-reader';
import { crc32 } from './crc32';
import { DICTIONARY_V2 } from './dictionary-v2';
import { LinkError } from './link-error';
import type { LinkedProject } from './linked-project';
import { fromPayloadV2, toPayloadV2 } from './payload-v2';
import { refusal } from './refusals';
import { LARGEST_PAYLOAD, megabytes, unpack } from './unpack';

/** Three bytes are four characters; they miss one alteration of 16 million. */
const CHECKSUM = 3;

/**
 * Makes what a link of version 2 has after `v2.`, which is base64url of: the lowest three bytes of
 * packed's CRC-32 (lowest first), packed, where packed is the payload in raw DEFLATE with a
 * dictionary. Where the end of that is missing, DEFLATE tells: no length is needed.
 * @throws {LinkError} where the project is too large for a link.
 */
export function makeV2(project: LinkedProject): string {
  const payload = toPayloadV2(project);
  if (payload.length > LARGEST_PAYLOAD) {
    throw new LinkError(
      `No link can be made: the project has ${megabytes(payload.length)}, and a link holds ${megabytes(LARGEST_PAYLOAD)}.`,
    );
  }
  const packed = deflateSync(payload, { level: 9, dictionary: DICTIONARY_V2 });
  return toBase64Url(concatenated([checksumOf(packed), packed]));
}

/**
 * Opens what {@link makeV2} made, or anyone else.
 * @throws {NotReadable} where it unpacks to something else.
 * @throws {LinkError}
 */
export function openV2(data: string): LinkedProject {
  const framed = fromBase64Url(data);
  const packed = framed.subarray(CHECKSUM);
  const fits = checksumOf(packed).every((byte, index) => byte === framed[index]);
  const unpacked = unpack(packed, DICTIONARY_V2);
  if (unpacked.how === 'cut short') throw new LinkError(refusal.cutShort(data));
  if (!fits) throw new LinkError(refusal.altered);
  if (unpacked.how === 'too large') throw new LinkError(refusal.tooLarge);
  if (unpacked.how === 'broken') throw new LinkError(refusal.broken);
  return fromPayloadV2(unpacked.payload);
}

function checksumOf(packed: Uint8Array): Uint8Array {
  const crc = crc32(packed);
  return Uint8Array.of(crc, crc >>> 8, crc >>> 16);
}
