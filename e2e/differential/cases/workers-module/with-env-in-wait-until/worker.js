import { env, waitUntil, withEnv } from 'cloudflare:workers';

export default {
  fetch() {
    withEnv({ X: 'inside' }, () =>
      waitUntil(scheduler.wait(1).then(() => console.log('after', env.X))),
    );
    console.log('now', env.X);
    return new Response();
  },
};
