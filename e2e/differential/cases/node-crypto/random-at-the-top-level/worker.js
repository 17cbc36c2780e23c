import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';

const seen = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};

const atTheTop = [
  () => randomBytes(4),
  () => randomInt(4),
  () => randomUUID(),
  () => createHash('md5').update('text').digest('hex'),
].map(seen);

export default {
  async fetch() {
    return Response.json(atTheTop);
  },
};
