import { meta } from './a.js';

export default {
  fetch: async () => Response.json([import.meta.url, Object.keys(import.meta), import.meta.main, typeof import.meta.resolve, meta === import.meta]),
};
