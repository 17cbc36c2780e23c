import crypto, { getRandomValues, subtle, webcrypto } from 'node:crypto';

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
        webcrypto === globalThis.crypto,
        subtle === globalThis.crypto.subtle,
        crypto.webcrypto === webcrypto,
        typeof webcrypto.subtle.digest,
        getRandomValues(new Uint8Array(4)).length,
        seen(() => getRandomValues([1])),
        seen(() => getRandomValues(new Uint8Array(70_000))),
      ]);
  },
};
