import { nameOf as a, Same as A } from './a.js';
import { nameOf as b, Same as B } from './b.js';

export default {
  fetch: async () => Response.json([a(), b(), A.name, B.name, a.name, b.name]),
};
