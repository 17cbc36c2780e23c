import { env, withEnv, withEnvAndExports } from 'cloudflare:workers';

const kept = () => [Object.keys(env), env.X];

export default {
  fetch: () =>
    Response.json([
      ...[5, null, undefined, 'text', true, 5n, Symbol.iterator].map((value) => withEnv(value, kept)),
      withEnv(() => {}, kept),
      withEnv(['x'], () => [env[0], env.length, env.X]),
      withEnvAndExports(null, 5, kept),
    ]),
};
