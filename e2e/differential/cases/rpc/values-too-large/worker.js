import { WorkerEntrypoint } from 'cloudflare:workers';

const seen = async (work) => {
  try {
    return await work();
  } catch (error) {
    return `${error.constructor.name} ${error.name}: ${error.message}`;
  }
};

const MIB = 2 ** 20;

export class Other extends WorkerEntrypoint {
  take(value) {
    return typeof value;
  }
  give(size) {
    return 'x'.repeat(size);
  }
}

export default {
  async fetch(request, env, ctx) {
    const { Other } = ctx.exports;
    return Response.json([
      await seen(() => Other.take('x'.repeat(32 * MIB))),
      await seen(() => Other.take('€'.repeat(16 * MIB))),
      await seen(() => Other.take(new Uint8Array(32 * MIB))),
      await seen(() => Other.take({ bytes: new ArrayBuffer(33 * MIB), rest: [1, 2.5, true, null, undefined, -7] })),
      await seen(() => Other.take('x'.repeat(31 * MIB))),
      await seen(() => Other.give(32 * MIB)),
      await seen(async () => (await Other.give(31 * MIB)).length),
      await seen(() => Other.take(1)),
    ]);
  },
};
