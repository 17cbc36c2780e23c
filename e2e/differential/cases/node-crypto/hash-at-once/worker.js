import { hash } from 'node:crypto';

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
        () => hash('sha1', 'text'),
        () => hash('sha1', 'text', 'base64'),
        () => hash('md5', Buffer.from('text'), 'buffer').length,
        () => hash('nothing', 'text'),
        () => hash('sha1'),
        () => hash(5, 'text'),
        () => hash('sha1', 'text', 5),
      ].map(seen),);
  },
};
