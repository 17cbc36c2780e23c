import f from './f.js';
import C from './c.js';
import arrow from './arrow.js';

export default {
  fetch: async () => Response.json([f.name, C.name, arrow.name]),
};
