import seen from './main.cjs';

export default {
  fetch: async () => Response.json(seen),
};
