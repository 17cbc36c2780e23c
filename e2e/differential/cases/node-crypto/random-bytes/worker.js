import { pseudoRandomBytes, randomBytes } from 'node:crypto';

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
        ...[0, 1, 16, 100_000].map((size) => seen(() => randomBytes(size).length)),
        seen(() => Buffer.isBuffer(randomBytes(4))),
        randomBytes(16).equals(randomBytes(16)),
        ...[-1, 1.5, 'x', undefined, null, 2 ** 31, 2 ** 32, Number.NaN].map((size) => seen(() => randomBytes(size).length)),
        seen(() => randomBytes(4, 5)),
        await new Promise((resolve) => randomBytes(4, (...values) => resolve([values[0], values[1].length, values.length]))),
        seen(() => randomBytes(4, () => {}) === undefined),
        seen(() => pseudoRandomBytes(3).length),
      ]);
  },
};
