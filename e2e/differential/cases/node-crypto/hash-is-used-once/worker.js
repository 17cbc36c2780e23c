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
        () => {
          const hash = createHash('md5').update('a');
          return [hash.digest('hex'), seen(() => hash.digest('hex')), seen(() => hash.update('b')), seen(() => hash.copy())];
        },
        () => {
          const hash = createHash('md5').update('a');
          const copy = hash.copy();
          return [hash.update('b').digest('hex'), copy.digest('hex'), copy === hash];
        },
        () => createHash('md5').update('a').update('b').digest('hex') === createHash('md5').update('ab').digest('hex'),
      ].map(seen),);
  },
};
