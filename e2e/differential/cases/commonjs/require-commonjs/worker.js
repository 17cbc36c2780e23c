import order from './a.cjs';

export default {
  fetch: async () => Response.json(order),
};
