import { exports } from 'cloudflare:workers';

const seen = (work) => {
  try {
    return work();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};

export const named = { fetch() {} };

export default {
  fetch: (request, env, ctx) =>
    Response.json([
      exports === ctx.exports,
      exports.named === ctx.exports.named,
      Object.prototype.toString.call(exports),
      Object.prototype.toString.call(ctx.exports),
      Object.keys(exports),
      Object.keys(Object.getOwnPropertyDescriptor(exports, 'named')),
      ['named' in exports, 'nothing' in exports, 'toString' in exports],
      seen(() => {
        exports.NEW = 1;
        return [exports.NEW, ctx.exports.NEW, 'NEW' in exports];
      }),
      seen(() => [delete exports.nothing, delete exports.named, 'named' in ctx.exports, 'named' in exports]),
      seen(() => {
        Object.defineProperty(exports, 'DEFINED', { value: 5, configurable: true });
        return [exports.DEFINED, ctx.exports.DEFINED];
      }),
      seen(() => {
        ctx.exports.MINE = 3;
        return [exports.MINE, ctx.exports.MINE];
      }),
    ]),
};
