import { env, withEnv } from 'cloudflare:workers';

export default {
  fetch: () =>
    Response.json(
      withEnv({ A: 1, B: 1 }, () => [withEnv({ A: 2 }, () => [env.A, 'B' in env]), env.A, env.B, 'X' in env]),
    ),
};
