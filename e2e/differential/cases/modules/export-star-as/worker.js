import { inner } from './all.js';

export default {
  fetch: async () => Response.json([Object.keys(inner), inner.default]),
};
