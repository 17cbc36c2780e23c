import { randomUUID } from 'node:crypto';

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
        () => /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(randomUUID()),
        () => randomUUID() === randomUUID(),
        () => randomUUID({ disableEntropyCache: true }).length,
        () => randomUUID({ disableEntropyCache: 5 }),
        () => randomUUID(5),
      ].map(seen),);
  },
};
