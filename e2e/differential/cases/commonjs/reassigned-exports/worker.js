import seen, { value } from './main.cjs';

export default {
  fetch: async () => Response.json([seen, value]),
};
