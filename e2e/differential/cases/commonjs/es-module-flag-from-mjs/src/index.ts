import all from './reads.mjs';

export default {
  fetch: async () => Response.json(all),
};
