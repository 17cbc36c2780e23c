import { env, withEnv } from 'cloudflare:workers';

const inside = (work) => withEnv({ X: 'inside' }, work);

export default {
  async fetch() {
    return Response.json([
      await inside(async () => {
        await null;
        await scheduler.wait(1);
        return env.X;
      }),
      await inside(() => new Promise((resolve) => setTimeout(() => resolve(env.X), 1))),
      await inside(() => new Promise((resolve) => queueMicrotask(() => resolve(env.X)))),
      await inside(() => Promise.resolve().then(() => env.X)),
      await inside(() => Promise.resolve()).then(() => env.X),
      env.X,
    ]);
  },
};
