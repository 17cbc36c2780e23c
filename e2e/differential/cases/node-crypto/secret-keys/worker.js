import { createHmac, createSecretKey, KeyObject } from 'node:crypto';

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
        () => createSecretKey('key').type,
        () => createSecretKey(Buffer.from('key')).symmetricKeySize,
        () => createSecretKey('6b6579', 'hex').export().toString(),
        () => createSecretKey('key').export({ format: 'jwk' }),
        () => createSecretKey('key').equals(createSecretKey(Buffer.from('key'))),
        () => createSecretKey('key').equals(createSecretKey('kez')),
        () => createHmac('sha1', createSecretKey('key')).update('text').digest('hex'),
        () => createSecretKey('key') instanceof KeyObject,
        () => Object.prototype.toString.call(createSecretKey('key')),
        () => createSecretKey(),
        () => createSecretKey(5),
        () => createSecretKey(''),
        () => new KeyObject('secret'),
        () => createSecretKey('key').equals(5),
        () => createSecretKey('key').export({ format: 'der' }).toString(),
      ].map(seen),);
  },
};
