import './plain.js';
import after from './after.js';

export default {
  fetch: async () => Response.json(after),
};
