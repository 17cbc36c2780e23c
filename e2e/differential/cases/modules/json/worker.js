import data, { a, list } from './data.json';
import * as all from './data.json';

export default {
  fetch: async () => Response.json([data, a, list, Object.keys(all).sort()]),
};
