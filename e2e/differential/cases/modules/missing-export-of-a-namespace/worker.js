import * as all from './a.js';

export default {
  fetch: async () => Response.json([typeof all.missing]),
};
