export default {
  async fetch() {
    const messages = [];
    for (const input of ['ftp://files.example/', 'blob:x', 'file:///etc/passwd', 'about:blank']) {
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
