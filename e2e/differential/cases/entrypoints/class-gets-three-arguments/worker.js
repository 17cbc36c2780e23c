import { WorkerEntrypoint } from 'cloudflare:workers';

export default class extends WorkerEntrypoint {
  fetch(...values) {
    return new Response(String(values.length));
  }
}
