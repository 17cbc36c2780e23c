/** The digests of `node:crypto` that a library here has, by the names that OpenSSL gives them. */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512, sha512_256 } from '@noble/hashes/sha2.js';
import type { CHash } from '@noble/hashes/utils.js';

/** In the order of `getHashes()`; each is there in capitals, too. */
const DIGESTS: ReadonlyMap<string, CHash> = new Map([
  ['md5', md5],
  ['sha1', sha1],
  ['sha224', sha224],
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
  ['sha512-256', sha512_256],
]);

const ALIASES: ReadonlyMap<string, CHash> = new Map([
  ['RSA-MD5', md5],
  ['RSA-SHA1', sha1],
  ['RSA-SHA224', sha224],
  ['RSA-SHA256', sha256],
  ['RSA-SHA384', sha384],
  ['RSA-SHA512', sha512],
  ['DSA-SHA', sha1],
  ['DSA-SHA1', sha1],
  ['ecdsa-with-SHA1', sha1],
]);

export const DIGEST_NAMES: readonly string[] = [
  ...[...DIGESTS.keys()].filter((name) => name !== 'sha512-256'),
  ...ALIASES.keys(),
];

/** The digest of a name: all of it small, or all of it in capitals. */
export function digestOf(name: string): CHash | undefined {
  const small = name === name.toUpperCase() ? name.toLowerCase() : name;
  return DIGESTS.get(small) ?? ALIASES.get(name);
}
