import a from './a.js';
import b from './b';
import c from './c.mjs';
import d from './folder';
import e from './e.jsx';

export default {
  fetch: async () => Response.json([a, b, c, d, e]),
};
