import fallback, { named } from './transpiled.js';
import * as all from './transpiled.js';

export default {
  fetch: async () => Response.json([fallback, named, Object.keys(all)]),
};
