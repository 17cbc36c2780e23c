import * as all from './through.js';
import { one } from './through.js';

export default {
  fetch: async () => Response.json([one, Object.keys(all)]),
};
