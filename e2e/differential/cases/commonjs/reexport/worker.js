import { one, default as all } from './through.js';

export default {
  fetch: async () => Response.json([one, all]),
};
