import * as workers from 'cloudflare:workers';

const names = ['abortIsolate', 'waitUntil', 'withEnv', 'withEnvAndExports', 'withExports'];

export default {
  fetch: () => Response.json([Object.keys(workers), names.map((name) => [workers[name].name, workers[name].length])]),
};
