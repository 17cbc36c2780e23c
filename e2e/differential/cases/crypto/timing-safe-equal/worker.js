export default {
  async fetch() {
    const seen = (work) => {
      try {
        return work();
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    const bytes = (...values) => new Uint8Array(values);
    return Response.json([
      seen(() => crypto.subtle.timingSafeEqual(bytes(1, 2), bytes(1, 2))),
      seen(() => crypto.subtle.timingSafeEqual(bytes(1, 2), bytes(1, 3))),
      seen(() => crypto.subtle.timingSafeEqual(bytes(1, 2).buffer, bytes(1, 2))),
      seen(() => crypto.subtle.timingSafeEqual(bytes(1), bytes(1, 2))),
      seen(() => crypto.subtle.timingSafeEqual('a', 'a')),
    ]);
  },
};
