export default {
  async fetch() {
    const { port1, port2 } = new MessageChannel();
    const got = new Promise((resolve) => {
      port2.onmessage = (event) => resolve([event.data, event.type, event instanceof MessageEvent]);
    });
    port1.postMessage({ a: [1, 2], b: new Date(0) });
    const first = await got;
    port1.close();
    return Response.json(first);
  },
};
