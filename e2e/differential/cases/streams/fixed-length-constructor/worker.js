export default {
  async fetch() {
    const seen = (work) => {
      try {
        return String(work());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    return Response.json([
      seen(() => new FixedLengthStream()),
      seen(() => new FixedLengthStream(-1)),
      seen(() => new FixedLengthStream(1n)),
      seen(() => new FixedLengthStream(1.5)),
      seen(() => new FixedLengthStream('3')),
      seen(() => new FixedLengthStream(2 ** 60)),
      seen(() => new FixedLengthStream(1) instanceof IdentityTransformStream),
      seen(() => new IdentityTransformStream({ highWaterMark: 10 })),
    ]);
  },
};
