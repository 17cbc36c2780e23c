import { env, withEnv } from 'cloudflare:workers';

export default {
  fetch(request, given) {
    const mine = { A: 1 };
    return Response.json([
      withEnv(mine, () => {
        env.B = 2;
        delete env.A;
        return [env === mine, Object.keys(env), given.X];
      }),
      mine,
      given,
    ]);
  },
};
