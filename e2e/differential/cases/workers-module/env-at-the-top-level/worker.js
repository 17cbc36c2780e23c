import { env, exports, withEnv } from 'cloudflare:workers';

const atTheTop = [
  env.X,
  Object.keys(env),
  withEnv({ X: 'inside' }, () => env.X),
  await withEnv({ X: 'inside' }, async () => {
    await null;
    return env.X;
  }),
  env.X,
  Object.keys(exports),
];
const inside = withEnv({ X: 'inside' }, () => () => env.X);
env.X = 'changed';

export default {
  fetch: (request, given) => Response.json([atTheTop, inside(), env.X, given.X]),
};
