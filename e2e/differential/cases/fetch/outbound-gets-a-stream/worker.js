export default {
  async fetch() {
    const { readable, writable } = new TransformStream();
    const writer = writable.getWriter();
    const answer = fetch('https://api.example/', { method: 'POST', body: readable });
    await writer.write(new TextEncoder().encode('one '));
    await writer.write(new TextEncoder().encode('two'));
    await writer.close();
    const { body } = await (await answer).json();
    return new Response(body);
  },
};
