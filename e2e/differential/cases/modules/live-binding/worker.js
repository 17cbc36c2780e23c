import { count, increment } from './counter.js';
import * as all from './counter.js';

export default {
  fetch: async () => Response.json((increment(), [count, all.count, all.default])),
};
