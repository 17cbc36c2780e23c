import a from './a.cjs';

export default {
  fetch: async () => Response.json(a),
};
