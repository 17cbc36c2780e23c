export default {
  async fetch() {
    const seen = async (work) => {
      try {
        return String(await work());
      } catch (error) {
        return `${error.name}: ${error.message}`;
      }
    };
    const aborted = new crypto.DigestStream('SHA-1');
    return Response.json([
      await seen(() => new crypto.DigestStream()),
      await seen(() => new crypto.DigestStream('SHA-3')),
      await seen(() => new crypto.DigestStream('SHA-1').getWriter().write({})),
      await seen(async () => {
        await aborted.abort(new RangeError('why'));
        return aborted.digest;
      }),
    ]);
  },
};
