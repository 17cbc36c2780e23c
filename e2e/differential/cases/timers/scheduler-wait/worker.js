export default {
  async fetch() {
    const seen = async (work) => {
      try {
        return String(await work());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 5);
    return Response.json([
      await seen(() => scheduler.wait(1)),
      await seen(() => scheduler.wait(1000, { signal: controller.signal })),
      await seen(() => scheduler.wait(1000, { signal: AbortSignal.abort(new RangeError('mine')) })),
      await seen(() => scheduler.wait()),
      await seen(() => scheduler.wait('1')),
      Object.getOwnPropertyNames(Object.getPrototypeOf(scheduler)).sort(),
      String(scheduler),
    ]);
  },
};
