export default {
  fetch() {
    return new Response(
      new ReadableStream({
        pull() {
          throw new RangeError('no more');
        },
      }),
    );
  },
};
