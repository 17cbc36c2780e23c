import { early } from './a.js';

export default {
  fetch: async () => Response.json(early),
};
