import { createHmac, Hmac } from 'node:crypto';

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
        () => createHmac(),
        () => createHmac('nothing', 'key'),
        () => createHmac('sha1'),
        () => createHmac('sha1', null),
        () => createHmac('sha1', 5),
        () => createHmac('sha1', 'key').update(5),
        () => {
          const hmac = createHmac('sha1', 'key').update('a');
          return [hmac.digest('hex'), seen(() => hmac.digest('hex')), seen(() => hmac.update('b'))];
        },
        () => createHmac('sha1', 'key') instanceof Hmac,
        () => Hmac('sha1', 'key').update('a').digest('hex'),
      ].map(seen),);
  },
};
