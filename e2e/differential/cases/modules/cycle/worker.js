import { bump, count } from './a.js';

export default {
  fetch: async () => Response.json((bump(), [count])),
};
