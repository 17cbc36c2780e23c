import { env, exports, withExports } from 'cloudflare:workers';

export const named = { fetch() {} };

export default {
  async fetch(request, given, ctx) {
    return Response.json([
      withExports({ mine: 1 }, () => [exports.mine, Object.keys(exports), 'named' in exports, env.X]),
      withExports({ mine: 1 }, () => Object.keys(ctx.exports)),
      withExports(5, () => Object.keys(exports)),
      await withExports({ mine: 2 }, async () => {
        await scheduler.wait(1);
        return exports.mine;
      }),
      Object.keys(exports),
    ]);
  },
};
