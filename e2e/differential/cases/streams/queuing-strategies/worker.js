export default {
  async fetch() {
    const count = new CountQueuingStrategy({ highWaterMark: 3 });
    const bytes = new ByteLengthQueuingStrategy({ highWaterMark: 10 });
    let desired;
    new ReadableStream({ start: (controller) => { desired = controller.desiredSize; } }, count);
    return Response.json([count.highWaterMark, count.size('any'), bytes.highWaterMark, bytes.size(new Uint8Array(4)), desired]);
  },
};
