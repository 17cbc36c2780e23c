import { count, increment } from './main.cjs';

export default {
  fetch: async () => Response.json((increment(), count)),
};
