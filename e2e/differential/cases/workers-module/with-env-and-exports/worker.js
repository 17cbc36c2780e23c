import { env, exports, withEnv, withEnvAndExports } from 'cloudflare:workers';

const both = () => [env.X, env.A, exports.B, Object.keys(exports)];

export default {
  fetch: () =>
    Response.json([
      withEnvAndExports({ A: 1 }, { B: 2 }, both),
      withEnvAndExports(null, { B: 2 }, both),
      withEnvAndExports({ A: 1 }, undefined, both),
      withEnvAndExports({ A: 1 }, { B: 2 }, () => withEnv({ A: 3 }, both)),
    ]),
};
