import first from './first.js';
const second = require('./second.cjs');

export default {
  fetch: async () => Response.json([first, second.name]),
};
