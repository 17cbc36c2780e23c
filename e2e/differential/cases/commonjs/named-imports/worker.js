import { one, two } from './numbers.cjs';
import * as all from './numbers.cjs';

export default {
  fetch: async () => Response.json([one, two, Object.keys(all), all.default]),
};
