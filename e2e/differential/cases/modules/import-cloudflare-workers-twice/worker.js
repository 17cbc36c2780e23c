import { env } from 'cloudflare:workers';
import * as all from 'cloudflare:workers';

export default {
  fetch: async () => Response.json([env === all.env, typeof all.WorkerEntrypoint]),
};
