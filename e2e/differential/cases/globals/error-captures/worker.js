export default {
  async fetch() {
    const error = new Error('why', { cause: 1 });
    return Response.json([Error.stackTraceLimit, typeof Error.captureStackTrace, error.cause, error.stack.split('\n')[0]]);
  },
};
