import { WorkerEntrypoint } from 'cloudflare:workers';

const seen = async (work) => {
  try {
    return await work();
  } catch (error) {
    return `${error.constructor.name} ${error.name}: ${error.message}`;
  }
};

function nested(depth) {
  let value = null;
  for (let made = 0; made < depth; made += 1) value = { value };
  return value;
}

export class Other extends WorkerEntrypoint {
  take(value) {
    return typeof value;
  }
  give(depth) {
    return nested(depth);
  }
}

export default {
  async fetch(request, env, ctx) {
    const { Other } = ctx.exports;
    return Response.json([
      await seen(() => Other.take(nested(1000))),
      await seen(() => Other.take(nested(20_000))),
      await seen(() => Other.take(nested(200_000))),
      await seen(async () => typeof (await Other.give(1000))),
      await seen(() => Other.give(20_000)),
      await seen(() => Other.take(1)),
    ]);
  },
};
