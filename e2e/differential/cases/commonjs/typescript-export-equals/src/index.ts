import numbers from './numbers.cjs';

export default {
  fetch: async () => Response.json(numbers.one),
};
