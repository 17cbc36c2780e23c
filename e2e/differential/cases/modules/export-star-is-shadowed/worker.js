import { name } from './all.js';

export default {
  fetch: async () => Response.json(name),
};
