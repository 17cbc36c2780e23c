export default {
  fetch: () => 'a text',
};
