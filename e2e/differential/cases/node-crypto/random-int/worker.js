import { randomInt } from 'node:crypto';

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
        () => Array.from({ length: 200 }, () => randomInt(3)).every((value) => [0, 1, 2].includes(value)),
        () => new Set(Array.from({ length: 200 }, () => randomInt(3))).size,
        () => Array.from({ length: 200 }, () => randomInt(-2, 1)).every((value) => [-2, -1, 0].includes(value)),
        () => Number.isSafeInteger(randomInt(2 ** 48 - 1)),
        () => randomInt(5, 6),
        () => randomInt(0),
        () => randomInt(5, 5),
        () => randomInt(5, 4),
        () => randomInt(1.5),
        () => randomInt('x'),
        () => randomInt(),
        () => randomInt(1, 'x'),
        () => randomInt(2 ** 48),
        () => randomInt(0, 2 ** 48),
        () => randomInt(2 ** 53),
        () => randomInt(-(2 ** 53), 5),
      ].map(seen).concat(await new Promise((resolve) => randomInt(1, 2, (...values) => resolve([values]))), [await new Promise((resolve) => randomInt(1, (...values) => resolve([values])))]));
  },
};
