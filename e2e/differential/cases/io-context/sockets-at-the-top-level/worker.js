const attempt = async (name, work) => {
  try {
    await work();
    console.log(name, 'allowed');
  } catch ({ message }) {
    console.log(name, message);
  }
};
await attempt("WebSocketPair", () => new WebSocketPair());
await attempt("WebSocket", () => new WebSocket('wss://a.example'));
await attempt("MessageChannel", () => new MessageChannel());
await attempt("CompressionStream", () => new CompressionStream('gzip'));
await attempt("TransformStream", () => new TransformStream());

export default {
  fetch: () => new Response('started'),
};
