import { attempts } from './main.cjs';

export default {
  fetch: async () => Response.json(attempts()),
};
