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
        await new Promise((resolve) => {
          const hash = createHash('sha256');
          hash.on('readable', () => {
            const data = hash.read();
            if (data) resolve(data.toString('hex'));
          });
          hash.write('some data');
          hash.end(' to hash');
        }),
        await new Promise((resolve) => {
          const hash = createHash('sha256');
          hash.setEncoding('hex');
          hash.on('data', resolve);
          hash.end('some data to hash');
        }),
        createHash('sha256').update('some data to hash').digest('hex'),
      ]);
  },
};
