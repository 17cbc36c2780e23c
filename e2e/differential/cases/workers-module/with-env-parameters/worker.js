import { withEnv, withEnvAndExports, withExports } from 'cloudflare:workers';

const seen = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

export default {
  fetch: () =>
    Response.json([
      seen(() => withEnv()),
      seen(() => withEnv({})),
      seen(() => withEnv({}, null)),
      seen(() => withEnv({}, {})),
      seen(() => withExports({}, 5)),
      seen(() => withEnvAndExports({}, {})),
      seen(() => withEnvAndExports({}, () => {})),
    ]),
};
