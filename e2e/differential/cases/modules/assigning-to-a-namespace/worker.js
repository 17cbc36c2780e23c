import * as all from './a.js';
export default {
  async fetch() {
    const target = [all][0];
    try {
      target.value = 2;
      return new Response('assigned');
    } catch (error) {
      return new Response(error.name);
    }
  },
};
