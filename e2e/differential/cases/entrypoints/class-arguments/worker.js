import { WorkerEntrypoint } from 'cloudflare:workers';

const tell = (name, given) => console.log(name, given.length, typeof given[1], typeof given[2]);

export default class extends WorkerEntrypoint {
  fetch(...given) {
    tell('fetch', given);
    return new Response();
  }
  scheduled(...given) {
    tell('scheduled', given);
  }
  queue(...given) {
    tell('queue', given);
  }
}
