import { abortIsolate } from 'cloudflare:workers';

export default {
  fetch() {
    // Not a state of this isolate: the next one finds the same.
    abortIsolate('the database does not answer');
  },
} satisfies ExportedHandler<Env>;
