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
      seen(() => {
        env.NEW = 1;
        return [env.NEW, given.NEW];
      }),
      seen(() => {
        given.GIVEN = 2;
        return [env.GIVEN, given.GIVEN];
      }),
      seen(() => [delete env.NEW, 'NEW' in env, 'NEW' in given, delete env.nothing]),
      seen(() => {
        Object.defineProperty(env, 'DEFINED', { value: 5, enumerable: true, configurable: true });
        return [env.DEFINED, given.DEFINED];
      }),
      seen(() => {
        Object.defineProperty(env, 'FIXED', { value: 5 });
        return given.FIXED;
      }),
      Object.keys(given),
    ]),
};
