import { env } from 'cloudflare:workers';

export default {
  fetch: (request, given) =>
    Response.json([
      env === given,
      typeof env,
      Object.prototype.toString.call(env),
      Object.getPrototypeOf(env) === Object.prototype,
      Object.getPrototypeOf(given) === Object.prototype,
      Object.keys(env),
      Object.getOwnPropertyDescriptor(env, 'X'),
      ['X' in env, 'nothing' in env, 'toString' in env],
      { ...env },
      env.J === given.J,
    ]),
};
