import a, { b } from './a.js';

export default {
  fetch: async () => Response.json([a === b, a.length]),
};
