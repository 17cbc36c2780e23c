import numbers = require('./numbers');

export default {
  fetch: async () => Response.json(numbers.one),
};
