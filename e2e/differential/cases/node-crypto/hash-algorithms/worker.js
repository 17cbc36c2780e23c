import { createHash } from 'node:crypto';

const seen = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};

export default {
  async fetch() {
    return Response.json([
        'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'ripemd160', 'rmd160', 'sha512-256', 'sha512-224',
        'SHA256', 'Sha-256', 'RSA-SHA256', 'sha3-256', 'blake2b512', 'nothing', '', 'SHA-256', 'Md5', 'RSA-MD5', 'rsa-sha256', 'DSA-SHA', 'SHA512-256',
      ].map((name) => [name, seen(() => createHash(name).update('text').digest('hex'))]),);
  },
};
