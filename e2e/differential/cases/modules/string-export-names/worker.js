import { 'not an identifier' as value } from './a.js';

export default {
  fetch: async () => Response.json(value),
};
