import './a.js';

export default {
  fetch: async () => Response.json(1),
};
