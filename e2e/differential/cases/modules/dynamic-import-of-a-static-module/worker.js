import { value } from './both.js';
export default {
  async fetch() {
    const all = await import('./both.js');
    return Response.json([value, all.value, all.default]);
  },
};
