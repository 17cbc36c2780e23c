import * as hooks from 'node:async_hooks';

const attempt = (what, work) => {
  try {
    console.log(`${what}: ${work()}`);
  } catch ({ name, message }) {
    console.log(`${what} throws ${name}: ${message}`);
  }
};

export default {
  async fetch() {
    const hook = hooks.createHook({ init: () => console.log('init') });
    attempt('hook', () => [hook.enable() === hook, hook.disable() === hook]);
    attempt('ids', () => [hooks.executionAsyncId(), hooks.triggerAsyncId()]);
    attempt('resource', () => JSON.stringify(hooks.executionAsyncResource()));
    attempt('providers', () => JSON.stringify(hooks.asyncWrapProviders));
    return new Response('done');
  },
};
