export default {
  fetch: async () => 'text',
};
