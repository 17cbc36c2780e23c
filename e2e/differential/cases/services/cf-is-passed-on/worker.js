import { WorkerEntrypoint } from 'cloudflare:workers';

export class Middle extends WorkerEntrypoint {
  fetch(request) {
    return this.env.OTHER.fetch(request);
  }
}

export class Copying extends WorkerEntrypoint {
  fetch(request) {
    return this.env.OTHER.fetch(new Request('https://copied.example/', request));
  }
}

export default {
  async fetch(request, env, ctx) {
    const init = { cf: { a: 1 } };
    const answers = [
      ctx.exports.Middle.fetch('https://other.example/', init),
      ctx.exports.Copying.fetch('https://other.example/', init),
    ];
    return Response.json(await Promise.all(answers.map(async (answer) => (await answer).json())));
  },
};
