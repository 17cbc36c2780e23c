import './main.cjs';

export default {
  fetch: async () => Response.json(1),
};
