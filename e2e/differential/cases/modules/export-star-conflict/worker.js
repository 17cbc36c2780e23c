import * as all from './all.js';

export default {
  fetch: async () => Response.json(Object.keys(all).sort()),
};
