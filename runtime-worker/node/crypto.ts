/**
 * `node:crypto`: digests, HMACs, derived keys and secrets by `@noble/hashes`, what is random by Web Crypto.
 * Ciphers, signatures, certificates and key pairs are refused by name: Web Crypto has them.
 */
import { constants } from 'unenv/node/crypto';
import { DIGEST_NAMES } from './internal/digests';
import { createHash, createHmac, Hash, Hmac, hash } from './internal/hashes';
import { hkdf, hkdfSync, pbkdf2, pbkdf2Sync, scrypt, scryptSync } from './internal/key-derivation';
import { unsupported } from './internal/not-supported';
import { randomBytes, randomFill, randomFillSync, randomInt, randomUUID } from './internal/random';
import {
  createSecretKey,
  KeyObject,
  PrivateKeyObject,
  PublicKeyObject,
  SecretKeyObject,
} from './internal/secret-key';

export const webcrypto = globalThis.crypto;
export const subtle = webcrypto.subtle;
export const { CryptoKey } = globalThis;
export const fips = true;
export const pseudoRandomBytes = randomBytes;

export function getRandomValues<T extends Parameters<Crypto['getRandomValues']>[0]>(into: T): T {
  return webcrypto.getRandomValues(into);
}

/** @throws {TypeError} where the two are not of one length. */
export function timingSafeEqual(...given: [a?: unknown, b?: unknown]): boolean {
  // What the Workers API has besides; it checks what it is given.
  const { timingSafeEqual: equal } = subtle as unknown as {
    timingSafeEqual(...values: unknown[]): boolean;
  };
  return equal.apply(subtle, given);
}

export function getHashes(): string[] {
  return [...DIGEST_NAMES];
}

export function getFips(): boolean {
  return fips;
}

/** There are none here. */
export function getCiphers(): string[] {
  return [];
}

/** There are none here. */
export function getCurves(): string[] {
  return [];
}

export const Certificate = unsupported('Certificate');
export const Cipher = unsupported('Cipher');
export const Cipheriv = unsupported('Cipheriv');
export const Decipher = unsupported('Decipher');
export const Decipheriv = unsupported('Decipheriv');
export const DiffieHellman = unsupported('DiffieHellman');
export const DiffieHellmanGroup = unsupported('DiffieHellmanGroup');
export const ECDH = unsupported('ECDH');
export const Sign = unsupported('Sign');
export const Verify = unsupported('Verify');
export const X509Certificate = unsupported('X509Certificate');
export const checkPrime = unsupported('checkPrime');
export const checkPrimeSync = unsupported('checkPrimeSync');
export const createCipher = unsupported('createCipher');
export const createCipheriv = unsupported('createCipheriv');
export const createDecipher = unsupported('createDecipher');
export const createDecipheriv = unsupported('createDecipheriv');
export const createDiffieHellman = unsupported('createDiffieHellman');
export const createDiffieHellmanGroup = unsupported('createDiffieHellmanGroup');
export const createECDH = unsupported('createECDH');
export const createPrivateKey = unsupported('createPrivateKey');
export const createPublicKey = unsupported('createPublicKey');
export const createSign = unsupported('createSign');
export const createVerify = unsupported('createVerify');
export const diffieHellman = unsupported('diffieHellman');
export const generateKey = unsupported('generateKey');
export const generateKeyPair = unsupported('generateKeyPair');
export const generateKeyPairSync = unsupported('generateKeyPairSync');
export const generateKeySync = unsupported('generateKeySync');
export const generatePrime = unsupported('generatePrime');
export const generatePrimeSync = unsupported('generatePrimeSync');
export const getCipherInfo = unsupported('getCipherInfo');
export const getDiffieHellman = unsupported('getDiffieHellman');
export const privateDecrypt = unsupported('privateDecrypt');
export const privateEncrypt = unsupported('privateEncrypt');
export const publicDecrypt = unsupported('publicDecrypt');
export const publicEncrypt = unsupported('publicEncrypt');
export const secureHeapUsed = unsupported('secureHeapUsed');
export const setEngine = unsupported('setEngine');
export const setFips = unsupported('setFips');
export const sign = unsupported('sign');
export const verify = unsupported('verify');

export {
  constants,
  createHash,
  createHmac,
  createSecretKey,
  Hash,
  Hmac,
  hash,
  hkdf,
  hkdfSync,
  KeyObject,
  PrivateKeyObject,
  PublicKeyObject,
  pbkdf2,
  pbkdf2Sync,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  SecretKeyObject,
  scrypt,
  scryptSync,
};

export default {
  Certificate,
  Cipher,
  Cipheriv,
  CryptoKey,
  Decipher,
  Decipheriv,
  DiffieHellman,
  DiffieHellmanGroup,
  ECDH,
  Hash,
  Hmac,
  KeyObject,
  PrivateKeyObject,
  PublicKeyObject,
  SecretKeyObject,
  Sign,
  Verify,
  X509Certificate,
  checkPrime,
  checkPrimeSync,
  constants,
  createCipher,
  createCipheriv,
  createDecipher,
  createDecipheriv,
  createDiffieHellman,
  createDiffieHellmanGroup,
  createECDH,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  createSign,
  createVerify,
  diffieHellman,
  fips,
  generateKey,
  generateKeyPair,
  generateKeyPairSync,
  generateKeySync,
  generatePrime,
  generatePrimeSync,
  getCipherInfo,
  getCiphers,
  getCurves,
  getDiffieHellman,
  getFips,
  getHashes,
  getRandomValues,
  hash,
  hkdf,
  hkdfSync,
  pbkdf2,
  pbkdf2Sync,
  privateDecrypt,
  privateEncrypt,
  pseudoRandomBytes,
  publicDecrypt,
  publicEncrypt,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  scrypt,
  scryptSync,
  secureHeapUsed,
  setEngine,
  setFips,
  sign,
  subtle,
  timingSafeEqual,
  verify,
  webcrypto,
};
