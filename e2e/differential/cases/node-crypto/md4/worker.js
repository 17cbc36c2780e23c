import { createHash } from 'node:crypto';

export default {
  fetch: () => new Response(createHash('md4').update('text').digest('hex')),
};
