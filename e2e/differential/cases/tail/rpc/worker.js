import { WorkerEntrypoint } from 'cloudflare:workers';

export class Named extends WorkerEntrypoint {
  hello(name) {
    console.log('hello', name);
    return `hello ${name}`;
  }
}

export default {
  fetch: async (request, env, ctx) => new Response(await ctx.exports.Named.hello('you')),
};
