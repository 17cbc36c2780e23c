import source from './program.js.txt';
import code from './code.js';

export default {
  fetch: async () => Response.json([source, new TextDecoder().decode(code)]),
};
