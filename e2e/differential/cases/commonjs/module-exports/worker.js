import add from './add.cjs';

export default {
  fetch: async () => Response.json([add(1, 2), add.name, typeof add]),
};
