import pick from './main.cjs';

export default {
  fetch: async () => Response.json([pick(true), pick(false)]),
};
