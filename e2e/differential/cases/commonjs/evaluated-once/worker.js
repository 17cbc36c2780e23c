import './a.cjs';
import './b.cjs';
import { count } from './counter.cjs';

export default {
  fetch: async () => Response.json(count),
};
