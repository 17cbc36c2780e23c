export default {
  async fetch() {
    const reader = new Response('hello world').body.getReader({ mode: 'byob' });
    const first = await reader.read(new Uint8Array(5));
    const rest = await reader.read(new Uint8Array(20));
    const end = await reader.read(new Uint8Array(4));
    const text = (view) => new TextDecoder().decode(view);
    return Response.json([text(first.value), text(rest.value), rest.done, end.done, end.value?.byteLength, end.value?.buffer.byteLength]);
  },
};
