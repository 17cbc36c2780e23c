import { count } from './shared.js';
export default {
  async fetch() {
    const [a, b] = [await import('./a.js'), await import('./b.js')];
    return Response.json([a.next(), b.next(), count]);
  },
};
