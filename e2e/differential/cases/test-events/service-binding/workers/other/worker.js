import { WorkerEntrypoint } from 'cloudflare:workers';

export default class extends WorkerEntrypoint {
  fetch({ url }) {
    return new Response(`asked for ${new URL(url).pathname}`);
  }
  sum(a, b) {
    return a + b;
  }
  fails() {
    throw new TypeError('of the other');
  }
}
