import load from './main.cjs';

export default {
  fetch: async () => Response.json(load('./a.cjs')),
};
