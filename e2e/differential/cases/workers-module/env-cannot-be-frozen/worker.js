import { env } from 'cloudflare:workers';

const seen = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

export default {
  fetch: (request, given) =>
    Response.json([
      seen(() => Object.isFrozen(Object.freeze(env))),
      seen(() => Object.isFrozen(env)),
      Object.isFrozen(given),
      seen(() => env.X),
      seen(() => Object.keys(env)),
      seen(() => 'X' in env),
      seen(() => {
        Object.setPrototypeOf(env, {});
      }),
    ]),
};
