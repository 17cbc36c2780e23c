import { tracing } from 'cloudflare:workers';

const seen = async (work) => {
  try {
    return await work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

export default {
  async fetch() {
    return Response.json([
      tracing.enterSpan('x', (span, ...values) => [span.isTraced, values], 1, 2),
      tracing.startSpan('x').isTraced,
      await seen(() => tracing.enterSpan()),
      await seen(() => tracing.enterSpan('x')),
    ]);
  },
};
