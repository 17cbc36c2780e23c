import { withEnv, withEnvAndExports, withExports } from 'cloudflare:workers';

const seen = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

export default {
  async fetch() {
    const promise = Promise.resolve(1);
    return Response.json([
      seen(() => withEnv({}, (...values) => values.length)),
      seen(() => withExports({}, () => 'text')),
      seen(() => withEnvAndExports({}, {}, () => promise) === promise),
      seen(() => withEnv({}, () => undefined) === undefined),
      seen(() => withEnv({}, () => {
        throw new RangeError('why');
      })),
      seen(() => withEnv({}, function () {
        return this === globalThis || this === undefined;
      })),
      await withEnv({}, async () => {
        throw new RangeError('later');
      }).catch(String),
    ]);
  },
};
