import { createHash, Hash } from 'node:crypto';

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
        () => createHash(),
        () => createHash(5),
        () => createHash('md5', 5).digest('hex'),
        () => createHash('md5', { outputLength: 4 }).digest('hex'),
        () => createHash('md5', { outputLength: 'x' }),
        () => new Hash('md5').update('a').digest('hex'),
        () => Hash('md5').update('a').digest('hex'),
        () => Object.prototype.toString.call(createHash('md5')),
        () => createHash('md5') instanceof Hash,
      ].map(seen),);
  },
};
