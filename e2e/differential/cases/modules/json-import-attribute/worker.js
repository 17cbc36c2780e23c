import data from './data.json' with { type: 'json' };

export default {
  fetch: async () => Response.json([data, (await import('./data.json', { with: { type: 'json' } })).default]),
};
