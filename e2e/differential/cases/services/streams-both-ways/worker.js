export default {
  async fetch(request, { OTHER }) {
    const { readable, writable } = new TransformStream();
    const response = await OTHER.fetch('https://other.example', { method: 'POST', body: readable });
    const writer = writable.getWriter();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const seen = [];
    for (const word of ['one', 'two', 'three']) {
      await writer.write(new TextEncoder().encode(word));
      seen.push((await reader.read()).value);
    }
    await writer.close();
    seen.push((await reader.read()).done);
    return Response.json(seen);
  },
};
