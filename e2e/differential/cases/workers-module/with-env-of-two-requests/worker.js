import { env, withEnv } from 'cloudflare:workers';

export default {
  async fetch(request, given, ctx) {
    const { pathname } = new URL(request.url);
    const other = pathname === '/' ? ctx.exports.default.fetch('https://a.example/other') : undefined;
    const seen = await withEnv({ X: pathname }, async () => {
      await scheduler.wait(1);
      return env.X;
    });
    return Response.json([seen, env.X, other && (await (await other).json())]);
  },
};
