import { scrypt, scryptSync } from 'node:crypto';

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
        ...[
          () => scryptSync('password', 'salt', 32).toString('hex'),
          () => scryptSync('password', 'salt', 16, { N: 16 }).toString('hex'),
          () => scryptSync('password', 'salt', 16, { cost: 16, blockSize: 2, parallelization: 3 }).toString('hex'),
          () => scryptSync(Buffer.from('p'), new Uint8Array(2), 16, { N: 16, r: 1, p: 1 }).toString('hex'),
          () => Buffer.isBuffer(scryptSync('p', 's', 4, { N: 2 })),
          () => scryptSync('p', 's', 0, { N: 2 }).length,
          () => scryptSync('p', 's', 4, { N: 3 }),
          () => scryptSync('p', 's', 4, { N: 2, cost: 2 }),
          () => scryptSync('p', 's', 4, { N: 2 ** 20 }),
          () => scryptSync('p', 's', -1),
          () => scryptSync(5, 's', 4),
          () => scryptSync('p', null, 4),
          () => scrypt('p', 's', 4),
        ].map(seen),
        await new Promise((resolve) => scrypt('p', 's', 4, { N: 2 }, (error, key) => resolve([error, key.toString('hex')]))),
        await new Promise((resolve) => scrypt('p', 's', 4, (error, key) => resolve([error, key.toString('hex')]))),
      ]);
  },
};
