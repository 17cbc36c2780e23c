export default {
  async fetch() {
    const messages = [];
    for (const input of ['/relative', 'nowhere', '', 'https://']) {
      try {
        await fetch(input);
        messages.push('no error');
      } catch (error) {
        messages.push(`${error.name}: ${error.message}`);
      }
    }
    return Response.json(messages);
  },
};
